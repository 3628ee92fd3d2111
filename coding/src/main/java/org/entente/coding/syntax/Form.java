package org.entente.coding.syntax;

import java.util.Set;
import org.entente.coding.syntax.model.KeyHash;
import org.entente.coding.syntax.model.Sums;
import org.entente.coding.syntax.model.SyntaxModel;
import org.entente.coding.syntax.model.WordTable;

/**
 * A word as the models see it, whatever stands around it. Numbers become 0, quotes and dashes one
 * of each, an address {@value #ADDRESS}.
 */
final class Form {
  static final String ADDRESS = "#hlink#";

  /** Longer words are seen by their beginning and their end. */
  private static final int LONGEST = 200;

  private static final Set<String> FILE_ENDINGS =
      Set.of(
          "3gp", "7z", "ace", "ai", "aif", "aiff", "amr", "asf", "asp", "aspx", "asx", "avi", "bat",
          "bin", "bmp", "bup", "cab", "cbr", "cda", "cdl", "cdr", "chm", "dat", "divx", "dll",
          "dmg", "doc", "dss", "dvf", "dwg", "eml", "eps", "exe", "fla", "flv", "gif", "gz", "hqx",
          "htm", "html", "shtml", "ifo", "indd", "iso", "jar", "jsp", "jpg", "jpeg", "lnk", "log",
          "m4a", "m4b", "m4p", "m4v", "mcd", "mdb", "mid", "mov", "mp2", "mp3", "mp4", "mpg",
          "mpeg", "msi", "mswmm", "ogg", "pdf", "php", "png", "pps", "ppt", "ps", "psd", "pst",
          "ptb", "pub", "qbb", "qbw", "qxd", "ram", "rar", "rm", "rmvb", "rtf", "sea", "ses", "sit",
          "sitx", "sql", "ss", "swf", "tgz", "tif", "torrent", "ttf", "txt", "vcd", "vob", "wav",
          "wma", "wmv", "wpd", "wps", "xls", "xml", "xtm", "zip");

  final String simple;
  final String lower;
  final long simpleHash;
  final long lowerHash;
  final long lowerPower;
  final long shapeHash;

  /** {@link WordTable#find} of the word. */
  final int known;

  /** {@link TagFeatures#rows} from two words before to three after, null where not asked yet. */
  final int[][] tagRows = new int[6][];

  /** What the tagger adds up for the form itself, null where not asked yet. */
  Sums tagSums;

  /** With each tag that it was seen with. */
  final Reading[] readings;

  Form(String text, SyntaxModel model) {
    this.simple = simplified(text);
    this.lower = Chars.lowerOf(simple);
    this.simpleHash = KeyHash.of(simple);
    this.lowerHash = KeyHash.of(lower);
    this.lowerPower = KeyHash.power(lower.length());
    this.shapeHash = KeyHash.of(shape(simple));
    this.known = model.words().find(lowerHash);
    this.readings = new Reading[model.tags().size()];
  }

  boolean isAddress() {
    return simple.equals(ADDRESS);
  }

  static String simplified(String text) {
    if (isFileName(text) || Addresses.within(text)) {
      return ADDRESS;
    }
    String simple = text;
    if (text.length() > LONGEST) {
      simple = text.substring(0, LONGEST / 2) + text.substring(text.length() - LONGEST / 2);
    }
    if (plainWord(simple)) {
      return simple;
    }
    return withoutRepeats(withoutDigits(oneOfAKind(simple)));
  }

  private static boolean plainWord(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Chars.letter(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isFileName(String text) {
    int dot = text.lastIndexOf('.');
    return dot >= 0 && FILE_ENDINGS.contains(text.substring(dot + 1));
  }

  private static String oneOfAKind(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      if (Chars.currency(c)) {
        chars[i] = '$';
      } else if (Chars.singleQuote(c)) {
        chars[i] = '\'';
      } else if (Chars.doubleQuote(c)) {
        chars[i] = '"';
      } else if (Chars.listMark(c) || Chars.hyphen(c)) {
        chars[i] = '-';
      }
    }
    return new String(chars);
  }

  /** "$1,700.5" and "50%" are 0, "1st" is 0st. */
  private static String withoutDigits(String text) {
    StringBuilder simple = new StringBuilder(text.length());
    char before = 0;
    for (int i = 0; i < text.length(); i++) {
      i = pastNumberSign(text, i);
      char c = text.charAt(i);
      if (c == '%' && Chars.digit(before)) {
        continue;
      }
      if ((Chars.sign(c) || c == ',' || c == ':' || c == '/' || c == '=')
          && i + 1 < text.length()) {
        int next = pastNumberSign(text, i + 1);
        if (Chars.digit(text.charAt(next))) {
          if (i == 0) {
            i = next;
            c = text.charAt(i);
          } else if (Chars.digit(before)) {
            i = next;
            continue;
          }
        }
      }
      if (!Chars.digit(c)) {
        simple.append(c);
      } else if (!Chars.digit(before)) {
        simple.append('0');
      }
      before = c;
    }
    return simple.toString();
  }

  private static int pastNumberSign(String text, int at) {
    char c = text.charAt(at);
    return (c == '$' || c == '#') && at + 1 < text.length() && Chars.digit(text.charAt(at + 1))
        ? at + 1
        : at;
  }

  private static String withoutRepeats(String text) {
    StringBuilder simple = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (i > 1 && Chars.punctuation(c) && c == text.charAt(i - 1) && c == text.charAt(i - 2)) {
        continue;
      }
      simple.append(c);
    }
    return simple.toString();
  }

  /** "McDonald's" is AaAaa.a: at most two of a kind side by side. */
  static String shape(String form) {
    StringBuilder shape = new StringBuilder(form.length());
    char before = 0;
    int repeated = 0;
    for (int i = 0; i < form.length(); i++) {
      char c = form.charAt(i);
      char kind =
          Chars.upper(c)
              ? 'A'
              : Chars.lower(c) ? 'a' : Chars.digit(c) ? '1' : Chars.punctuation(c) ? '.' : 'x';
      repeated = kind == before ? repeated + 1 : 0;
      before = kind;
      if (repeated < 2) {
        shape.append(kind);
      }
    }
    return shape.toString();
  }
}
