package org.entente.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.entente.coding.syntax.EnglishParser;

/** Prints how well subjects and objects of verbs are found in a treebank, on its own tokens. */
public final class ParserAccuracy {
  private ParserAccuracy() {}

  /**
   * @param args the treebank in CoNLL-U
   */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args.length > 0 ? args[0] : "../shared/data/en_pud-ud-test.conllu");
    List<Treebank.Tree> trees = Treebank.read(file);
    EnglishParser parser = EnglishParser.shared();
    Treebank.head();
    Treebank.print("entente", Treebank.score(trees, parser::parse));
  }
}
