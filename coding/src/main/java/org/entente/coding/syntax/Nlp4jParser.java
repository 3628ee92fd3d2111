package org.entente.coding.syntax;

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
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.model.Span;

/** NLP4J 1.1.3: tagger and parser without word embeddings, which its trees don't need. */
public final class Nlp4jParser implements Parser {
  /** A longer sentence is no sentence (a table, a list): it is parsed in pieces. */
  private static final int LONGEST = 180;

  private static final Pattern SHORT_NAME =
      Pattern.compile("(?<=\\p{L} )(\\(\"?[A-Z][A-Za-z.-]{1,9}\"?\\))");
  private static final Pattern ARTICLE_BEFORE_DATE =
      Pattern.compile(
          "\\b([Tt]he) (?:January|February|March|April|May|June|July|August|September|October|November|December) \\d");

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
    String simple = plain(stretch.in(text));
    List<Sentence> sentences = new ArrayList<>();
    List<List<edu.emory.mathcs.nlp.component.tokenizer.token.Token>> segments;
    synchronized (tokenizer) {
      segments = tokenizer.segmentize(simple);
    }
    for (var segment : segments) {
      for (int from = 0; from < segment.size(); from += LONGEST) {
        var part = segment.subList(from, Math.min(from + LONGEST, segment.size()));
        sentences.add(parse(text, stretch.start(), part, first + sentences.size()));
      }
    }
    return sentences;
  }

  private Sentence parse(
      String text,
      int offset,
      List<edu.emory.mathcs.nlp.component.tokenizer.token.Token> words,
      int number) {
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
              lemma(lemma, word.getWordForm(), node.getPartOfSpeechTag()),
              node.getPartOfSpeechTag(),
              head,
              node.getDependencyLabel(),
              span));
    }
    return new Sentence(number, repaired(tokens));
  }

  /** What the parser hangs on an auxiliary belongs to the verb. */
  private static List<Token> repaired(List<Token> tokens) {
    List<Token> repaired = new ArrayList<>(tokens.size());
    for (Token token : tokens) {
      Token head = token.head() < 0 ? null : tokens.get(token.head());
      boolean onAuxiliary =
          head != null
              && head.head() >= 0
              && head.head() != token.index()
              && (head.label().equals("aux") || head.label().equals("auxpass"))
              && !token.label().equals("neg");
      repaired.add(
          onAuxiliary
              ? new Token(
                  token.index(),
                  token.text(),
                  token.lemma(),
                  token.tag(),
                  head.head(),
                  token.label(),
                  token.span())
              : token);
    }
    return repaired;
  }

  private static void blank(Pattern pattern, StringBuilder text) {
    Matcher match = pattern.matcher(text);
    while (match.find()) {
      for (int i = match.start(1); i < match.end(1); i++) {
        text.setCharAt(i, ' ');
      }
    }
  }

  private static String lemma(String lemma, String form, String tag) {
    if (lemma.startsWith("#")) {
      return form;
    }
    if (tag.startsWith("VB") || tag.equals("MD")) {
      return switch (lemma) {
        case "'s", "'re", "'m" -> "be";
        case "'ve" -> "have";
        case "'ll", "wo" -> "will";
        case "ca" -> "can";
        case "sha" -> "shall";
        default -> verb(lemma.toLowerCase(Locale.ROOT), tag);
      };
    }
    return lemma.toLowerCase(Locale.ROOT);
  }

  /**
   * Past forms that are adjectives too ("provided", "followed") come unchanged from the library.
   */
  private static String verb(String lemma, String tag) {
    boolean past = tag.equals("VBD") || tag.equals("VBN");
    if (!past || lemma.length() < 6 || !lemma.endsWith("ed")) {
      return lemma;
    }
    String stem = lemma.substring(0, lemma.length() - 2);
    return SILENT_E.matcher(stem).matches() ? stem + "e" : stem;
  }

  private static final Pattern SILENT_E =
      Pattern.compile(
          ".*([vczu]|[^aeiou]at|[aiou]d|i[sz]|[aeiou]s|[iu]r|rg|dg|[bcdfgkptz]l|[aeiou]g)");

  /** The same length, with quotes and blanks that the tokenizer's rules know. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      plain.append(
          switch (c) {
            case '\u2018', '\u2019', '\u02BC', '\u201B' -> '\'';
            case '\u201C', '\u201D', '\u201E', '\u00AB', '\u00BB' -> '"';
            case '\u00A0', '\u2007', '\u202F', '\u2009', '\n', '\r', '\t' -> ' ';
            case '\u2010', '\u2011' -> '-';
            default -> c;
          });
    }
    // "On the February 22" derails the parser, "On February 22" does not
    blank(ARTICLE_BEFORE_DATE, plain);
    // "the National Liberation Army (ELN) agreed": the short name says nothing new, and splits the
    // clause
    blank(SHORT_NAME, plain);
    return plain.toString();
  }
}
