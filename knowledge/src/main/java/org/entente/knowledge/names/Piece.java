package org.entente.knowledge.names;

/**
 * A part of a name or of running text: what stands between blanks and hyphens.
 *
 * @param key lower case, without accents, dots and apostrophes
 * @param start offset of its first character
 * @param end one past its last character
 * @param capital whether it begins with a capital
 * @param capitals whether all its letters are capitals, and there are at least two
 */
public record Piece(String key, int start, int end, boolean capital, boolean capitals) {}
