package org.entente.coding.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.coding.syntax.model.ModelFile;
import org.entente.coding.syntax.model.SyntaxModel;
import org.entente.model.Span;

/**
 * Tokens, tags, lemmas and dependency trees of English news, from one model of 16 MB with NLP4J's
 * weights. One for the whole process; each thread that uses it keeps some state of its own.
 */
public final class EnglishParser implements Parser {
  /** Where the model is in the class path, beside this class. */
  public static final String MODEL = "english.model";

  /** A longer sentence is no sentence (a table, a list): it is parsed in pieces. */
  static final int LONGEST = 180;

  private static final int REMEMBERED = 10_000;

  private static EnglishParser shared;

  private final SyntaxModel model;
  private final TagFeatures tagFeatures;
  private final TreeFeatures treeFeatures;
  private final ThreadLocal<Desk> desks = ThreadLocal.withInitial(Desk::new);

  /** A parser with a model of one's own. */
  public EnglishParser(SyntaxModel model) {
    this.model = model;
    this.tagFeatures = new TagFeatures(model);
    this.treeFeatures = new TreeFeatures(model);
  }

  /**
   * The one of the process, loaded when first asked for.
   *
   * @throws org.entente.coding.syntax.model.BadModelException if the model file is missing or not
   *     what it should be
   */
  public static synchronized EnglishParser shared() {
    if (shared == null) {
      shared = load();
    }
    return shared;
  }

  /** Loads the bundled model anew; takes a quarter of a second and 40 MB. */
  public static EnglishParser load() {
    return new EnglishParser(ModelFile.read(MODEL, EnglishParser.class.getResourceAsStream(MODEL)));
  }

  public SyntaxModel model() {
    return model;
  }

  @Override
  public List<Sentence> parse(String text, Span stretch, int first) {
    String plain = PlainText.of(stretch.in(text));
    Tokenizer tokens = new Tokenizer(plain);
    Sentences ends = new Sentences(tokens);
    List<Sentence> sentences = new ArrayList<>();
    Desk desk = desks.get();
    for (int from = 0; from < tokens.count(); ) {
      int end = ends.end(from);
      for (; from < end; from = Math.min(end, from + LONGEST)) {
        int to = Math.min(end, from + LONGEST);
        List<Span> spans = new ArrayList<>(to - from);
        List<String> forms = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
          forms.add(tokens.form(i));
          spans.add(new Span(stretch.start() + tokens.start(i), stretch.start() + tokens.end(i)));
        }
        List<Token> parsed = desk.parse(text, forms, spans);
        sentences.add(new Sentence(first + sentences.size(), Repairs.repaired(parsed)));
      }
    }
    return sentences;
  }

  /**
   * The tree of words that are tokens already, just as the model has it. Spans are those of the
   * words joined with blanks.
   */
  public Sentence parse(List<String> words) {
    String text = String.join(" ", words);
    List<Span> spans = new ArrayList<>();
    int at = 0;
    for (String word : words) {
      spans.add(new Span(at, at + word.length()));
      at += word.length() + 1;
    }
    return new Sentence(0, desks.get().parse(text, words, spans));
  }

  /** What a thread needs while it reads a sentence, and forms that it has seen. */
  private final class Desk {
    private final Map<String, Form> forms = new HashMap<>();
    private final Lemmatizer lemmatizer = new Lemmatizer(model);
    private final Tagger tagger = new Tagger(tagFeatures);
    private final TreeBuilder builder = new TreeBuilder(treeFeatures);
    private final Reading root = new Reading(null, treeFeatures.rootTag, TreeFeatures.ROOT);

    List<Token> parse(String text, List<String> words, List<Span> spans) {
      int size = words.size() + 1;
      if (forms.size() > REMEMBERED) {
        forms.clear();
      }
      Form[] sentence = new Form[size];
      for (int i = 1; i < size; i++) {
        sentence[i] = form(words.get(i - 1));
      }
      int[] tags = new int[size];
      tagger.tag(sentence, size, tags);
      Reading[] readings = new Reading[size];
      readings[0] = root;
      for (int i = 1; i < size; i++) {
        readings[i] = reading(sentence[i], tags[i]);
      }
      Children tree = builder.build(readings, size);
      List<Token> tokens = new ArrayList<>(size - 1);
      for (int i = 1; i < size; i++) {
        String tag = model.tags().get(tags[i]);
        tokens.add(
            new Token(
                i - 1,
                spans.get(i - 1).in(text),
                Repairs.lemma(readings[i].lemma, words.get(i - 1), tag),
                tag,
                tree.head[i] - 1,
                treeFeatures.labels.get(tree.label[i]),
                spans.get(i - 1)));
      }
      return tokens;
    }

    private Form form(String word) {
      Form form = forms.get(word);
      if (form == null) {
        form = new Form(word, model);
        forms.put(word, form);
      }
      return form;
    }

    private Reading reading(Form form, int tag) {
      Reading reading = form.readings[tag];
      if (reading == null) {
        reading = new Reading(form, tag, lemmatizer.lemma(form.lower, model.tags().get(tag)));
        form.readings[tag] = reading;
      }
      return reading;
    }
  }
}
