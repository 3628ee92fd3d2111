package org.entente.coding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.model.Paragraph;
import org.entente.model.Span;
import org.entente.model.Status;
import org.entente.model.TimeSpan;

/** Codes a few sentences for a test; the parser is loaded once a process. */
public final class Read {
  public static final LocalDate DAY = LocalDate.of(2015, 2, 25);

  private static final class Holder {
    private static final Coder CODER = Coder.bundled();
  }

  private Read() {}

  public static Coder coder() {
    return Holder.CODER;
  }

  /** A document of one body paragraph, published on {@link #DAY}, a Wednesday. */
  public static Document document(String text) {
    return document(text, TimeSpan.day(DAY));
  }

  public static Document document(String text, TimeSpan published) {
    List<Paragraph> paragraphs = new ArrayList<>();
    int at = 0;
    for (String paragraph : text.split("\n\n", -1)) {
      if (!paragraph.isEmpty()) {
        paragraphs.add(new Paragraph(Paragraph.Kind.BODY, new Span(at, at + paragraph.length())));
      }
      at += paragraph.length() + 2;
    }
    return new Document(
        "test", "test", null, null, null, published, null, "en", text, paragraphs, List.of());
  }

  public static List<Event> events(String text) {
    return coder().code(document(text));
  }

  /**
   * Each event in short: {@code EGY ASSAULT.aerial ISISREB}, with its status if it is not actual.
   */
  public static List<String> shorts(String text) {
    return events(text).stream().map(Read::shorten).toList();
  }

  public static String shorten(Event event) {
    StringBuilder line = new StringBuilder(event.source().fullCode());
    line.append(' ').append(event.type());
    if (event.mode() != null) {
      line.append('.').append(event.mode());
    }
    line.append(' ').append(event.target() == null ? "-" : event.target().fullCode());
    if (event.status() != Status.ACTUAL) {
      line.append(' ').append(event.status());
    }
    return line.toString();
  }
}
