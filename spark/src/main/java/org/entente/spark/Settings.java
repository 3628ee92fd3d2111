package org.entente.spark;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.coding.Coder;
import org.entente.coding.ingest.Dates;
import org.entente.coding.ingest.Ingest;
import org.entente.coding.relation.Tier;
import org.entente.coding.syntax.EnglishParser;
import org.entente.knowledge.Knowledge;

/**
 * How documents are read and coded: all that decides what comes out. Sent to every executor.
 *
 * @param model by which documents are coded
 * @param knowledge folder of knowledge files that every machine can read, or null for what is
 *     bundled
 * @param over whether that folder is laid over the bundled knowledge, or used instead of it
 * @param date of publication of every document, or null for the documents' own
 * @param publisher of documents that name none, or null
 * @param charset of every file, or null to recognise it
 * @param documentBytes most bytes of one document; above 0
 * @param seconds longest time to code one document, after which it is set aside; above 0
 * @param columns of Parquet files
 * @param sliceBytes size of the slices that large JSON Lines and Parquet files are cut into
 */
public record Settings(
    Tier model,
    String knowledge,
    boolean over,
    String date,
    String publisher,
    String charset,
    int documentBytes,
    int seconds,
    ParquetColumns columns,
    long sliceBytes)
    implements Serializable {
  /** The fast model and all as {@code entente code} has it. */
  public static final Settings DEFAULT =
      new Settings(
          Tier.FAST,
          null,
          false,
          null,
          null,
          null,
          Ingest.Limits.DEFAULT.documentBytes(),
          600,
          ParquetColumns.DEFAULT,
          128L << 20);

  public Settings {
    if (documentBytes < 1 || seconds < 1 || sliceBytes < 1) {
      throw new IllegalArgumentException(
          "limits of bytes and seconds must be above 0, but are "
              + documentBytes
              + ", "
              + seconds
              + " and "
              + sliceBytes);
    }
  }

  /** As {@code entente code} would read with the same options. */
  Ingest.Options ingest() {
    Ingest.Limits limits = Ingest.Limits.DEFAULT;
    return Ingest.Options.DEFAULT
        .withDate(date == null ? null : Dates.parse(date))
        .withPublisher(publisher)
        .withCharset(charset == null ? null : Charset.forName(charset))
        .withLimits(
            new Ingest.Limits(
                documentBytes,
                limits.redirects(),
                limits.connect(),
                limits.total(),
                limits.layout()));
  }

  /** Loads the coder; takes a second. */
  Coder load() throws IOException {
    return new Coder(known(), EnglishParser.shared(), model);
  }

  private Knowledge known() throws IOException {
    if (knowledge == null) {
      return Knowledge.bundled();
    }
    Path folder = Path.of(knowledge);
    return over ? Knowledge.loadOver(folder) : Knowledge.load(folder);
  }

  /**
   * What must be the same for two runs to write into one output, by the name of its option. The
   * knowledge is known by its hash, in the coder's name.
   *
   * @param coder name of the coder
   */
  Map<String, String> fingerprint(String coder) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("coder", coder);
    all.put("--model", model.name().toLowerCase());
    all.put("--date", String.valueOf(date));
    all.put("--publisher", String.valueOf(publisher));
    all.put("--charset", String.valueOf(charset));
    all.put("--document-bytes", String.valueOf(documentBytes));
    all.put("--columns", columns.toString());
    all.put("--slice-bytes", String.valueOf(sliceBytes));
    return all;
  }
}
