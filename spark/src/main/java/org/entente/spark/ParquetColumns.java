package org.entente.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which columns of a Parquet file hold what; one that a file does not have counts as empty.
 *
 * @param id of the document; without it, the id is a hash of the text
 * @param published date of publication: text, a date or a time
 */
public record ParquetColumns(
    String id, String title, String text, String published, String publisher, String url)
    implements Serializable {
  public static final ParquetColumns DEFAULT =
      new ParquetColumns("id", "title", "text", "published", "publisher", "url");

  /**
   * The default with some names changed.
   *
   * @param names {@code text=body,published=date}, or null
   * @throws IllegalArgumentException if it names something else than there is
   */
  public static ParquetColumns of(String names) {
    Map<String, String> all = new LinkedHashMap<>();
    for (String name : List.of("id", "title", "text", "published", "publisher", "url")) {
      all.put(name, name);
    }
    if (names != null) {
      for (String part : names.split(",")) {
        String[] pair = part.split("=", 2);
        if (pair.length < 2 || pair[1].isBlank() || !all.containsKey(pair[0].strip())) {
          throw new IllegalArgumentException(
              "--columns: '"
                  + part
                  + "' is not understood; write text=COLUMN,published=COLUMN with these names: "
                  + String.join(", ", all.keySet()));
        }
        all.put(pair[0].strip(), pair[1].strip());
      }
    }
    List<String> to = new ArrayList<>(all.values());
    return new ParquetColumns(to.get(0), to.get(1), to.get(2), to.get(3), to.get(4), to.get(5));
  }

  /** The fields of a JSON line that {@link org.entente.coding.ingest.Ingest} reads, to columns. */
  Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("id", id);
    fields.put("title", title);
    fields.put("text", text);
    fields.put("date", published);
    fields.put("publisher", publisher);
    fields.put("url", url);
    return fields;
  }
}
