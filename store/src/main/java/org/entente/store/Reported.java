package org.entente.store;

import java.time.LocalDate;

/**
 * A report that tells of an event.
 *
 * @param event id of the event in this report
 * @param document id of the report
 * @param title or null
 * @param publisher or null
 * @param published first possible day of publication, or null
 * @param url or null
 */
public record Reported(
    String event,
    String document,
    String title,
    String publisher,
    LocalDate published,
    String url) {}
