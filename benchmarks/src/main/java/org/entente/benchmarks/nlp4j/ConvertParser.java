package org.entente.benchmarks.nlp4j;

import edu.emory.mathcs.nlp.common.util.IOUtils;
import edu.emory.mathcs.nlp.common.util.Language;
import edu.emory.mathcs.nlp.component.dep.DEPParser;
import edu.emory.mathcs.nlp.component.dep.DEPState;
import edu.emory.mathcs.nlp.component.morph.MorphologicalAnalyzer;
import edu.emory.mathcs.nlp.component.pos.POSState;
import edu.emory.mathcs.nlp.component.pos.POSTagger;
import edu.emory.mathcs.nlp.component.template.OnlineComponent;
import edu.emory.mathcs.nlp.component.template.feature.FeatureTemplate;
import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.component.template.state.NLPState;
import edu.emory.mathcs.nlp.component.tokenizer.EnglishTokenizer;
import edu.emory.mathcs.nlp.component.tokenizer.token.Token;
import edu.emory.mathcs.nlp.learning.optimization.OnlineOptimizer;
import edu.emory.mathcs.nlp.learning.util.FeatureMap;
import edu.emory.mathcs.nlp.learning.util.FeatureVector;
import edu.emory.mathcs.nlp.learning.util.MLUtils;
import edu.emory.mathcs.nlp.learning.util.MajorVector;
import edu.emory.mathcs.nlp.learning.util.SparseItem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.ObjectInputStream;
import java.lang.reflect.Field;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.entente.coding.syntax.PlainText;
import org.entente.coding.syntax.model.KeyHash;
import org.entente.coding.syntax.model.ModelWriter;
import org.entente.coding.syntax.model.ModelWriter.Table;
import org.entente.coding.syntax.model.ModelWriter.Word;
import org.entente.coding.syntax.model.Weights;
import org.entente.coding.syntax.model.WordTable.Base;

/**
 * Writes the parser's model file from NLP4J's models: features hashed, weights quantised, and the
 * transitions that our own sentences take most.
 */
public final class ConvertParser {
  private static final String SOURCE =
      "Weights and word lists of NLP4J (nlp4j-english 1.1.2, nlp4j-api 1.1.3; Emory University,"
          + " Jinho D. Choi; Apache License 2.0). Modified: hashed and quantised for Entente.";

  private static final String MODELS = "edu/emory/mathcs/nlp/models/";
  private static final String LEXICA = "edu/emory/mathcs/nlp/lexica/";
  private static final String MORPHOLOGY = "edu/emory/mathcs/nlp/component/morph/english/";

  /** A transition that our sentences take so many times is kept for that. */
  private static final int OFTEN = 10;

  /** Steps that a unit of weight is told in. */
  private static final int TAGGER_SCALE = 1_000;

  private static final int PARSER_SCALE = 700;

  private final Map<String, List<String>> tagClasses;
  private final Map<String, Set<String>> clusters;
  private final POSTagger<NLPNode> tagger;
  private final DEPParser<NLPNode> parser;
  private final List<List<String>> sentences;
  private final ModelWriter writer = new ModelWriter();

  private ConvertParser(List<List<String>> sentences) throws IOException, ClassNotFoundException {
    this.sentences = sentences;
    this.tagClasses = read(LEXICA + "en-ambiguity-classes-simplified-lowercase.xz");
    this.clusters = read(LEXICA + "en-brown-clusters-simplified-lowercase.xz");
    this.tagger = read(MODELS + "en-pos.xz");
    this.parser = read(MODELS + "en-dep.xz");
  }

