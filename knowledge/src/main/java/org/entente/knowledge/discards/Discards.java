package org.entente.knowledge.discards;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.knowledge.names.NameKey;
import org.entente.knowledge.names.Piece;
import org.entente.knowledge.table.Folders;
import org.entente.knowledge.table.Mistakes;
import org.entente.knowledge.table.Row;
import org.entente.knowledge.table.Table;
import org.entente.model.Span;

/** All discards, found in running text whatever the capitals. */
public final class Discards {
  private final Map<Discard.Scope, Map<String, Discard>> byKey = new EnumMap<>(Discard.Scope.class);
  private final Map<Discard.Scope, Integer> longest = new EnumMap<>(Discard.Scope.class);
  private int size;

  private Discards() {
    for (Discard.Scope scope : Discard.Scope.values()) {
      byKey.put(scope, new HashMap<>());
      longest.put(scope, 0);
    }
  }

  /** Reads {@code discards/discards*.tsv}, which need not be there. */
  public static Discards load(Folders folders, Mistakes mistakes) throws IOException {
    Discards discards = new Discards();
    Table.readAny(
        folders, "discards", "discards", mistakes, List.of("phrases", "scope"), discards::add);
    return discards;
  }

  private void add(Row row) {
    String text = row.required("scope");
    Discard.Scope scope = null;
    for (Discard.Scope one : Discard.Scope.values()) {
      if (one.name().toLowerCase(Locale.ROOT).equals(text)) {
        scope = one;
      }
    }
    if (scope == null) {
      row.mistake("scope", "'" + text + "' is none of sentence, document");
      return;
    }
    row.required("phrases");
    for (String phrase : row.list("phrases")) {
      String key = NameKey.of(phrase);
      if (key.isEmpty()) {
        row.mistake("phrases", "no word in '" + phrase + "'");
        continue;
      }
      byKey.get(scope).putIfAbsent(key, new Discard(phrase, scope, row.file(), row.line()));
      int words = (int) key.chars().filter(c -> c == ' ').count() + 1;
      longest.merge(scope, words, Math::max);
    }
    size++;
  }

  /** The first discard of that scope within a stretch of text, or null. */
  public Discard find(CharSequence text, Span span, Discard.Scope scope) {
    Map<String, Discard> known = byKey.get(scope);
    if (known.isEmpty()) {
      return null;
    }
    List<Piece> pieces = NameKey.pieces(text, span.start(), span.end());
    for (int i = 0; i < pieces.size(); i++) {
      StringBuilder key = new StringBuilder();
      for (int n = 0; n < longest.get(scope) && i + n < pieces.size(); n++) {
        key.append(n > 0 ? " " : "").append(pieces.get(i + n).key());
        Discard found = known.get(key.toString());
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /** How many rows there are. */
  public int size() {
    return size;
  }
}
