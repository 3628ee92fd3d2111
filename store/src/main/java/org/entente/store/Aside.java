package org.entente.store;

/**
 * A document that could not be coded.
 *
 * @param run id of the run that met it
 * @param origin where it was read from
 * @param reason in a word, so that they can be counted: {@code "not English"}
 * @param message the whole of it, and what to do
 */
public record Aside(int run, String origin, String reason, String message) {}