  @SuppressWarnings("unchecked")
  private static <T> T read(String path) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = IOUtils.createArtifactObjectInputStream(path)) {
      return (T) in.readObject();
    }
  }

  /**
   * @param args the file to write, and a text of our own, a sentence a line, to count with
   */
  public static void main(String[] args) throws Exception {
    checkSource(MODELS + "en-dep.xz", Pinned.ENGLISH);
    checkSource(MORPHOLOGY + "verb.base", Pinned.API);
    Path out = Path.of(args[0]);
    byte[] model = new ConvertParser(tokenized(Path.of(args[1]))).convert();
    Files.write(out, model);
    System.out.printf(
        "%s: %,d bytes, SHA-256 %s%n",
        out,
        model.length,
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(model)));
  }

  private static List<List<String>> tokenized(Path text) throws IOException {
    EnglishTokenizer tokenizer = new EnglishTokenizer();
    List<List<String>> sentences = new ArrayList<>();
    for (String line : Agreement.lines(text)) {
      sentences.add(
          tokenizer.tokenize(PlainText.of(line)).stream().map(Token::getWordForm).toList());
    }
    return sentences;
  }

  /** The artefact that a resource comes from must be the one that we know. */
  private static void checkSource(String resource, String sha256) throws Exception {
    URL url = ConvertParser.class.getClassLoader().getResource(resource);
    if (url == null) {
      throw new IllegalStateException(resource + " is not in the class path: run with -Pnlp4j");
    }
    String path = url.getPath();
    Path jar = Path.of(new java.net.URI(path.substring(0, path.indexOf('!'))));
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (InputStream in = new DigestInputStream(Files.newInputStream(jar), digest)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    String found = HexFormat.of().formatHex(digest.digest());
    if (!found.equals(sha256)) {
      throw new IllegalStateException(jar + " has SHA-256 " + found + ", expected " + sha256);
    }
  }

  private byte[] convert() throws Exception {
    List<String> classes = distinct(tagClasses);
    List<String> clusterSets = distinct(clusters);
    Usage usage = count();
    List<String> tags = tagger.getOptimizer().getLabelMap().getLabelList();
    List<Integer> transitions = usage.transitions(parser.getOptimizer());
    List<String> transitionNames =
        transitions.stream().map(i -> parser.getOptimizer().getLabel(i)).toList();
    writer.names(tags, transitionNames, classes, irregular(), SOURCE);
    words(classes, clusterSets);
    weights(
        "tagger",
        tagger,
        IntStream.range(0, tags.size()).boxed().toList(),
        Map.of(
            0,
            classes,
            1,
            classes,
            2,
            classes,
            3,
            classes,
            6,
            clusterSets,
            7,
            clusterSets,
            8,
            clusterSets),
        usage.tagger,
        TAGGER_SCALE);
    weights(
        "parser",
        parser,
        transitions,
        Map.of(0, clusterSets, 1, clusterSets, 2, clusterSets, 3, clusterSets),
        usage.parser,
        PARSER_SCALE);
    return writer.toBytes();
  }

  private static List<String> distinct(Map<String, ? extends Collection<String>> lexicon) {
    Map<String, Integer> counts = new HashMap<>();
    for (Collection<String> values : lexicon.values()) {
      counts.merge(joined(values), 1, Integer::sum);
    }
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Classes keep their order, for the tagger joins them; sets of clusters have none. */
  private static String joined(Collection<String> values) {
    return String.join("_", values instanceof Set ? new TreeSet<>(values) : values);
  }

  private void words(List<String> classes, List<String> clusterSets) throws IOException {
    Map<String, Integer> classNumber = numbers(classes);
    Map<String, Integer> clusterNumber = numbers(clusterSets);
    Map<String, Integer> bases = new HashMap<>();
    for (Base part : Base.values()) {
      for (String line : lines(MORPHOLOGY + name(part) + ".base")) {
        bases.merge(line.trim(), 1 << part.ordinal(), (a, b) -> a | b);
      }
    }
    Set<String> all = new TreeSet<>(tagClasses.keySet());
    all.addAll(clusters.keySet());
    all.addAll(bases.keySet());
    Map<Long, Word> words = new LinkedHashMap<>();
    for (String word : all) {
      List<String> tagClass = tagClasses.get(word);
      Set<String> cluster = clusters.get(word);
      words.put(
          KeyHash.of(word),
          new Word(
              tagClass == null ? -1 : classNumber.get(joined(tagClass)),
              cluster == null ? -1 : clusterNumber.get(joined(cluster)),
              bases.getOrDefault(word, 0)));
    }
    writer.words(words);
  }

  private static String name(Base part) {
    return part.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static Map<String, Integer> numbers(List<String> values) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < values.size(); i++) {
      numbers.put(values.get(i), i);
    }
    return numbers;
  }

  private static List<String> lines(String resource) throws IOException {
    InputStream in = ConvertParser.class.getClassLoader().getResourceAsStream(resource);
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank()).toList();
    }
  }

  private static Map<Base, Map<String, String>> irregular() throws IOException {
    Map<Base, Map<String, String>> irregular = new EnumMap<>(Base.class);
    for (Base part : Base.values()) {
      Map<String, String> forms = new TreeMap<>();
      for (String line : lines(MORPHOLOGY + name(part) + ".exc")) {
        String[] cells = line.trim().split(" ");
        forms.put(cells[0], cells[1]);
      }
      irregular.put(part, forms);
    }
    return irregular;
  }

  private void weights(
      String name,
      OnlineComponent<NLPNode, ?> component,
      List<Integer> lanes,
      Map<Integer, List<String>> sets,
      Set<Integer> used,
      int scale)
      throws ReflectiveOperationException {
    MajorVector weights = component.getOptimizer().getWeightVector().getSparseWeightVector();
    List<? extends Map<String, Integer>> features = features(component.getFeatureTemplate());
    TreeMap<Long, float[]> keyed = new TreeMap<>();
    List<List<float[]>> groups = new ArrayList<>();
    for (int template = 0; template < features.size(); template++) {
      Map<String, Integer> rows = features.get(template);
      if (sets.containsKey(template)) {
        List<float[]> group = new ArrayList<>();
        for (String set : sets.get(template)) {
          float[] sum = new float[lanes.size()];
          for (String value : set.split("_")) {
            Integer row = rows.get(value);
            for (int lane = 0; row != null && lane < sum.length; lane++) {
              sum[lane] += weights.get(row * weights.getLabelSize() + lanes.get(lane));
            }
          }
          group.add(sum);
        }
        groups.add(group);
        continue;
      }
      for (Map.Entry<String, Integer> feature : rows.entrySet()) {
        float[] row = new float[lanes.size()];
        for (int lane = 0; lane < row.length; lane++) {
          row[lane] = weights.get(feature.getValue() * weights.getLabelSize() + lanes.get(lane));
        }
        long key = KeyHash.key(template, KeyHash.of(feature.getKey()));
        keyed.merge(key, row, (a, b) -> used.contains(feature.getValue()) ? b : a);
      }
    }
    writer.weights(name, new Table(keyed, groups, scale));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Integer>> features(FeatureTemplate<?, ?> template)
      throws ReflectiveOperationException {
    Field map = FeatureTemplate.class.getDeclaredField("feature_map");
    map.setAccessible(true);
    return (List<Map<String, Integer>>) (List<?>) ((FeatureMap) map.get(template)).getIndexMaps();
  }

  /** Features that our sentences ask for, and how often they take each transition. */
  private record Usage(Set<Integer> tagger, Set<Integer> parser, Map<Integer, Integer> taken) {
    /**
     * As many transitions as there are lanes: those that our sentences take often, then those with
     * the greatest weights, which were the more frequent in training.
     */
    List<Integer> transitions(OnlineOptimizer optimizer) {
      double[] mass = mass(optimizer.getWeightVector().getSparseWeightVector());
      return IntStream.range(0, optimizer.getLabelMap().size())
          .boxed()
          .sorted(
              Comparator.<Integer>comparingInt(i -> -often(i))
                  .thenComparingDouble(i -> -mass[i])
                  .thenComparingInt(i -> i))
          .limit(Weights.LANES)
          .toList();
    }

    private int often(int transition) {
      int times = taken.getOrDefault(transition, 0);
      return times < OFTEN ? 0 : times;
    }

    private static double[] mass(MajorVector weights) {
      double[] mass = new double[weights.getLabelSize()];
      for (int row = 1; row < weights.getFeatureSize(); row++) {
        for (int label = 0; label < mass.length; label++) {
          mass[label] += Math.abs(weights.get(row * mass.length + label));
        }
      }
      return mass;
    }
  }

  private Usage count() {
    Usage usage = new Usage(new HashSet<>(), new HashSet<>(), new HashMap<>());
    MorphologicalAnalyzer<NLPNode> morphology = new MorphologicalAnalyzer<>(Language.ENGLISH);
    for (List<String> words : sentences) {
      NLPNode[] nodes = new NLPNode[words.size() + 1];
      nodes[0] = new NLPNode();
      nodes[0].toRoot();
      for (int i = 1; i < nodes.length; i++) {
        nodes[i] = new NLPNode(i, words.get(i - 1));
        nodes[i].setAmbiguityClasses(tagClasses.get(nodes[i].getWordFormSimplifiedLowercase()));
        nodes[i].setWordClusters(clusters.get(nodes[i].getWordFormSimplifiedLowercase()));
      }
      POSState<NLPNode> tagging = new POSState<>(nodes);
      while (!tagging.isTerminate()) {
        float[] scores = scores(tagger, tagging, usage.tagger);
        tagging.next(tagger.getOptimizer().getLabelMap(), MLUtils.argmax2(scores), scores);
      }
      morphology.process(nodes);
      DEPState<NLPNode> parsing = new DEPState<>(nodes);
      while (!parsing.isTerminate()) {
        float[] scores = scores(parser, parsing, usage.parser);
        int[] best =
            parser
                .getLabelCandidates()
                .getLabelIndices(parsing.getStack(), parsing.getInput(), scores);
        usage.taken.merge(best[0], 1, Integer::sum);
        parsing.next(parser.getOptimizer().getLabelMap(), best, scores);
      }
    }
    return usage;
  }

  private static <S extends NLPState<NLPNode>> float[] scores(
      OnlineComponent<NLPNode, S> component, S state, Set<Integer> used) {
    FeatureVector features = component.getFeatureTemplate().createFeatureVector(state, false);
    for (SparseItem item : features.getSparseVector().getVector()) {
      used.add(item.getIndex());
    }
    return component.getOptimizer().scores(features, false);
  }
}
