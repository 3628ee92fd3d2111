/**
 * Made-up events, to measure and to try out with; start at {@link
 * org.entente.exchange.synthetic.Synthetic}.
 */
package org.entente.exchange.synthetic;
