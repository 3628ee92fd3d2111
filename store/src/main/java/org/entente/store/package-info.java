/**
 * The event store: documents, their events and the evidence for them in one DuckDB file, written
 * transactionally and exactly once. Start at {@link org.entente.store.EventStore}. Nothing outside
 * this package speaks SQL.
 */
package org.entente.store;
