package org.entente.exchange.cameo;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.entente.exchange.rows.Table;
import org.entente.knowledge.ontology.CameoCode;
import org.entente.knowledge.ontology.Ontology;
import org.entente.model.EventType;

/**
 * CAMEO to PLOVER and back, by the table of the ontology. Public statements (01), for which PLOVER
 * has no type, become the nearest type with the mode {@code statement}: neutral ones CONSULT,
 * others by the sign of their Goldstein weight. For one thread.
 */
public final class Cameo {
  /**
   * What a code stands for.
   *
   * @param code as given
   * @param type PLOVER type
   * @param mode PLOVER mode, or null
   * @param goldstein −10 to 10
   */
  public record Meaning(String code, EventType type, String mode, double goldstein) {}

  private static final String UNSPECIFIED = ", not specified below";

  private final Map<String, Meaning> meanings = new HashMap<>();
  private final Map<String, String> codes = new HashMap<>();
  private final Map<String, String> spelled = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private final Map<EventType, Map<String, String>> back = new EnumMap<>(EventType.class);
  private final Ontology ontology;

  public Cameo(Ontology ontology) {
    this.ontology = ontology;
    for (CameoCode code : ontology.cameoCodes()) {
      if (code.type() != null) {
        meanings.put(
            code.code(), new Meaning(code.code(), code.type(), code.mode(), code.goldstein()));
      }
      String text = code.text().replace(UNSPECIFIED, "");
      texts.put(code.code(), text);
    }
    for (String[] row : Table.read(Cameo.class, "statements.tsv")) {
      meanings.put(
          row[0],
          new Meaning(
              row[0], EventType.valueOf(row[1]), row[2], ontology.cameo(row[0]).goldstein()));
    }
    for (String[] row : Table.read(Cameo.class, "texts.tsv")) {
      texts.put(row[0], row[1]);
    }
    // a text of a root is that of its first code: "Consult" is 040
    for (CameoCode code : ontology.cameoCodes()) {
      if (code.code().length() == 2) {
        String general = code.code() + "0";
        codes.put(key(code.text()), texts.containsKey(general) ? general : code.code());
      }
    }
    for (CameoCode code : ontology.cameoCodes()) {
      if (code.code().length() > 2) {
        codes.put(key(code.text()), code.code());
        codes.put(key(code.text().replace(UNSPECIFIED, "")), code.code());
        codes.put(key(texts.get(code.code())), code.code());
      }
    }
    fillBack();
  }

  private void fillBack() {
    for (EventType type : EventType.values()) {
      Map<String, String> modes = new HashMap<>();
      String general = ontology.general(type);
      Meaning meaning = meanings.get(general);
      if (meaning != null && meaning.type() == type) {
        modes.put(null, general);
      }
      back.put(type, modes);
    }
    for (CameoCode code : ontology.cameoCodes()) {
      Meaning meaning = meanings.get(code.code());
      if (code.code().length() > 2) {
        Map<String, String> modes = back.get(meaning.type());
        String before = modes.get(meaning.mode());
        if (before == null || code.code().length() < before.length()) {
          modes.put(meaning.mode(), code.code());
        }
      }
    }
  }

  private static String key(String text) {
    StringBuilder key = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        key.append(text.charAt(i));
      }
    }
    return key.toString().toLowerCase(Locale.ROOT);
  }

  /**
   * What a code means; of a code that CAMEO does not have, what the next higher means.
   *
   * @param code digits
   * @return null if not even its root is known
   */
  public Meaning meaning(String code) {
    Meaning known = meanings.get(code);
    for (String c = code; known == null && c.length() > 2; ) {
      c = c.substring(0, c.length() - 1);
      Meaning higher = meanings.get(c);
      if (higher != null) {
        known = new Meaning(code, higher.type(), higher.mode(), higher.goldstein());
      }
    }
    return known;
  }

  /** The code with this text, as CAMEO's code book or ICEWS spells it; null if there is none. */
  public String code(String text) {
    String code = spelled.get(text);
    if (code == null) {
      code = codes.get(key(text));
      if (code != null) {
        spelled.put(text, code);
      }
    }
    return code;
  }

  /**
   * ICEWS's text of a code, of a code that CAMEO does not have that of the next higher, or null.
   */
  public String text(String code) {
    for (String c = code; c != null && c.length() >= 2; c = c.substring(0, c.length() - 1)) {
      String text = texts.get(c);
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  /**
   * The most general code that means this type and mode; of a mode for which CAMEO has no code,
   * that of the type alone.
   *
   * @param mode or null
   */
  public String code(EventType type, String mode) {
    Map<String, String> modes = back.get(type);
    String code = modes.get(mode);
    return code == null ? modes.get(null) : code;
  }

  /** The weight of a code, see {@link Ontology#goldstein}. */
  public double goldstein(String code, EventType type) {
    return ontology.goldstein(code, type);
  }
}
