package org.entente.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.entente.model.Actor;
import org.entente.model.Attribution;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.model.EventType;
import org.entente.model.Evidence;
import org.entente.model.Magnitude;
import org.entente.model.Paragraph;
import org.entente.model.Paragraph.Kind;
import org.entente.model.Place;
import org.entente.model.Precision;
import org.entente.model.Sector;
import org.entente.model.Span;
import org.entente.model.Status;
import org.entente.model.TimeSpan;

/** An invented report on invented talks, with everything in it that a report has to show. */
final class Sample {
  static final Actor NORWAY = actor("nor", "Norway", "NOR");
  static final Actor SOLHEIM =
      new Actor(
          "nor/solheim", "Ingrid Solheim", "NOR", List.of(Sector.GOV), "foreign minister", null);
  static final Actor KENYA = actor("ken", "Kenya", "KEN");
  static final Actor KENYATTA =
      new Actor("ken/otieno", "Grace Otieno", "KEN", List.of(Sector.GOV), "president", null);
  static final Actor ARMY = actor("ken/mil", "Kenya Defence Forces", "KEN", Sector.MIL);
  static final Actor SHABAAB = actor("shabaab", "al-Shabaab", "SHB", Sector.REB);
  static final Actor FISHERS = actor("ken/lab", "Kenyan fishermen", "KEN", Sector.LAB, Sector.CVL);
  static final Actor AU = actor("au", "African Union", "AFU", Sector.IGO);
  static final Actor UN = actor("un-sc", "United Nations Security Council", "UNO", Sector.IGO);
  static final Actor SOMALIA = actor("som/gov", "Government of Somalia", "SOM", Sector.GOV);
  static final Actor WEST = actor("west", "the West", "WST");
  static final Actor NATION = actor("nation", "Daily Nation", "KEN", Sector.MED);
  static final TimeSpan D3 = TimeSpan.day(LocalDate.of(2015, 3, 3));
  static final TimeSpan D4 = TimeSpan.day(LocalDate.of(2015, 3, 4));
  static final TimeSpan D27 = TimeSpan.day(LocalDate.of(2015, 2, 27));
  static final TimeSpan EARLY =
      new TimeSpan(
          LocalDate.of(2015, 3, 10), LocalDate.of(2015, 3, 20), Precision.WEEK, "mid-March");
  static final TimeSpan FEBRUARY =
      new TimeSpan(
          LocalDate.of(2015, 2, 1), LocalDate.of(2015, 2, 28), Precision.MONTH, "last month");
  static final TimeSpan Y2011 =
      new TimeSpan(LocalDate.of(2011, 1, 1), LocalDate.of(2011, 12, 31), Precision.YEAR, "2011");
  static final Place NAIROBI =
      new Place("Nairobi", "KEN", -1.2833, 36.8167, 184745L, "city", "Nairobi");
  static final Place LAMU = new Place("Lamu", "KEN", -2.2717, 40.902, 189741L, "city", "Lamu");

  private Sample() {}

  static Actor actor(String id, String name, String code, Sector... sectors) {
    return new Actor(id, name, code, List.of(sectors), null, null);
  }

  /** A text as it is put together, with its paragraphs. */
  static final class Text {
    final StringBuilder text = new StringBuilder();
    final List<Paragraph> paragraphs = new ArrayList<>();

    Text add(Kind kind, String words) {
      if (text.length() > 0) {
        text.append("\n\n");
      }
      paragraphs.add(new Paragraph(kind, new Span(text.length(), text.length() + words.length())));
      text.append(words);
      return this;
    }

    Document document(String id, String title, String publisher, TimeSpan published) {
      return new Document(
          id,
          "-",
          title,
          null,
          publisher,
          published,
          null,
          "en",
          text.toString(),
          paragraphs,
          null);
    }
  }

  static Span span(Document document, String words) {
    if (words == null) {
      return null;
    }
    int at = document.text().indexOf(words);
    if (at < 0) {
      throw new IllegalArgumentException("not in the text: " + words);
    }
    return new Span(at, at + words.length());
  }

  /** An event of the sentence that begins with these words. */
  static Event event(
      Document document,
      String sentence,
      Actor source,
      String sourceWords,
      EventType type,
      String mode,
      String cameo,
      double goldstein,
      String predicate,
      Actor target,
      String targetWords,
      Status status,
      TimeSpan time,
      Place place,
      Attribution attribution,
      Magnitude... magnitudes) {
    int start = document.text().indexOf(sentence);
    int end = document.text().indexOf('.', start) + 1;
    Span whole = new Span(start, end);
    Evidence evidence =
        new Evidence(
            0,
            whole,
            in(document, whole, sourceWords),
            in(document, whole, predicate),
            in(document, whole, targetWords),
            in(document, whole, time.text()),
            place == null ? null : in(document, whole, place.text()),
            type.name().toLowerCase(java.util.Locale.ROOT) + ".tsv:120 " + predicate,
            List.of("subject of the verb is the source", "date taken from the publication"));
    return new Event(
        String.format("%016x", (document.id() + sentence + predicate + sourceWords).hashCode()),
        document.id(),
        source,
        target,
        type,
        mode,
        List.of(),
        cameo,
        goldstein,
        status,
        attribution,
        time,
        place,
        List.of(magnitudes),
        .5 + (predicate.length() * 7 % 45) / 100.0,
        List.of(evidence),
        "entente-0.1.0+3f2a9c1b");
  }

