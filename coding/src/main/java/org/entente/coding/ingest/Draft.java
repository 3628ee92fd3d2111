package org.entente.coding.ingest;

import java.util.ArrayList;
import java.util.List;
import org.entente.model.TimeSpan;

/** A document on its way in: what its format told of it. Null where it told nothing. */
final class Draft {
  final String origin;
  String id;
  String title;
  String byline;
  String publisher;
  String url;
  String language;

  /** Date of publication that the document's own data give, or null. */
  TimeSpan published;

  List<Block> blocks = new ArrayList<>();
  final List<String> notes = new ArrayList<>();

  Draft(String origin) {
    this.origin = origin;
  }
}
