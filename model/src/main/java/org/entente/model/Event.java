package org.entente.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Who did what to whom, when, where, and according to whom.
 *
 * @param id stable: a hash of document, sentence, spans, type and coder version, 16 hexadecimal
 *     digits
 * @param document id of the document
 * @param source who does it
 * @param target to whom; null where the text names none
 * @param type PLOVER type
 * @param mode PLOVER mode, or null
 * @param contexts PLOVER contexts, may be empty
 * @param cameo CAMEO code as deep as the text supports, two to four digits
 * @param goldstein Goldstein weight of the CAMEO code, −10 to 10
 * @param status how far it has happened
 * @param attribution according to whom
 * @param time when
 * @param place where, or null
 * @param magnitudes how large, may be empty
 * @param confidence 0 to 1
 * @param evidence where the text says so, at least one
 * @param coder version of the coder and hash of its knowledge
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(value = "quad", allowGetters = true)
public record Event(
    String id,
    String document,
    Actor source,
    Actor target,
    EventType type,
    String mode,
    List<String> contexts,
    String cameo,
    @JsonInclude(JsonInclude.Include.ALWAYS) double goldstein,
    Status status,
    Attribution attribution,
    TimeSpan time,
    Place place,
    List<Magnitude> magnitudes,
    double confidence,
    List<Evidence> evidence,
    String coder) {
  public Event {
    if (id == null || source == null || type == null || status == null) {
      throw new IllegalArgumentException("an event needs an id, a source, a type and a status");
    }
    if (evidence == null || evidence.isEmpty()) {
      throw new IllegalArgumentException("event " + id + " has no evidence");
    }
    contexts = contexts == null ? List.of() : List.copyOf(contexts);
    magnitudes = magnitudes == null ? List.of() : List.copyOf(magnitudes);
    evidence = List.copyOf(evidence);
    attribution = attribution == null ? Attribution.NONE : attribution;
    time = time == null ? TimeSpan.UNKNOWN : time;
  }

  @JsonProperty
  public Quad quad() {
    return type.quad();
  }

  /** Whether it stands between two actors of whom the text or the place tells whose they are. */
  public boolean hasDyad() {
    return target != null && source.belongs() && target.belongs();
  }

  /** The entry that fired first: {@code assault.tsv:120 launch airstrike}. */
  public String rule() {
    return evidence.get(0).rule();
  }
}
