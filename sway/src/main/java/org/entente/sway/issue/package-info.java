/** The issue file: read, checked, filled in. */
package org.entente.sway.issue;
