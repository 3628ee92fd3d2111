/**
 * Other people's names and codes of actors, found in the registry. Start at {@link
 * org.entente.exchange.actors.Actors}.
 */
package org.entente.exchange.actors;
