package org.entente.coding.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.entente.model.Span;
import org.junit.jupiter.api.Test;

class EnglishParserTest {
  private static final EnglishParser PARSER = EnglishParser.shared();

  /** A sentence of ours with NLP4J's tree. */
  private record Reference(
      List<String> words, List<String> tags, List<Integer> heads, List<String> labels) {}

  private static List<Reference> references() throws IOException {
    List<Reference> all = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                EnglishParserTest.class.getResourceAsStream("nlp4j-trees.tsv"), UTF_8))) {
      Reference current = null;
      for (String line; (line = in.readLine()) != null; ) {
        if (line.startsWith("#")) {
          continue;
        }
        if (line.isEmpty()) {
          current = null;
          continue;
        }
        if (current == null) {
          current =
              new Reference(
                  new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
          all.add(current);
        }
        String[] cells = line.split("\t");
        current.words.add(cells[0]);
        current.tags.add(cells[1]);
        current.heads.add(Integer.parseInt(cells[2]));
        current.labels.add(cells[3]);
      }
    }
    return all;
  }

  @Test
  void treesAreNlp4js() throws IOException {
    int words = 0;
    int heads = 0;
    int labels = 0;
    int tags = 0;
    List<Reference> references = references();
    for (Reference reference : references) {
      Sentence parsed = PARSER.parse(reference.words);
      for (Token token : parsed.tokens()) {
        boolean head = token.head() == reference.heads.get(token.index());
        words++;
        heads += head ? 1 : 0;
        labels += head && token.label().equals(reference.labels.get(token.index())) ? 1 : 0;
        tags += token.tag().equals(reference.tags.get(token.index())) ? 1 : 0;
      }
    }
    assertThat(references).hasSizeGreaterThan(300);
    assertThat((double) heads / words).isGreaterThan(0.994);
    assertThat((double) labels / words).isGreaterThan(0.992);
    assertThat((double) tags / words).isGreaterThan(0.999);
  }

  @Test
  void threadsShareTheParser() throws Exception {
    List<List<String>> texts = references().stream().map(Reference::words).toList();
    List<List<Token>> alone = texts.stream().map(text -> PARSER.parse(text).tokens()).toList();
    // a new one, so that rows are unpacked by both threads at once
    EnglishParser fresh = EnglishParser.load();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      order.add(i);
    }
    ExecutorService pool = Executors.newFixedThreadPool(4);
    List<Future<?>> runs = new ArrayList<>();
    for (int thread = 0; thread < 4; thread++) {
      List<Integer> mixed = new ArrayList<>(order);
      Collections.shuffle(mixed, new java.util.Random(thread));
      runs.add(
          pool.submit(
              () -> {
                for (int i : mixed) {
                  assertThat(fresh.parse(texts.get(i)).tokens()).isEqualTo(alone.get(i));
                }
              }));
    }
    for (Future<?> run : runs) {
      run.get();
    }
    pool.shutdown();
  }

  @Property(tries = 300)
  void everyTextHasTreesWithinIt(@ForAll @StringLength(max = 300) String text) {
    String padded = "x " + text;
    List<Sentence> sentences = PARSER.parse(padded, new Span(2, padded.length()), 7);
    int number = 7;
    for (Sentence sentence : sentences) {
      assertThat(sentence.number()).isEqualTo(number++);
      assertTree(sentence);
      for (Token token : sentence.tokens()) {
        assertThat(token.span().in(padded)).isEqualTo(token.text());
        assertThat(token.span().start()).isGreaterThanOrEqualTo(2);
      }
    }
    assertThat(PARSER.parse(padded, new Span(2, padded.length()), 7).stream().map(Sentence::tokens))
        .isEqualTo(sentences.stream().map(Sentence::tokens).toList());
  }

  @Property(tries = 100)
  void wordsInAnyOrderHaveATree(
      @ForAll @Size(min = 1, max = 40)
          List<@net.jqwik.api.constraints.IntRange(max = 9) Integer> words) {
    List<String> some =
        List.of("Egypt", "bombed", "and", "which", ",", "the", "to", "refuse", "(", "n't");
    assertTree(PARSER.parse(words.stream().map(some::get).toList()));
  }

  /** Every word reaches the root. */
  private static void assertTree(Sentence sentence) {
    for (Token token : sentence.tokens()) {
      int steps = 0;
      for (Token at = token; at.head() >= 0; at = sentence.token(at.head())) {
        assertThat(steps++).isLessThan(sentence.size());
      }
    }
  }

  @Test
  void aSentenceOfFourHundredWords() {
    String text = "Egypt, which had bombed Libya, asked the UN for help and ".repeat(33) + "left.";
    List<Sentence> sentences = PARSER.parse(text);
    assertThat(sentences)
        .hasSize((33 * 13 + 2 + EnglishParser.LONGEST - 1) / EnglishParser.LONGEST);
    sentences.forEach(EnglishParserTest::assertTree);
  }

  @Test
  void aWordOfTenThousandCharacters() {
    for (String piece : List.of("a", "1", "-", "a.", "a-", ".com/", "'s", "(", "%$", "http://")) {
      String text = "Egypt saw " + piece.repeat(10_000 / piece.length()) + " in Derna.";
      List<Sentence> sentences = PARSER.parse(text);
      assertThat(sentences).isNotEmpty();
      sentences.forEach(EnglishParserTest::assertTree);
    }
  }

  @Test
  void nothingIsNoSentence() {
    assertThat(PARSER.parse("")).isEmpty();
    assertThat(PARSER.parse(" \n\t ")).isEmpty();
  }
}
