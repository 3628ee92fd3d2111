package org.entente.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.entente.coding.ingest.Aside;
import org.entente.coding.ingest.Ingest;
import org.entente.model.Document;

/** The reports that the demo codes. */
final class DemoCorpus {
  static final String FILE = "cli/src/main/resources/org/entente/cli/demo/february-2015.jsonl";

  private DemoCorpus() {}

  /**
   * The documents of a file, all of them.
   *
   * @throws IllegalStateException if one has to be set aside
   */
  static List<Document> read(String file) {
    List<Document> documents = new ArrayList<>();
    Ingest.read(
        file,
        Ingest.Options.DEFAULT,
        new Ingest.Sink() {
          @Override
          public void document(Document document) {
            documents.add(document);
          }

          @Override
          public void aside(Aside aside) {
            throw new IllegalStateException(aside.toString());
          }
        });
    return documents;
  }
}
