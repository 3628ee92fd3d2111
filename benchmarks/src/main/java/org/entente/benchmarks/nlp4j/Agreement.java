package org.entente.benchmarks.nlp4j;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.entente.benchmarks.Treebank;
import org.entente.coding.syntax.EnglishParser;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;
import org.entente.model.Span;

/**
 * How far our trees are NLP4J's: on the same tokens, heads, labels, tags and lemmas; and from raw
 * text, tokens and sentences.
 */
public final class Agreement {
  private final EnglishParser ours = EnglishParser.shared();
  private final Nlp4jParser theirs = Nlp4jParser.shared();
  private final boolean verbose;

  private Agreement(boolean verbose) {
    this.verbose = verbose;
  }

  private static final class Counts {
    int sentences;
    int words;
    int heads;
    int labels;
    int tags;
    int lemmas;
    int wholeTrees;
    int theirTokens;
    int sameTokens;
    int theirSentences;
    int sameSentences;

    void add(Counts other) {
      sentences += other.sentences;
      words += other.words;
      heads += other.heads;
      labels += other.labels;
      tags += other.tags;
      lemmas += other.lemmas;
      wholeTrees += other.wholeTrees;
      theirTokens += other.theirTokens;
      sameTokens += other.sameTokens;
      theirSentences += other.theirSentences;
      sameSentences += other.sameSentences;
    }
  }

  /**
   * @param args texts, a sentence a line, or {@code .conllu} treebanks; {@code -v} prints each
   *     sentence that differs
   */
  public static void main(String[] args) throws IOException {
    List<String> files = new ArrayList<>(List.of(args));
    Agreement agreement = new Agreement(files.remove("-v"));
    Map<String, Counts> byFile = new LinkedHashMap<>();
    Counts all = new Counts();
    for (String file : files) {
      Counts counts = agreement.compare(lines(Path.of(file)));
      byFile.put(Path.of(file).getFileName().toString(), counts);
      all.add(counts);
    }
    byFile.put("all", all);
    agreement.print(byFile);
    for (String file : files) {
      if (file.endsWith(".conllu")) {
        List<Treebank.Tree> trees = Treebank.read(Path.of(file));
        Treebank.head();
        Treebank.print("entente", Treebank.score(trees, agreement.ours::parse));
        Treebank.print("NLP4J", Treebank.score(trees, agreement.theirs::parse));
      }
    }
  }

  private void print(Map<String, Counts> byFile) {
    System.out.printf(
        "%-28s %9s %7s %7s %7s %7s %7s %7s | %7s %9s%n",
        "on the same tokens",
        "sentences",
        "words",
        "UAS",
        "LAS",
        "tags",
        "lemmas",
        "trees",
        "tokens",
        "sentences");
    byFile.forEach(
        (name, c) ->
            System.out.printf(
                Locale.ROOT,
                "%-28s %9d %7d %6.2f%% %6.2f%% %6.2f%% %6.2f%% %6.2f%% | %6.2f%% %8.2f%%%n",
                name,
                c.sentences,
                c.words,
                percent(c.heads, c.words),
                percent(c.labels, c.words),
                percent(c.tags, c.words),
                percent(c.lemmas, c.words),
                percent(c.wholeTrees, c.sentences),
                percent(c.sameTokens, c.theirTokens),
                percent(c.sameSentences, c.theirSentences)));
  }

  private static double percent(int part, int whole) {
    return whole == 0 ? 0 : 100.0 * part / whole;
  }

  static List<String> lines(Path file) throws IOException {
    if (file.toString().endsWith(".conllu")) {
      return Treebank.read(file).stream().map(Treebank.Tree::text).toList();
    }
    List<String> lines = textLines(file);
    String head = lines.get(0);
    if (head.startsWith("id\t") && head.contains("\tsentence\t")) {
      int column = List.of(head.split("\t")).indexOf("sentence");
      return lines.stream().skip(1).map(line -> line.split("\t", -1)[column]).distinct().toList();
    }
    if (file.toString().endsWith(".jsonl")) {
      com.fasterxml.jackson.databind.ObjectMapper json =
          new com.fasterxml.jackson.databind.ObjectMapper();
      List<String> texts = new ArrayList<>();
      for (String line : lines) {
        texts.add(json.readTree(line).path("text").asText());
      }
      return texts;
    }
    return lines.stream().filter(line -> !line.isBlank()).toList();
  }

  private static List<String> textLines(Path file) throws IOException {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      return reader.lines().toList();
    }
  }

  private Counts compare(List<String> texts) {
    Counts counts = new Counts();
    for (String text : texts) {
      List<Sentence> reference = theirs.parse(text, new Span(0, text.length()), 0);
      boundaries(counts, reference, ours.parse(text, new Span(0, text.length()), 0));
      for (Sentence sentence : reference) {
        List<String> words = sentence.tokens().stream().map(Token::text).toList();
        trees(counts, theirs.parse(words), ours.parse(words));
      }
    }
    return counts;
  }

  private void boundaries(Counts counts, List<Sentence> theirs, List<Sentence> ours) {
    List<Span> theirTokens = spans(theirs);
    List<Span> ourTokens = spans(ours);
    counts.theirTokens += theirTokens.size();
    counts.sameTokens += (int) theirTokens.stream().filter(ourTokens::contains).count();
    List<Span> ourSentences = ours.stream().map(Sentence::span).toList();
    counts.theirSentences += theirs.size();
    counts.sameSentences +=
        (int) theirs.stream().map(Sentence::span).filter(ourSentences::contains).count();
    if (verbose && !theirTokens.equals(ourTokens)) {
      System.out.println("TOKENS " + words(theirs) + "\n    => " + words(ours));
    }
  }

  private static List<Span> spans(List<Sentence> sentences) {
    return sentences.stream()
        .flatMap(s -> s.tokens().stream())
        .map(Token::span)
        .sorted(Comparator.comparingInt(Span::start))
        .toList();
  }

  private static String words(List<Sentence> sentences) {
    StringBuilder words = new StringBuilder();
    for (Sentence sentence : sentences) {
      sentence.tokens().forEach(token -> words.append(token.text()).append(' '));
      words.append("¶ ");
    }
    return words.toString();
  }

  private void trees(Counts counts, Sentence theirs, Sentence ours) {
    counts.sentences++;
    boolean same = true;
    for (int i = 0; i < theirs.size(); i++) {
      Token expected = theirs.token(i);
      Token found = ours.token(i);
      boolean head = expected.head() == found.head();
      counts.words++;
      counts.heads += head ? 1 : 0;
      counts.labels += head && expected.label().equals(found.label()) ? 1 : 0;
      counts.tags += expected.tag().equals(found.tag()) ? 1 : 0;
      counts.lemmas += expected.lemma().equals(found.lemma()) ? 1 : 0;
      same &= head && expected.label().equals(found.label());
    }
    counts.wholeTrees += same ? 1 : 0;
    if (verbose && !same) {
      System.out.println("TREE " + words(List.of(theirs)));
      for (int i = 0; i < theirs.size(); i++) {
        Token a = theirs.token(i);
        Token b = ours.token(i);
        if (a.head() != b.head() || !a.label().equals(b.label()) || !a.tag().equals(b.tag())) {
          System.out.printf(
              "    %s %s %s %d %s => %s %s %d %s%n",
              a.text(), a.tag(), a.lemma(), a.head(), a.label(), b.tag(), b.lemma(), b.head(),
              b.label());
        }
      }
    }
  }
}