  private static Span in(Document document, Span whole, String words) {
    if (words == null) {
      return null;
    }
    int at = document.text().indexOf(words, whole.start());
    return at < 0 || at + words.length() > whole.end() ? null : new Span(at, at + words.length());
  }

  static Report.Coded talks() {
    Document d =
        new Text()
            .add(Kind.TITLE, "Norway offers Kenya patrol boats as coast attacks mount")
            .add(Kind.BYLINE, "By Our Correspondent")
            .add(
                Kind.BODY,
                "Norwegian Foreign Minister Ingrid Solheim met President Grace Otieno in Nairobi on"
                    + " Tuesday and promised Kenya three patrol boats to guard its northern coast."
                    + " The visit follows the killing of 14 Kenyan fishermen by al-Shabaab near Lamu"
                    + " last month. According to the Daily Nation, the army answered with airstrikes"
                    + " on camps across the border, in which dozens of fighters may have died.")
            .add(
                Kind.BODY,
                "“We will not be driven from our waters,” Otieno said. She called on the UN Security"
                    + " Council to extend the naval mandate, and the African Union is expected to"
                    + " discuss a joint force in mid-March. Somalia’s government, whose soldiers"
                    + " clashed with Kenyan troops on 27 February, denied that it had sheltered"
                    + " al-Shabaab.")
            .add(Kind.PULL_QUOTE, "We will not be driven from our waters")
            .add(Kind.HEADING, "An old quarrel")
            .add(
                Kind.BODY,
                "Western diplomats have criticised Otieno for the arrest of about 1,700 people in"
                    + " coastal towns. Kenya does not exclude closing the border. Norway abstained"
                    + " when the council voted on the first mandate in 2011. On Wednesday al-Shabaab"
                    + " threatened Norway in a recording, and Kenya thanked Norway for its help.")
            .add(
                Kind.BIOGRAPHY,
                "The author has reported from East Africa since 2004 and teaches at a university.")
            .add(Kind.STAMP, "Last Update: Wednesday, 20 May 2020")
            .document(
                "doc-5d41402abc4b",
                "Norway offers Kenya patrol boats as coast attacks mount",
                "The Coast Courier",
                TimeSpan.day(LocalDate.of(2015, 3, 5)));
    Attribution own = new Attribution(null, null, "The Coast Courier");
    Attribution nation = new Attribution(NATION, "the Daily Nation", "The Coast Courier");
    List<Event> events = new ArrayList<>();
    events.add(
        event(
            d,
            "Norwegian",
            SOLHEIM,
            "Norwegian Foreign Minister Ingrid Solheim",
            EventType.CONSULT,
            "meet",
            "036",
            4,
            "met",
            KENYATTA,
            "President Grace Otieno",
            Status.ACTUAL,
            D3.withText("on Tuesday"),
            NAIROBI,
            own));
    events.add(
        event(
            d,
            "Norwegian",
            SOLHEIM,
            "Norwegian Foreign Minister Ingrid Solheim",
            EventType.AGREE,
            null,
            "0331",
            5.2,
            "promised",
            KENYA,
            "Kenya",
            Status.PLANNED,
            D3.withText("on Tuesday"),
            null,
            own,
            new Magnitude(Magnitude.Kind.WEAPONS, 3, 3, null, "three patrol boats")));
    events.add(
        event(
            d,
            "The visit",
            SHABAAB,
            "al-Shabaab",
            EventType.ASSAULT,
            "targeted",
            "1823",
            -10,
            "the killing of 14 Kenyan fishermen",
            FISHERS,
            "14 Kenyan fishermen",
            Status.ACTUAL,
            FEBRUARY,
            LAMU,
            own,
            new Magnitude(Magnitude.Kind.KILLED, 14, 14, null, "14")));
    events.add(
        event(
            d,
            "According",
            ARMY,
            "the army",
            EventType.ASSAULT,
            "aerial",
            "195",
            -10,
            "answered with airstrikes",
            SHABAAB,
            "camps across the border",
            Status.ACTUAL,
            FEBRUARY.withText(null),
            null,
            nation,
            new Magnitude(Magnitude.Kind.KILLED, 24, 99, null, "dozens")));
    events.add(
        event(
            d,
            "She called",
            KENYATTA,
            "She",
            EventType.REQUEST,
            "assist",
            "0233",
            -0.3,
            "called on",
            UN,
            "the UN Security Council",
            Status.ACTUAL,
            TimeSpan.UNKNOWN,
            null,
            own));
    events.add(
        event(
            d,
            "She called",
            UN,
            "the UN Security Council",
            EventType.COOPERATE,
            "military",
            "062",
            7.4,
            "extend the naval mandate",
            KENYA,
            null,
            Status.DEMANDED,
            TimeSpan.UNKNOWN,
            null,
            own));
    events.add(
        event(
            d,
            "She called",
            AU,
            "the African Union",
            EventType.CONSULT,
            null,
            "030",
            4,
            "discuss a joint force",
            null,
            null,
            Status.PLANNED,
            EARLY,
            null,
            own));
    events.add(
        event(
            d,
            "Somalia",
            SOMALIA,
            "Somalia’s government, whose soldiers",
            EventType.ASSAULT,
            "firearms",
            "190",
            -10,
            "clashed with",
            ARMY,
            "Kenyan troops",
            Status.ACTUAL,
            D27.withText("on 27 February"),
            null,
            own));
    events.add(
        event(
            d,
            "Somalia",
            SOMALIA,
            "Somalia’s government",
            EventType.AID,
            "asylum",
            "075",
            7,
            "sheltered",
            SHABAAB,
            "al-Shabaab",
            Status.DENIED,
            TimeSpan.UNKNOWN,
            null,
            new Attribution(SOMALIA, null, null)));
    events.add(
        event(
            d,
            "Western",
            WEST,
            "Western diplomats",
            EventType.ACCUSE,
            "disapprove",
            "111",
            -2,
            "criticised",
            KENYATTA,
            "Otieno",
            Status.ACTUAL,
            TimeSpan.UNKNOWN,
            null,
            own));
    events.add(
        event(
            d,
            "Western",
            KENYATTA,
            "Otieno",
            EventType.COERCE,
            "arrest",
            "173",
            -5,
            "the arrest",
            actor("ken/cvl", "Kenyan civilians", "KEN", Sector.CVL),
            "about 1,700 people",
            Status.ACTUAL,
            TimeSpan.UNKNOWN,
            null,
            own,
            new Magnitude(Magnitude.Kind.DETAINED, 1700, 1700, null, "about 1,700")));
    events.add(
        event(
            d,
            "Kenya does",
            KENYA,
            "Kenya",
            EventType.SANCTION,
            null,
            "163",
            -8,
            "closing the border",
            SOMALIA,
            null,
            Status.POSSIBLE,
            TimeSpan.UNKNOWN,
            null,
            own));
    events.add(
        event(
            d,
            "Norway abstained",
            NORWAY,
            "Norway",
            EventType.REJECT,
            null,
            "120",
            -4,
            "abstained",
            UN,
            "the council",
            Status.ACTUAL,
            Y2011,
            null,
            own));
    events.add(
        event(
            d,
            "On Wednesday",
            SHABAAB,
            "al-Shabaab",
            EventType.THREATEN,
            null,
            "138",
            -7,
            "threatened",
            NORWAY,
            "Norway",
            Status.ACTUAL,
            D4.withText("On Wednesday"),
            null,
            own));
    events.add(
        event(
            d,
            "On Wednesday",
            KENYA,
            "Kenya",
            EventType.SUPPORT,
            null,
            "051",
            3.4,
            "thanked",
            NORWAY,
            "Norway",
            Status.ACTUAL,
            D4.withText("On Wednesday"),
            null,
            own));
    return new Report.Coded(d, events);
  }

