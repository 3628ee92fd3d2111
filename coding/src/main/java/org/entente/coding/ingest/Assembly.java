package org.entente.coding.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.entente.model.Document;
import org.entente.model.Paragraph;
import org.entente.model.Span;
import org.entente.model.TimeSpan;

/** Makes the document of a draft. */
final class Assembly {
  private Assembly() {}

  static Document document(Draft draft, Ingest.Options options) throws Trouble {
    if (draft.blocks.isEmpty() && draft.title == null) {
      throw new Trouble(Aside.Reason.EMPTY, "no text in it");
    }
    Kinds.assign(draft);
    if (draft.blocks.stream().noneMatch(block -> block.kind() == Paragraph.Kind.BODY)) {
      throw new Trouble(Aside.Reason.EMPTY, "no text to code in it, only " + kinds(draft.blocks));
    }
    if (options.checkLanguage()) {
      Language.check(draft);
    }
    StringBuilder text = new StringBuilder();
    List<Paragraph> paragraphs = new ArrayList<>();
    Dateline dateline = null;
    boolean first = true;
    for (Block block : draft.blocks) {
      if (text.length() > 0) {
        text.append("\n\n");
      }
      int start = text.length();
      text.append(block.text());
      if (block.kind() == Paragraph.Kind.BODY && first) {
        first = false;
        dateline = Dateline.of(block.text()).orElse(null);
        start += dateline == null ? 0 : dateline.length();
      }
      paragraphs.add(new Paragraph(block.kind(), new Span(start, text.length())));
    }
    String publisher = draft.publisher != null ? draft.publisher : options.publisher();
    TimeSpan published = options.date() != null ? options.date() : draft.published;
    if (dateline != null) {
      if (dateline.place() != null) {
        draft.notes.add("dateline: " + dateline.place());
      }
      if (publisher == null && dateline.agency() != null) {
        publisher = dateline.agency();
      }
      published = published == null ? dateline.date() : published;
    }
    if (published == null || !published.known()) {
      published = TimeSpan.UNKNOWN;
      draft.notes.add("date of publication unknown; give --date");
    }
    String whole = text.toString();
    return new Document(
        draft.id != null ? draft.id : "doc-" + hash(whole),
        draft.origin,
        draft.title,
        draft.byline,
        publisher,
        published,
        draft.url,
        draft.language,
        whole,
        paragraphs,
        draft.notes);
  }

  private static String kinds(List<Block> blocks) {
    return String.join(
        ", ",
        blocks.stream()
            .map(block -> block.kind().name().toLowerCase().replace('_', ' '))
            .distinct()
            .toList());
  }

  private static String hash(String text) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
