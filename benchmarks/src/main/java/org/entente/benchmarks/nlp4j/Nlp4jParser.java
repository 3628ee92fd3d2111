package org.entente.benchmarks.nlp4j;

import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.component.tokenizer.EnglishTokenizer;
import edu.emory.mathcs.nlp.component.tokenizer.Tokenizer;
import edu.emory.mathcs.nlp.decode.NLPDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.entente.coding.syntax.Parser;
import org.entente.coding.syntax.PlainText;
import org.entente.coding.syntax.Repairs;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;
import org.entente.model.Span;

/** NLP4J 1.1.3: tagger and parser without word embeddings, which its trees don't need. */
public final class Nlp4jParser implements Parser {
  private static final int LONGEST = 180;

  private final NLPDecoder decoder;
  private final Tokenizer tokenizer = new EnglishTokenizer();

  private Nlp4jParser(NLPDecoder decoder) {
    this.decoder = decoder;
  }

  /** One for the whole process: its models take seconds to load and a gigabyte of memory. */
  public static Nlp4jParser shared() {
    return Holder.PARSER;
  }

  private static final class Holder {
    private static final Nlp4jParser PARSER = load();
  }

  private static Nlp4jParser load() {
    PrintStream err = System.err;
    PrintStream out = System.out;
    try (InputStream config = Nlp4jParser.class.getResourceAsStream("nlp4j.xml")) {
      // the library reports its loading to the console and cannot be told not to
      PrintStream nothing = new PrintStream(OutputStream.nullOutputStream());
      System.setErr(nothing);
      System.setOut(nothing);
      return new Nlp4jParser(new NLPDecoder(config));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      System.setErr(err);
      System.setOut(out);
    }
  }

  @Override
  public List<Sentence> parse(String text, Span stretch, int first) {
    String simple = PlainText.of(stretch.in(text));
    List<Sentence> sentences = new ArrayList<>();
    List<List<edu.emory.mathcs.nlp.component.tokenizer.token.Token>> segments;
    synchronized (tokenizer) {
      segments = tokenizer.segmentize(simple);
    }
    for (var segment : segments) {
      for (int from = 0; from < segment.size(); from += LONGEST) {
        var part = segment.subList(from, Math.min(from + LONGEST, segment.size()));
        sentences.add(
            new Sentence(
                first + sentences.size(), Repairs.repaired(tokens(text, stretch.start(), part))));
      }
    }
    return sentences;
  }

  /** The tree of words that are tokens already, just as NLP4J has it. */
  public Sentence parse(List<String> words) {
    List<edu.emory.mathcs.nlp.component.tokenizer.token.Token> tokens = new ArrayList<>();
    int at = 0;
    for (String word : words) {
      tokens.add(
          new edu.emory.mathcs.nlp.component.tokenizer.token.Token(word, at, at + word.length()));
      at += word.length() + 1;
    }
    return new Sentence(0, tokens(String.join(" ", words), 0, tokens));
  }

  private List<Token> tokens(
      String text, int offset, List<edu.emory.mathcs.nlp.component.tokenizer.token.Token> words) {
    NLPNode[] nodes = new NLPNode[words.size() + 1];
    nodes[0] = new NLPNode();
    nodes[0].toRoot();
    for (int i = 0; i < words.size(); i++) {
      nodes[i + 1] = new NLPNode(i + 1, words.get(i).getWordForm());
    }
    decoder.decode(nodes);
    List<Token> tokens = new ArrayList<>(words.size());
    for (int i = 1; i < nodes.length; i++) {
      NLPNode node = nodes[i];
      var word = words.get(i - 1);
      Span span = new Span(offset + word.getStartOffset(), offset + word.getEndOffset());
      int head = node.getDependencyHead() == null ? -1 : node.getDependencyHead().getID() - 1;
      String lemma = node.getLemma() == null ? word.getWordForm() : node.getLemma();
      tokens.add(
          new Token(
              i - 1,
              span.in(text),
              Repairs.lemma(lemma, word.getWordForm(), node.getPartOfSpeechTag()),
              node.getPartOfSpeechTag(),
              head,
              node.getDependencyLabel(),
              span));
    }
    return tokens;
  }
}