  /** A document that wants to break out of whatever it is written into. */
  static Report.Coded hostile() {
    String evil =
        "</script><script>alert(1)</script> \"quoted\", 'single' ]]> <!-- & \u001b[31m\u202e";
    Document d =
        new Text()
            .add(Kind.TITLE, evil)
            .add(Kind.BODY, "Norway " + evil + " attacked\r\nKenya 漢字漢字漢字 ]]> <b>x</b> here.")
            .document("doc-evil", evil, evil, null);
    Actor actor = new Actor("\"><script>", evil, "N<R", List.of(), evil, evil);
    return new Report.Coded(
        d,
        List.of(
            event(
                d,
                "Norway",
                actor,
                "Norway",
                EventType.ASSAULT,
                evil,
                "1<",
                -10,
                "attacked",
                KENYA,
                "Kenya",
                Status.POSSIBLE,
                D3.withText("here"),
                new Place(evil, "KEN", null, null, null, "city", "<b>x</b>"),
                new Attribution(null, evil, evil),
                new Magnitude(Magnitude.Kind.KILLED, 1, 2, null, evil))));
  }

  static Report.Coded empty() {
    return new Report.Coded(
        new Text().add(Kind.BODY, "Nothing happened.").document("doc-empty", null, null, null),
        List.of());
  }
}
