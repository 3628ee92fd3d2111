package org.entente.coding.ingest;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.entente.model.Document;
import org.entente.model.Paragraph;

/** A sink that keeps what it is given. */
final class Gather implements Ingest.Sink {
  final List<Document> documents = new ArrayList<>();
  final List<Aside> asides = new ArrayList<>();
  long bytes;

  @Override
  public void document(Document document) {
    documents.add(document);
  }

  @Override
  public void aside(Aside aside) {
    asides.add(aside);
  }

  @Override
  public void progress(long read) {
    bytes += read;
  }

  static Gather input(String input) {
    return input(input, Ingest.Options.DEFAULT);
  }

  static Gather input(String input, Ingest.Options options) {
    Gather gather = new Gather();
    Ingest.read(input, options, gather);
    return gather;
  }

  static Gather bytes(byte[] bytes, Ingest.Options options) {
    Gather gather = new Gather();
    Ingest.read(new ByteArrayInputStream(bytes), "test", options, gather);
    return gather;
  }

  static Gather bytes(byte[] bytes) {
    return bytes(bytes, Ingest.Options.DEFAULT);
  }

  static Gather text(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The only document; fails with what went wrong if there is none. */
  Document one() {
    if (documents.size() != 1) {
      throw new AssertionError(documents.size() + " documents; set aside: " + asides);
    }
    return documents.get(0);
  }

  Aside onlyAside() {
    if (asides.size() != 1) {
      throw new AssertionError("set aside: " + asides);
    }
    return asides.get(0);
  }

  static List<String> of(Document document, Paragraph.Kind kind) {
    return document.paragraphs().stream()
        .filter(paragraph -> paragraph.kind() == kind)
        .map(paragraph -> paragraph.span().in(document.text()))
        .toList();
  }
}
