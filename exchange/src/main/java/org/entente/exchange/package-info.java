/**
 * The field's formats in and out. Start at {@link org.entente.exchange.Import} and {@link
 * org.entente.exchange.Export}.
 */
package org.entente.exchange;
