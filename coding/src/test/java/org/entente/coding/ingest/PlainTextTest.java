package org.entente.coding.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.entente.model.Document;
import org.entente.model.Paragraph.Kind;
import org.junit.jupiter.api.Test;

class PlainTextTest {
  private static final String BODY =
      "Egypt has bombed camps of the Islamic State in Libya, the army said on Monday.";
  private static final String MORE =
      "The strikes came hours after the group released a video of the killing of 21 Egyptians.";

  private static List<String> blocks(String text) {
    return PlainText.blocks(text).stream().map(Block::text).toList();
  }

  @Test
  void emptyLinesPart() {
    assertThat(blocks("One. \r\n\r\n  Two\u00A0words.\r\rThree.\n \t\nFour."))
        .containsExactly("One.", "Two words.", "Three.", "Four.");
  }

  @Test
  void oneParagraphALine() {
    assertThat(blocks("A title\n" + BODY + "\n" + MORE + "\nHe said no more than that."))
        .containsExactly("A title", BODY, MORE, "He said no more than that.");
  }

  @Test
  void brokenLinesAreJoined() {
    String text =
        """
        Egypt has bombed camps of the Islamic State in the Libyan city of Derna, the
        army said on Monday, hours after the group released a video that shows the
        beheading of 21 Coptic Christians from Egypt. The strikes hit camps, places of
        training and stores of weapons and ammunition, it said in a statement on state
        television.
        President Abdel Fattah al-Sisi called an urgent meeting of the country's top
        security body and said that Cairo would choose the "necessary means and timing"
        to avenge the killings. The counter-
        terrorism law was passed later.
        """;
    assertThat(blocks(text))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("Egypt has bombed")
        .endsWith("on state television.");
    assertThat(blocks(text).get(1)).endsWith("The counter-terrorism law was passed later.");
  }

  @Test
  void indentedParagraphsOfBrokenLines() {
    String text =
        """
          Egypt has bombed camps of the Islamic State in the Libyan city of Derna,
        the army said on Monday, hours after the group released a video that shows
        the beheading of 21 Coptic Christians from Egypt and the strikes hit camps.
          President Abdel Fattah al-Sisi called an urgent meeting of the country's
        top security body and said that Cairo would choose the necessary means and
        timing to avenge the killings.
        """;
    assertThat(blocks(text)).hasSize(2);
    assertThat(blocks(text).get(1)).startsWith("President").endsWith("killings.");
  }

  @Test
  void brokenParagraphsBetweenEmptyLines() {
    assertThat(
            blocks(
                "Russia vetoed the draft resolution on Monday, its envoy to the\nUnited Nations said.\n\n"
                    + "France and the United Kingdom had proposed the draft a week\nearlier."))
        .containsExactly(
            "Russia vetoed the draft resolution on Monday, its envoy to the United Nations said.",
            "France and the United Kingdom had proposed the draft a week earlier.");
  }

  @Test
  void titleBylineStampAndBody() {
    Document document =
        Gather.text(
                "Egypt bombs Islamic State in Libya\n\nBy John Smith and Ahmed al-Masri\n\nPublished: 16 February 2015 |"
                    + " Updated: 17 February 2015\n\n"
                    + BODY
                    + "\n\nWhat comes next\n\n"
                    + MORE
                    + "\n\n(Reporting by Jane Roe; Editing by Max Mustermann)\n\n© 2015 The Daily. All rights reserved.")
            .one();
    assertThat(document.title()).isEqualTo("Egypt bombs Islamic State in Libya");
    assertThat(document.byline()).isEqualTo("John Smith and Ahmed al-Masri");
    assertThat(document.published().label()).isEqualTo("2015-02-16");
    assertThat(document.published().text()).contains("16 February 2015").doesNotContain("17");
    assertThat(Gather.of(document, Kind.BODY)).containsExactly(BODY, MORE);
    assertThat(Gather.of(document, Kind.HEADING)).containsExactly("What comes next");
    assertThat(Gather.of(document, Kind.BYLINE)).hasSize(2);
    assertThat(Gather.of(document, Kind.STAMP)).hasSize(1);
    assertThat(Gather.of(document, Kind.DISCLAIMER)).hasSize(1);
  }

