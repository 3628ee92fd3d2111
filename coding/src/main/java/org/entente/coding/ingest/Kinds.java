package org.entente.coding.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.model.Paragraph.Kind;
import org.entente.model.TimeSpan;

/**
 * Says what each block of a draft is for. Kinds that the format told (a heading's tag, a caption's)
 * stay; the rest is told by words and place: stamps, disclaimers, captions and bylines by how they
 * are written, the biography by its place at the end and its words, pull quotes because they repeat
 * the body, title and headings because they are short and do not end as sentences do.
 */
final class Kinds {
  /** A text with more words is no article, and is not searched for pull quotes. */
  private static final int MOST_WORDS = 100_000;

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final String DATE_BEGINS =
      "(?:on\\s+|at\\s+)?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,?\\s+)?(?:the\\s+)?(?:\\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?\\s+\\d)";
  private static final Pattern STAMP =
      Pattern.compile(
          "^[(\\[]?(?:(?:this\\s+)?(?:article|story|page|post|report|content)\\s+)?(?:(?:was|is|has\\s+been)\\s+)?(?:(?:last|first|originally|date|time)\\s+)*(updated?|modified|edited|revised|corrected|published|posted|created|issued|released|publication\\s+date|date\\s+of\\s+publication|date)(?:\\s+(?:on|at|date|time|online))?\\s*[:|–—-]?\\s*"
              + DATE_BEGINS,
          FLAGS);
  private static final Pattern LATER =
      Pattern.compile("\\b(?:updated?|modified|edited|revised|corrected)\\b", FLAGS);
  private static final Pattern DISCLAIMER =
      Pattern.compile(
          "^[(\\[*]*(?:disclaimer\\b"
              + "|(?:the\\s+)?(?:views?|opinions?|statements)(?:\\s+(?:and|or|&)\\s+(?:views?|opinions?))?(?:,?\\s+(?:\\S+\\s+){0,3}?)expressed\\b"
              + "|(?:the\\s+)?(?:views|opinions)\\b.{0,80}\\b(?:those\\s+of\\s+the\\s+(?:author|writer)|do(?:es)?\\s+not\\s+(?:necessarily\\s+)?(?:reflect|represent))"
              + "|this\\s+(?:article|piece|column|commentary)\\b.{0,120}\\b(?:author['’]s\\s+own|does\\s+not\\s+(?:necessarily\\s+)?(?:reflect|represent))"
              + "|(?:copyright\\b.{0,40}\\d{4}|©|\\(c\\)\\s*(?:copyright\\s*)?\\d{4})"
              + "|all\\s+rights\\s+reserved"
              + "|this\\s+material\\s+may\\s+not\\s+be\\s+(?:published|reproduced)"
              + "|(?:this\\s+)?(?:article|story|content|report)\\b.{0,60}\\bmay\\s+not\\s+be\\s+(?:reproduced|republished))",
          FLAGS);
  private static final Pattern CAPTION =
      Pattern.compile(
          "^[(\\[]?(?:(?:file\\s+)?photos?|image|picture|caption|pictured|photograph)\\b\\s*(?:credit|by|courtesy|:|/|\\|)"
              + "|^file\\s*[-–—:]\\s|^\\(?file photo\\b"
              + "|(?:\\bgetty images\\b|\\b(?:AP|AFP|EPA|Reuters) ?/ ?\\p{Lu}[\\p{L} .]{2,40}|\\b(?:AP|AFP|Reuters) photo\\b|\\(?file photo\\)?|\\(photo:? [^)]{2,60}\\))[).\\]]*$",
          FLAGS);
  private static final Pattern BYLINE =
      Pattern.compile(
          "^(?:(?:[Bb]y|BY|[Ww]ritten by|[Aa]uthor:|[Rr]eporting by|[Aa]dditional reporting by|[Ee]diting by|[Ww]riting by|[Cc]ompiled by)[: ]+)(\\p{Lu}.{2,110}?)\\.?$");
  private static final Pattern TAIL_CREDIT =
      Pattern.compile(
          "^[(\\[]?(?:additional\\s+)?(?:reporting|writing|editing|compiled|translated|edited)\\s+by\\s+\\p{Lu}.{2,300}$",
          FLAGS);
  private static final Pattern NAMES =
      Pattern.compile(
          Text.NAME
              + "(?:(?:, | and |, and | & )"
              + Text.NAME
              + ")*(?:,? (?:in|for|at|of|and) \\p{Lu}[\\p{L} ,.'’&-]*|, \\p{Lu}[\\p{L} .'’&-]*|\\s*\\|.*)?");
  private static final Pattern NAME = Pattern.compile(Text.NAME);
  private static final Pattern BIOGRAPHY =
      Pattern.compile(
          "^[(\\[*_–—\\s]*(?:about the author:?\\s*)?(?:(the (?:author|writer))|("
              + Text.NAME
              + ")(?:,? (?:PhD|Ph\\.D\\.?|MD|Jr\\.?|MP))?),? (?:is|was|has been|writes|covers|works|teaches|serves|reports|holds)\\b");
  private static final Pattern CUE =
      Pattern.compile(
          "\\b(?:(?:co-?)?founder|fellow|correspondent|journalist|columnist|analyst|commentator|contributor|contributing|(?:assistant |associate )?professor|lecturer|researcher|scholar|academic|historian|political scientist|expert|specialist|writer|author|editor|blogger|ph\\.?d|doctoral|postdoctoral|candidate (?:at|in)|alumn(?:us|a|i|ae)|graduate|consultant|think[- ]?tank|director of (?:the )?[\\p{L} ]*(?:program|programme|project|center|centre|institute|research|studies)|bureau chief|reporter|producer|broadcaster|freelance|teaches|covers|writes (?:about|on|for)|former (?:ambassador|diplomat))\\b",
          FLAGS);
  private static final Pattern CONTACT =
      Pattern.compile(
          "^[(\\[*]*(?:follow (?:him|her|them|me|the author|@|\\p{Lu})|(?:twitter|e-?mail|contact|facebook)\\s*:|(?:he|she|they) (?:can be (?:followed|reached|contacted)|tweets|blogs)|@\\w+$|on twitter\\b|about the author)",
          FLAGS);
  private static final Pattern LINK =
      Pattern.compile(
          "^(?:read (?:more|also|next)|also read|see also|related(?: (?:stories|articles|news))?|advertisement|more on this|share this|watch|listen)\\b.{0,3}(?::|$)",
          FLAGS);

