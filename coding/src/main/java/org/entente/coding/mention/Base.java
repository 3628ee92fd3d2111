package org.entente.coding.mention;

import org.entente.coding.syntax.Token;
import org.entente.knowledge.actors.ActorEntry;

/**
 * Whose role a role is.
 *
 * @param mention the mention that says so, or null where it is only a nationality
 * @param token the word that says so
 */
record Base(ActorEntry entry, Mention mention, Token token) {}
