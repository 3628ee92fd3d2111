package org.entente.store;

import java.time.Instant;

/**
 * A run that wrote into the store.
 *
 * @param id from 1
 * @param started when it began
 * @param finished when it ended, or null if it still goes on or was stopped
 * @param command what was run
 * @param coder version of the coder and hash of its knowledge
 * @param coded documents saved, replaced ones included
 * @param replaced documents saved that were there before
 * @param aside documents set aside
 * @param events events saved
 */
public record RunRecord(
    int id,
    Instant started,
    Instant finished,
    String command,
    String coder,
    long coded,
    long replaced,
    long aside,
    long events) {}
