package org.entente.coding.ingest;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.model.TimeSpan;

/**
 * Where and by which agency a report was filed: {@code CAIRO, Feb 22 (Reuters) - }.
 *
 * @param length characters up to the first word of the report
 * @param place {@code CAIRO}, or null
 * @param agency {@code Reuters}, or null
 * @param date with year, or null
 */
record Dateline(int length, String place, String agency, TimeSpan date) {
  private static final String CAPITALS = "\\p{Lu}[\\p{Lu}'’.]*(?:[ -]\\p{Lu}[\\p{Lu}'’.]*){0,4}";
  private static final String CITY =
      "\\p{Lu}[\\p{L}'’.]*(?:[ -](?:\\p{Lu}[\\p{L}'’.]*|of|the|de|el|al)){0,4}";
  private static final String BEGINS = "(?=[\"“'‘]?\\p{Lu})";
  private static final String REGION = "(?:, ?" + CITY + "){0,2}";
  private static final String MONTH =
      "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
  private static final String DATE =
      "(?:" + MONTH + "\\.? \\d{1,2}|\\d{1,2} " + MONTH + "\\.?)(?:,? \\d{4})?";
  private static final String AGENCY =
      "(Reuters|Thomson Reuters Foundation|AP|Associated Press|The Associated Press|AFP|Xinhua|TASS|ITAR-TASS|Interfax|RIA Novosti|RIA|Sputnik|UPI|dpa|DPA|EFE|ANSA|Kyodo|Yonhap|IANS|PTI|Bloomberg|CNN|BBC|MENA|SANA|KUNA|WAM|Anadolu|AA|IRNA|APA|RFE/RL|VOA|IRIN)";
  private static final String DASH = "\\s*(?:--|[—–-])\\s*";

  private static final Pattern CAPITAL =
      Pattern.compile(
          "^("
              + CAPITALS
              + REGION
              + "(?:/"
              + CAPITALS
              + REGION
              + ")?)(?:,? ("
              + DATE
              + ")\\.?)?(?:,? \\("
              + AGENCY
              + "\\))?(?:\\s*(?:--|[—–]|-(?=\\s))\\s*)(?=[\"“'‘]?[\\p{Lu}\\d])");
  private static final Pattern MIXED =
      Pattern.compile(
          "^(?:("
              + CITY
              + REGION
              + ")(?:,? ("
              + DATE
              + ")\\.?)?,? )?(?:\\("
              + AGENCY
              + "\\)|/"
              + AGENCY
              + "/\\.?)(?:"
              + DASH
              + "(?=\\S)|\\s*"
              + BEGINS
              + ")");
  private static final Pattern DATED =
      Pattern.compile("^(" + CITY + REGION + "),? (" + DATE + ")" + DASH + BEGINS);
  private static final Pattern ONLY_DATE =
      Pattern.compile("^(" + DATE + ")\\.?,? \\(" + AGENCY + "\\)" + DASH + "(?=\\S)");
  private static final Pattern COLON = Pattern.compile("^(" + CAPITALS + "): (?=\\p{Lu})");
  private static final Set<String> NO_PLACE =
      Set.of(
          "UPDATE",
          "BREAKING",
          "WATCH",
          "EXCLUSIVE",
          "OPINION",
          "ANALYSIS",
          "CORRECTION",
          "NOTE",
          "EDITORIAL",
          "VIDEO",
          "PHOTOS",
          "READ",
          "LIVE",
          "INTERVIEW",
          "Q",
          "A",
          "COMMENT",
          "URGENT",
          "FACTBOX",
          "EXPLAINER",
          "NATO",
          "ISIS",
          "ISIL",
          "OPEC",
          "ASEAN",
          "OSCE",
          "UNESCO",
          "UNICEF",
          "BREAKING NEWS",
          "BACKGROUND",
          "SUMMARY",
          "SOURCE");

  static Optional<Dateline> of(String paragraph) {
    String head = Text.head(paragraph, 160);
    Matcher m = CAPITAL.matcher(head);
    if (m.find() && place(m.group(1)) && !aside(m, head)) {
      return Optional.of(new Dateline(m.end(), m.group(1), m.group(3), date(m.group(2))));
    }
    m = MIXED.matcher(head);
    if (m.find()) {
      return Optional.of(
          new Dateline(
              m.end(), m.group(1), m.group(3) != null ? m.group(3) : m.group(4), date(m.group(2))));
    }
    m = ONLY_DATE.matcher(head);
    if (m.find()) {
      return Optional.of(new Dateline(m.end(), null, m.group(2), date(m.group(1))));
    }
    m = DATED.matcher(head);
    if (m.find()) {
      return Optional.of(new Dateline(m.end(), m.group(1), null, date(m.group(2))));
    }
    m = COLON.matcher(head);
    return m.find() && place(m.group(1)) && letters(m.group(1)) >= 4
        ? Optional.of(new Dateline(m.end(), m.group(1), null, null))
        : Optional.empty();
  }

  private static boolean place(String words) {
    return !NO_PLACE.contains(words) && letters(words) >= 3;
  }

  /** Whether the dash opens an aside that a second one closes: "ISIL – Daesh in Arabic – said". */
  private static boolean aside(Matcher m, String head) {
    return m.group(2) == null
        && m.group(3) == null
        && Pattern.compile(" (?:--|[—–-]) |—").matcher(head).find(m.end());
  }

  private static long letters(String words) {
    return words.chars().filter(Character::isLetter).count();
  }

  private static TimeSpan date(String words) {
    return words == null ? null : Dates.find(words).filter(TimeSpan::known).orElse(null);
  }
}
