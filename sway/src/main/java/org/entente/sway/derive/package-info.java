/** Numbers of an issue read from events. */
package org.entente.sway.derive;
