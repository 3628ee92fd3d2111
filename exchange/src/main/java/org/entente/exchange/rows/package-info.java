/**
 * Rows of other people's files: packed or not, in any of the usual encodings, wrong lines included.
 * Start at {@link org.entente.exchange.rows.Input}.
 */
package org.entente.exchange.rows;
