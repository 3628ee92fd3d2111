/**
 * One class for each layout that events are published in: what its columns become of an event, and
 * back. Start at {@link org.entente.exchange.layout.Layouts}.
 */
package org.entente.exchange.layout;