  @Test
  void stampsInOtherWords() {
    for (String stamp :
        List.of(
            "Last updated: 20 May 2020, 09:46 GMT",
            "Updated on May 20, 2020 at 9:46 a.m. EST",
            "First published on Wednesday 11 March 2015 10.00 GMT",
            "Published 2015-03-11",
            "This article was originally published on 3 March 2015",
            "Posted: Feb 22, 2015 6:30 PM ET",
            "Wednesday, 20 May 2020 - 09:46",
            "Feb. 22, 2015")) {
      assertThat(kind(stamp)).as(stamp).isEqualTo(Kind.STAMP);
    }
    for (String text :
        List.of(
            "Published reports said that 21 people had died in the attack on 3 March 2015 in Sirte.",
            "Updated figures were released by the ministry on Monday and Tuesday.",
            "Posted abroad in 2011, the envoy met Libyan rebels in Benghazi many times.")) {
      assertThat(kind(text)).as(text).isNotEqualTo(Kind.STAMP);
    }
  }

  @Test
  void disclaimersAndWhatIsNone() {
    for (String text :
        List.of(
            "The views expressed in this article are the author's own and do not necessarily reflect Al Jazeera's editorial policy.",
            "Views expressed here are those of the writer.",
            "The opinions and views expressed by our writers are their own.",
            "(c) 2015 Someone",
            "Disclaimer: this is an opinion piece.")) {
      assertThat(kind(text)).as(text).isEqualTo(Kind.DISCLAIMER);
    }
    assertThat(kind("The views of Russia and Egypt on the resolution are close, Sisi told Putin."))
        .isEqualTo(Kind.BODY);
  }

  private static Kind kind(String text) {
    Document document =
        Gather.text("A title of the text\n\n" + BODY + "\n\n" + text + "\n\n" + MORE).one();
    return document.paragraphs().get(2).kind();
  }

  @Test
  void pullQuotesInTheirWays() {
    String body =
        BODY
            + " “We will not forgive the killers of our sons,” Sisi told the nation on television. Then he left.";
    for (String quote :
        List.of(
            "“We will not forgive the killers of our sons” — Abdel Fattah al-Sisi",
            "We will not forgive the killers of our sons",
            "\"We will not forgive the killers of our sons, Sisi told the nation\"")) {
      Document document = Gather.text("A title\n\n" + quote + "\n\n" + body + "\n\n" + MORE).one();
      assertThat(document.paragraphs().get(1).kind()).as(quote).isEqualTo(Kind.PULL_QUOTE);
      assertThat(Gather.of(document, Kind.BODY)).containsExactly(body, MORE);
    }
    Document twice = Gather.text("A title\n\n" + body + "\n\n" + MORE + "\n\n" + body).one();
    assertThat(Gather.of(twice, Kind.BODY)).containsExactly(body, MORE);
    // another day is another event, however alike the words
    Document alike =
        Gather.text(
                "A title\n\nEgypt bombed camps of the group near Derna on Tuesday.\n\nEgypt bombed camps of the group near Derna on Monday. It went on.")
            .one();
    assertThat(Gather.of(alike, Kind.BODY)).hasSize(2);
  }

  @Test
  void biographiesAndWhatIsNone() {
    Document about =
        Gather.text(
                "A title\n\n"
                    + BODY
                    + "\n\n"
                    + MORE
                    + "\n\nJane Roe is a senior fellow at the Institute of Peace and the author of two books.\n\nFollow her on Twitter: @janeroe")
            .one();
    assertThat(Gather.of(about, Kind.BIOGRAPHY)).hasSize(2);
    assertThat(about.byline()).isEqualTo("Jane Roe");
    Document person =
        Gather.text(
                "A title\n\n"
                    + BODY
                    + " The court in Cairo freed Mohamed Fahmy.\n\n"
                    + MORE
                    + "\n\nMohamed Fahmy is a journalist of Al Jazeera who was jailed in 2013.")
            .one();
    assertThat(Gather.of(person, Kind.BIOGRAPHY)).isEmpty();
    assertThat(person.byline()).isNull();
  }

  @Test
  void aHeadlineAloneIsCoded() {
    assertThat(
            Gather.of(Gather.text("Egypt bombs ISIS camps in the east of Libya").one(), Kind.BODY))
        .hasSize(1);
    assertThat(
            Gather.of(
                Gather.text("Egypt bombs ISIS in Libya\nRussia sends arms to Egypt\nThe UN meets")
                    .one(),
                Kind.BODY))
        .isNotEmpty();
  }
}
