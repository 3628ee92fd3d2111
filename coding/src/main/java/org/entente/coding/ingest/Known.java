package org.entente.coding.ingest;

import java.util.List;
import org.entente.model.TimeSpan;

/**
 * What is known of a text before it is read, as a feed tells it. It goes before what the text says
 * of itself; null where nothing is known.
 *
 * @param id of the document
 * @param origin where the text was read from, not null
 * @param title or null
 * @param byline who wrote it, or null
 * @param publisher or null
 * @param published date of publication, or null
 * @param url or null
 * @param notes what the reader should know of how it was taken in
 */
public record Known(
    String id,
    String origin,
    String title,
    String byline,
    String publisher,
    TimeSpan published,
    String url,
    List<String> notes) {
  public Known {
    notes = List.copyOf(notes);
  }

  void fill(Draft draft) {
    draft.id = id;
    draft.title = title == null ? null : Text.cleanOrNull(title);
    draft.byline = byline == null ? null : Text.cleanOrNull(byline);
    draft.publisher = publisher == null ? null : Text.cleanOrNull(publisher);
    draft.published = published;
    draft.url = draft.url == null ? url : draft.url;
    draft.notes.addAll(notes);
  }
}