  private final Draft draft;
  private final List<Block> blocks;

  private Kinds(Draft draft) {
    this.draft = draft;
    this.blocks = draft.blocks;
  }

  /** Gives every block of the draft its kind; fills title, byline and date from blocks. */
  static void assign(Draft draft) {
    Kinds kinds = new Kinds(draft);
    kinds.byWords();
    kinds.title();
    kinds.dates();
    kinds.pullQuotes();
    kinds.biography();
    kinds.bylines();
    kinds.headings();
    kinds.needBody();
  }

  private void byWords() {
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block.kind() == null) {
        set(i, byWords(block.text()));
      }
    }
  }

  private static Kind byWords(String text) {
    if (text.length() <= 200 && (STAMP.matcher(text).find() || bareDate(text))) {
      return Kind.STAMP;
    }
    String head = Text.head(text, 400);
    if (text.length() <= 1_200 && DISCLAIMER.matcher(head).find()) {
      return Kind.DISCLAIMER;
    }
    if (text.length() <= 400 && CAPTION.matcher(text).find() && Dateline.of(text).isEmpty()) {
      return Kind.CAPTION;
    }
    if (text.length() <= 120) {
      Matcher by = BYLINE.matcher(text);
      if (by.matches() && NAMES.matcher(title(by.group(1))).matches()) {
        return Kind.BYLINE;
      }
    }
    return text.length() <= 320 && TAIL_CREDIT.matcher(text).matches() ? Kind.BYLINE : null;
  }

  /** JOHN SMITH as John Smith, so that one rule tells names. */
  private static String title(String text) {
    if (!text.equals(text.toUpperCase(Locale.ROOT))) {
      return text;
    }
    StringBuilder result = new StringBuilder();
    boolean start = true;
    for (char c : text.toCharArray()) {
      result.append(start ? c : Character.toLowerCase(c));
      start = !Character.isLetter(c);
    }
    return result.toString().replace(" And ", " and ");
  }

  private static boolean bareDate(String text) {
    return text.length() <= 80 && Dates.find(text).isPresent() && Dates.without(text).isEmpty();
  }

  private void title() {
    int first = 0;
    while (first < blocks.size() && isOneOf(first, Kind.STAMP, Kind.BYLINE, Kind.CAPTION)) {
      first++;
    }
    if (draft.title != null) {
      // the format told the title: a first block that repeats it is the title's place
      String words = Text.words(draft.title);
      for (int i = 0; i < Math.min(blocks.size(), first + 3); i++) {
        if (Text.words(blocks.get(i).text()).equals(words)) {
          set(i, Kind.TITLE);
          return;
        }
      }
      blocks.add(0, new Block(Kind.TITLE, draft.title));
      return;
    }
    if (first < blocks.size() - 1) {
      Block block = blocks.get(first);
      if ((block.kind() == null || block.kind() == Kind.HEADING)
          && block.text().length() <= 150
          && (!Text.ends(block.text()) || block.text().endsWith("?") || block.text().endsWith("!"))
          && Dateline.of(block.text()).isEmpty()) {
        set(first, Kind.TITLE);
        draft.title = block.text();
      }
    }
  }

  /** Publication's date from stamps: one that tells an update is none. */
  private void dates() {
    if (draft.published != null) {
      return;
    }
    boolean body = false;
    for (Block block : blocks) {
      body |= block.kind() == null;
      if (block.kind() != Kind.STAMP) {
        continue;
      }
      Matcher stamp = STAMP.matcher(block.text());
      boolean told = stamp.find();
      if (told && LATER.matcher(stamp.group(1)).matches() || !told && body) {
        continue;
      }
      Matcher later = LATER.matcher(block.text());
      String words = later.find() ? block.text().substring(0, later.start()) : block.text();
      Optional<TimeSpan> date = Dates.find(words);
      if (date.isPresent()) {
        draft.published = date.get().withText(Text.clean(words));
        return;
      }
    }
  }

  /** Short blocks that repeat a part of another block, and blocks that come twice. */
  private void pullQuotes() {
    List<String> words = new ArrayList<>();
    long sum = 0;
    for (Block block : blocks) {
      String bare = block.kind() == null ? Text.words(unsigned(block.text())) : " ";
      words.add(bare);
      sum += Text.count(bare);
    }
    if (sum > MOST_WORDS) {
      draft.notes.add("very long: not searched for pull quotes");
      return;
    }
    Map<String, List<Integer>> places = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      for (String gram : grams(words.get(i))) {
        places.computeIfAbsent(gram, key -> new ArrayList<>(2)).add(i);
      }
    }
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).kind() == null && repeats(i, words, places)) {
        set(i, Kind.PULL_QUOTE);
        String name = i + 1 < blocks.size() ? blocks.get(i + 1).text() : "";
        if (i + 1 < blocks.size()
            && blocks.get(i + 1).kind() == null
            && name.length() <= 60
            && NAME.matcher(name.replaceFirst("^[-–—]\\s*", "")).matches()) {
          set(i + 1, Kind.PULL_QUOTE);
        }
      }
    }
  }

  private boolean repeats(int i, List<String> words, Map<String, List<Integer>> places) {
    String quote = words.get(i);
    int n = Text.count(quote);
    if (n < 6) {
      return false;
    }
    Set<String> grams = grams(quote);
    Map<Integer, Integer> shared = new HashMap<>();
    for (String gram : grams) {
      for (int j : places.get(gram)) {
        if (j != i && blocks.get(j).kind() == null) {
          shared.merge(j, 1, Integer::sum);
        }
      }
    }
    String text = blocks.get(i).text();
    boolean loose =
        n >= 8 && n <= 60 && (!Text.ends(text) || "\"“‘«…".indexOf(text.charAt(0)) >= 0);
    for (Map.Entry<Integer, Integer> entry : shared.entrySet()) {
      int j = entry.getKey();
      String host = words.get(j);
      boolean same = host.equals(quote);
      if (same ? j < i : host.length() > quote.length() && n <= 60 && host.contains(quote)) {
        return true;
      }
      if (loose && host.length() > quote.length() && entry.getValue() >= grams.size() * 0.8) {
        return true;
      }
    }
    return false;
  }

  /** Without the speaker's name after a dash. */
  private static String unsigned(String text) {
    int dash =
        Math.max(text.lastIndexOf('—'), Math.max(text.lastIndexOf("– "), text.lastIndexOf("- ")));
    return dash > 20
            && text.length() - dash < 60
            && NAME.matcher(text.substring(dash + 1).strip()).matches()
        ? text.substring(0, dash)
        : text;
  }

  /** Runs of four words. */
  private static Set<String> grams(String words) {
    String[] parts = words.strip().split(" ");
    Set<String> grams = new HashSet<>();
    for (int i = 0; i + 4 <= parts.length; i++) {
      grams.add(parts[i] + ' ' + parts[i + 1] + ' ' + parts[i + 2] + ' ' + parts[i + 3]);
    }
    return grams;
  }

  /** At the end, about the author; by an author known already, anywhere. */
  private void biography() {
    List<Integer> contacts = new ArrayList<>();
    boolean found = false;
    for (int i = blocks.size() - 1; i >= 0; i--) {
      Block block = blocks.get(i);
      if (block.kind() == Kind.BIOGRAPHY) {
        found = true;
        continue;
      }
      if (block.kind() != null) {
        continue;
      }
      String head = Text.head(block.text(), 500);
      Matcher matcher = BIOGRAPHY.matcher(head);
      if (matcher.find() && about(i, matcher, head)) {
        set(i, Kind.BIOGRAPHY);
        found = true;
        if (draft.byline == null && matcher.group(2) != null) {
          draft.byline = matcher.group(2);
        }
      } else if (CONTACT.matcher(head).find() && block.text().length() <= 300) {
        contacts.add(i);
      } else if (block.text().length() > 100 || Text.ends(block.text())) {
        break;
      }
    }
    for (int i : contacts) {
      set(i, Kind.BIOGRAPHY);
    }
    if (!found && draft.byline != null) {
      for (int i = 0; i < blocks.size(); i++) {
        Matcher matcher = BIOGRAPHY.matcher(Text.head(blocks.get(i).text(), 500));
        if (blocks.get(i).kind() == null && matcher.find() && isAuthor(matcher.group(2))) {
          set(i, Kind.BIOGRAPHY);
        }
      }
    }
  }

  private boolean about(int at, Matcher matcher, String head) {
    if (matcher.group(1) != null) {
      return true;
    }
    String name = matcher.group(2);
    if (isAuthor(name)) {
      return true;
    }
    if (!CUE.matcher(head.substring(matcher.end())).find()) {
      return false;
    }
    String words = Text.words(name);
    String surname = words.substring(words.lastIndexOf(' ', words.length() - 2));
    boolean signed = false;
    for (int i = 0; i < at; i++) {
      String other = Text.words(Text.head(blocks.get(i).text(), 5_000));
      signed |= other.equals(words) || other.equals(" by" + words);
      if (blocks.get(i).kind() == null && !other.equals(words) && other.contains(surname)) {
        return signed;
      }
    }
    return true;
  }

  private boolean isAuthor(String name) {
    return name != null
        && draft.byline != null
        && Text.words(draft.byline).contains(Text.words(name));
  }

  private void bylines() {
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block.kind() == Kind.BYLINE && draft.byline == null) {
        Matcher by = BYLINE.matcher(block.text());
        if (by.matches() && !TAIL_CREDIT.matcher(block.text()).matches()) {
          draft.byline = title(by.group(1));
        }
      }
      boolean open =
          block.kind() == null || block.kind() == Kind.PULL_QUOTE || block.kind() == Kind.HEADING;
      if (open
          && draft.byline != null
          && block.text().length() <= 80
          && NAME.matcher(title(block.text())).matches()
          && isAuthor(block.text())) {
        set(i, Kind.BYLINE);
      }
    }
  }

  private void headings() {
    boolean body = false;
    for (int i = blocks.size() - 1; i >= 0; i--) {
      Block block = blocks.get(i);
      if (block.kind() != null) {
        body |= block.kind() == Kind.BODY;
        continue;
      }
      String text = block.text();
      boolean few = text.length() <= 90 && Text.count(Text.words(text)) <= 12;
      boolean open = !Text.ends(text) || text.endsWith("?") && Text.count(Text.words(text)) <= 8;
      boolean item = text.startsWith("- ") || text.startsWith("•") || text.startsWith("* ");
      if (LINK.matcher(text).find() && text.length() <= 150
          || few && open && !item && body && Dateline.of(text).isEmpty()) {
        set(i, Kind.HEADING);
      } else {
        set(i, Kind.BODY);
        body = true;
      }
    }
  }

  /** A text of headlines alone: then they are what there is to code. */
  private void needBody() {
    if (blocks.stream().anyMatch(block -> block.kind() == Kind.BODY)) {
      return;
    }
    boolean any = false;
    for (int i = 0; i < blocks.size(); i++) {
      if (isOneOf(i, Kind.HEADING)) {
        set(i, Kind.BODY);
        any = true;
      }
    }
    for (int i = 0; i < blocks.size() && !any; i++) {
      if (isOneOf(i, Kind.TITLE)) {
        set(i, Kind.BODY);
        draft.notes.add("no text but the title, which is taken for the text");
        any = true;
      }
    }
  }

  private boolean isOneOf(int i, Kind... kinds) {
    for (Kind kind : kinds) {
      if (blocks.get(i).kind() == kind) {
        return true;
      }
    }
    return false;
  }

  private void set(int i, Kind kind) {
    blocks.set(i, blocks.get(i).as(kind));
  }
}
