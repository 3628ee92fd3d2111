package org.entente.spark;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.util.LongAccumulator;
import org.entente.coding.ingest.Aside;
import org.entente.coding.ingest.Ingest;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;

/**
 * The pages of a Web archive: HTML that a server answered with 200, pages that were saved without
 * the answer (resource), and text made of pages (conversion). What else is in it is counted only.
 */
final class WarcPages {
  private final String file;
  private final Ingest.Options options;
  private final LongAccumulator skipped;

  WarcPages(String file, Ingest.Options options, LongAccumulator skipped) {
    this.file = file;
    this.options = options;
    this.skipped = skipped;
  }

  /**
   * @param in the archive; may be gzipped as a whole or record by record
   */
  void read(InputStream in, Ingest.Sink sink) {
    long position = 0;
    try (WarcReader reader = new WarcReader(in)) {
      while (true) {
        Optional<WarcRecord> record = reader.next();
        if (record.isEmpty()) {
          break;
        }
        position = reader.position();
        one(record.get(), file + "@" + position, sink);
      }
    } catch (IOException e) {
      sink.aside(
          new Aside(
              file + "@" + position,
              Aside.Reason.BROKEN,
              "broken WARC behind this byte: " + message(e) + "; nothing behind it is read"));
    }
  }

  private void one(WarcRecord record, String origin, Ingest.Sink sink) {
    if (!(record instanceof WarcTargetRecord page)) {
      skipped.add(1);
      return;
    }
    try {
      if (page instanceof WarcResponse response) {
        if (!response.contentType().base().toString().equals("application/http")) {
          skipped.add(1);
          return;
        }
        HttpResponse http = response.http();
        String type = http.headers().first("Content-Type").orElse("");
        if (http.status() != 200 || !html(type)) {
          skipped.add(1);
          return;
        }
        read(http.bodyDecoded(), origin, page.target(), type, sink);
      } else if (page.type().equals("resource") && html(page.contentType().toString())
          || page.type().equals("conversion")
              && page.contentType().toString().startsWith("text/plain")) {
        read(page.body(), origin, page.target(), page.contentType().toString(), sink);
      } else {
        skipped.add(1);
      }
    } catch (IOException | IllegalArgumentException e) {
      sink.aside(
          new Aside(
              origin,
              Aside.Reason.BROKEN,
              "broken answer of " + page.target() + ": " + message(e)));
    }
  }

  private void read(MessageBody body, String origin, String url, String type, Ingest.Sink sink)
      throws IOException {
    Ingest.read(body.stream(), Ingest.Source.response(origin, url, type), options, sink);
  }

  private static boolean html(String type) {
    String low = type.toLowerCase(Locale.ROOT);
    return low.startsWith("text/html") || low.startsWith("application/xhtml");
  }

  private static String message(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
