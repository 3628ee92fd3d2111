package org.entente.exchange.layout;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.entente.exchange.actors.Actors;
import org.entente.exchange.cameo.Cameo;
import org.entente.exchange.rows.Row;
import org.entente.model.Actor;
import org.entente.model.Attribution;
import org.entente.model.Event;
import org.entente.model.EventType;
import org.entente.model.Evidence;
import org.entente.model.Magnitude;
import org.entente.model.Place;
import org.entente.model.Precision;
import org.entente.model.Status;
import org.entente.model.TimeSpan;

/** What every layout needs to make events of a data set. For one thread. */
public final class Setting {
  private final String dataset;
  private final String format;
  private final Actors actors;
  private final Cameo cameo;
  private final Occurrences occurrences = new Occurrences();
  private final MessageDigest digest;
  private LocalDate day;
  private TimeSpan ofDay;

  /**
   * @param format its name, which stands in place of the coder's version
   */
  public Setting(String dataset, String format, Actors actors, Cameo cameo) {
    this.dataset = dataset;
    this.format = format;
    this.actors = actors;
    this.cameo = cameo;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  String dataset() {
    return dataset;
  }

  /** What stands for the evidence of an imported event. */
  List<Evidence> evidence(Row row) {
    return List.of(
        new Evidence(
            0, null, null, null, null, null, null, dataset + ", row " + row.line(), List.of()));
  }

  Actors actors() {
    return actors;
  }

  Cameo cameo() {
    return cameo;
  }

  /** The day as a time; the same object for rows of one day that follow each other. */
  TimeSpan time(LocalDate on) {
    if (!on.equals(day)) {
      day = on;
      ofDay = TimeSpan.day(on);
    }
    return ofDay;
  }

  /** What a code means. */
  Cameo.Meaning meaning(String code) throws WrongRow {
    Cameo.Meaning meaning = cameo.meaning(code);
    if (meaning == null) {
      throw new WrongRow("no CAMEO code", "'" + code + "' is no code of CAMEO");
    }
    return meaning;
  }

  /**
   * An id that is the same at every import: of the data set and the row's own id or all that it
   * says, and of how often that was met before.
   */
  private String id(String key) {
    digest.update(dataset.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    byte[] hash = digest.digest(key.getBytes(StandardCharsets.UTF_8));
    long first = number(hash);
    int before = occurrences.add(first);
    if (before > 0) {
      hash = digest.digest((first + "#" + before).getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(hash, 0, Long.BYTES);
  }

  private static long number(byte[] hash) {
    long number = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      number = number << 8 | hash[i] & 0xff;
    }
    return number;
  }

  /** What a row says. */
  static final class Said {
    String key;
    Actor source;
    Actor target;
    EventType type;
    String mode;
    List<String> contexts = List.of();
    String cameo;
    double goldstein;
    Status status = Status.ACTUAL;
    String publisher;
    TimeSpan time;
    Place place;
    List<Magnitude> magnitudes = List.of();
    double confidence = 1;

    /** Type, mode and weight of a code. */
    void means(Cameo.Meaning meaning) {
      type = meaning.type();
      mode = meaning.mode();
      cameo = meaning.code();
      goldstein = meaning.goldstein();
    }
  }

  /** The event of a row; its evidence is as the store gives it back. */
  Event event(Row row, Said said) {
    return new Event(
        id(said.key == null || said.key.isEmpty() ? row.raw() : said.key),
        dataset,
        said.source,
        said.target,
        said.type,
        said.mode,
        said.contexts,
        said.cameo,
        said.goldstein,
        said.status,
        said.publisher == null || said.publisher.isEmpty()
            ? Attribution.NONE
            : new Attribution(null, null, said.publisher),
        said.time,
        said.place,
        said.magnitudes,
        said.confidence,
        evidence(row),
        format);
  }

  /** A time of which the days are known, and how exactly. */
  static TimeSpan time(LocalDate from, LocalDate to, Precision precision) {
    return new TimeSpan(from, to, precision, null);
  }
}
