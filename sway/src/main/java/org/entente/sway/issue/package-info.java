/** The issue file: read, checked, written. */
package org.entente.sway.issue;
