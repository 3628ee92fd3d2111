package org.entente.store;

/**
 * How much a store holds.
 *
 * @param documents documents coded, those without events included
 * @param events events
 * @param aside documents set aside, over all runs
 * @param runs runs, those that were stopped included
 */
public record Counts(long documents, long events, long aside, long runs) {}
