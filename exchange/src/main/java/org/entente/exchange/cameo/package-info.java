/**
 * CAMEO's codes and texts to PLOVER's types and modes, and back. Start at {@link
 * org.entente.exchange.cameo.Cameo}.
 */
package org.entente.exchange.cameo;
