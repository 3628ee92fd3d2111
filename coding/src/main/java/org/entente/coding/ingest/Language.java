package org.entente.coding.ingest;

import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.entente.model.Paragraph;

/**
 * Tells English from the rest. Most English is told by the share of its small words alone; only in
 * doubt are Lingua's models loaded (a second, once).
 */
final class Language {
  private static final int HEAD = 1_000;

  /** Below so many letters nothing is said. */
  private static final int SHORTEST = 40;

  private static final Set<String> SMALL =
      Set.copyOf(
          Arrays.asList(
              ("the of and to in that is was for on with as by at from has have had it its he she they"
                      + " his her their were are be been will would which who this not but after"
                      + " an said")
                  .split(" ")));

  private Language() {}

  private static final class Models {
    static final LanguageDetector DETECTOR =
        LanguageDetectorBuilder.fromLanguages(
                com.github.pemistahl.lingua.api.Language.ENGLISH,
                com.github.pemistahl.lingua.api.Language.FRENCH,
                com.github.pemistahl.lingua.api.Language.GERMAN,
                com.github.pemistahl.lingua.api.Language.SPANISH,
                com.github.pemistahl.lingua.api.Language.ITALIAN,
                com.github.pemistahl.lingua.api.Language.PORTUGUESE,
                com.github.pemistahl.lingua.api.Language.DUTCH,
                com.github.pemistahl.lingua.api.Language.POLISH,
                com.github.pemistahl.lingua.api.Language.TURKISH,
                com.github.pemistahl.lingua.api.Language.INDONESIAN,
                com.github.pemistahl.lingua.api.Language.RUSSIAN,
                com.github.pemistahl.lingua.api.Language.UKRAINIAN,
                com.github.pemistahl.lingua.api.Language.ARABIC,
                com.github.pemistahl.lingua.api.Language.PERSIAN,
                com.github.pemistahl.lingua.api.Language.HEBREW,
                com.github.pemistahl.lingua.api.Language.CHINESE,
                com.github.pemistahl.lingua.api.Language.JAPANESE,
                com.github.pemistahl.lingua.api.Language.KOREAN,
                com.github.pemistahl.lingua.api.Language.HINDI)
            .withLowAccuracyMode()
            .build();
  }

  /** Throws if the draft's body is not English; else writes its language into the draft. */
  static void check(Draft draft) throws Trouble {
    StringBuilder sample = new StringBuilder();
    for (Block block : draft.blocks) {
      if (block.kind() == Paragraph.Kind.BODY && sample.length() < HEAD) {
        sample.append(Text.head(block.text(), HEAD)).append(' ');
      }
    }
    String text = Text.head(sample.toString(), HEAD);
    long letters = text.codePoints().filter(Character::isLetter).count();
    long latin = text.codePoints().filter(Language::latin).count();
    if (latin * 2 >= letters) {
      double share = share(text);
      if (share >= 0.2 || letters < SHORTEST || share >= 0.1 && letters < 200) {
        draft.language = "en";
        return;
      }
    } else if (letters < 10) {
      draft.language = "en";
      return;
    }
    Map<com.github.pemistahl.lingua.api.Language, Double> likely =
        Models.DETECTOR.computeLanguageConfidenceValues(text);
    if (likely.isEmpty()) {
      if (latin * 2 < letters) {
        throw not("another language, in letters that English does not use");
      }
      draft.language = "en";
      return;
    }
    var best = likely.entrySet().iterator().next();
    double english = likely.getOrDefault(com.github.pemistahl.lingua.api.Language.ENGLISH, 0.0);
    if (best.getKey() == com.github.pemistahl.lingua.api.Language.ENGLISH
        || latin * 2 >= letters && best.getValue() - english < (letters < 120 ? 0.15 : 0.05)) {
      draft.language = "en";
      return;
    }
    String name = best.getKey().name();
    throw not(name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT));
  }

  private static Trouble not(String language) {
    return new Trouble(
        Aside.Reason.NOT_ENGLISH, "not English but " + language + "; only English is coded");
  }

  /** Share of English's small words among the words. */
  static double share(String text) {
    String[] words = Text.words(text).strip().split(" ");
    long small = Arrays.stream(words).filter(SMALL::contains).count();
    return (double) small / Math.max(1, words.length);
  }

  private static boolean latin(int c) {
    return Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
  }
}
