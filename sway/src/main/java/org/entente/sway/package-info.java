/** What one actor can do about an outcome, and at what cost. */
package org.entente.sway;
