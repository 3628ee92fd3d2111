package org.entente.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;

/**
 * A treebank of Universal Dependencies, and how well a parser finds subjects and objects of verbs
 * in it. Copulas head their clause in our trees and don't in the treebank's, so that precision of
 * subjects says little: their recall is what counts.
 */
public final class Treebank {
  private Treebank() {}

  /** A tree: words, universal parts of speech, heads (−1 for the root) and relations. */
  public record Tree(
      String text,
      List<String> words,
      List<String> tags,
      List<Integer> heads,
      List<String> labels) {}

  /** Reads a file in CoNLL-U. Lines of multi-word tokens and of empty words are passed over. */
  public static List<Tree> read(Path file) throws IOException {
    List<Tree> trees = new ArrayList<>();
    Tree tree = null;
    String text = "";
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (line.startsWith("# text = ")) {
        text = line.substring("# text = ".length());
      } else if (line.isBlank()) {
        tree = null;
      } else if (!line.startsWith("#")) {
        String[] cells = line.split("\t");
        if (cells.length < 8) {
          throw new IOException(file + ":" + number + ": has " + cells.length + " of 10 columns");
        }
        if (cells[0].matches("\\d+")) {
          if (tree == null) {
            tree =
                new Tree(
                    text,
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>());
            trees.add(tree);
          }
          tree.words.add(cells[1]);
          tree.tags.add(cells[3]);
          tree.heads.add(Integer.parseInt(cells[6]) - 1);
          tree.labels.add(cells[7]);
        }
      }
    }
    return trees;
  }

  /** What a parser finds of one relation. */
  public static final class Score {
    private final String name;
    private final List<String> gold;
    private final List<String> found;
    private int expected;
    private int answered;
    private int right;

    private Score(String name, List<String> gold, List<String> found) {
      this.name = name;
      this.gold = gold;
      this.found = found;
    }

    public double recall() {
      return (double) right / expected;
    }

    public double precision() {
      return (double) right / answered;
    }

    public double f1() {
      return 2 * precision() * recall() / (precision() + recall());
    }

    private void count(Tree tree, Sentence parsed) {
      for (int i = 0; i < tree.words.size(); i++) {
        int head = tree.heads.get(i);
        boolean wanted =
            gold.contains(tree.labels.get(i)) && head >= 0 && tree.tags.get(head).equals("VERB");
        Token token = parsed.token(i);
        boolean answer =
            found.contains(token.label()) && parsed.head(token).filter(Token::isVerb).isPresent();
        expected += wanted ? 1 : 0;
        answered += answer ? 1 : 0;
        right += wanted && answer && head == token.head() ? 1 : 0;
      }
    }
  }

  /** Scores of subjects, passive subjects, and objects, direct and indirect, in this order. */
  public static List<Score> score(
      List<Tree> trees, java.util.function.Function<List<String>, Sentence> parser) {
    List<Score> scores =
        List.of(
            new Score("subject", List.of("nsubj"), List.of("nsubj")),
            new Score("passive subject", List.of("nsubj:pass"), List.of("nsubjpass")),
            new Score("object", List.of("obj", "iobj"), List.of("dobj", "dative")));
    for (Tree tree : trees) {
      Sentence parsed = parser.apply(tree.words);
      scores.forEach(score -> score.count(tree, parsed));
    }
    return scores;
  }

  /** The table's head. */
  public static void head() {
    System.out.printf(
        "%-10s %-16s %9s %7s %9s %7s%n",
        "parser", "relation", "in gold", "recall", "precision", "F1");
  }

  /** The table's rows. */
  public static void print(String name, List<Score> scores) {
    for (Score score : scores) {
      System.out.printf(
          Locale.ROOT,
          "%-10s %-16s %9d %7.3f %9.3f %7.3f%n",
          name,
          score.name,
          score.expected,
          score.recall(),
          score.precision(),
          score.f1());
    }
  }
}
