package org.entente.coding.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.Charset;
import java.time.Duration;
import org.entente.model.Document;
import org.entente.model.Paragraph.Kind;
import org.junit.jupiter.api.Test;

class HtmlTest {
  private static final String P1 =
      "Egypt has bombed camps of the Islamic State in the Libyan city of Derna, the army said on Monday, hours after the group released a video of the beheading of 21 Egyptians.";
  private static final String P2 =
      "President Abdel Fattah al-Sisi called an urgent meeting of the country&rsquo;s top security body. He said that Cairo would choose the means and the time of its answer to the killings.";
  private static final String P3 =
      "The United Nations Security Council met in New York at the request of Egypt, France and Italy, and condemned the attack in a statement that all of its members had agreed upon.";

  private static final String PAGE =
      "<!DOCTYPE html><html lang=en-GB><head><meta charset=utf-8><title>Egypt bombs Libya | The Daily Globe</title>"
          + "<meta property=og:site_name content='The Daily Globe'><meta property='article:published_time' content='2015-02-16T10:00:00Z'>"
          + "<meta property='article:modified_time' content='2020-05-20T10:00:00Z'><meta name=author content='By Jane Roe'>"
          + "</head><body><nav><ul><li><a href=/>Home</a><li><a href=/w>World</a></ul></nav>"
          + "<article><h1>Egypt bombs Libya</h1><div class=byline>By Jane Roe</div><time datetime=2015-02-16>16 February 2015</time>"
          + "<figure><img src=a.jpg><figcaption>Jets over Derna. Egypt killed 64 people in the raid.</figcaption></figure>"
          + "<p>"
          + P1
          + "</p><blockquote class=pullquote>Cairo would choose the means and the time of its answer to the killings</blockquote>"
          + "<p>"
          + P2
          + "</p><h2>At the United Nations</h2><p>"
          + P3
          + "</p>"
          + "<aside class=related><p>Read: Russia invades the moon, and other stories.</p></aside>"
          + "<p>Jane Roe is a correspondent of The Daily Globe in Cairo.</p></article>"
          + "<footer><p>All rights reserved. Russia attacked Georgia.</p></footer><script>var a='Iran bombs Iraq';</script></body></html>";

  @Test
  void anArticle() {
    Document document = Gather.text(PAGE).one();
    assertThat(document.title()).isEqualTo("Egypt bombs Libya");
    assertThat(document.publisher()).isEqualTo("The Daily Globe");
    assertThat(document.byline()).isEqualTo("Jane Roe");
    assertThat(document.published().label()).isEqualTo("2015-02-16");
    assertThat(document.language()).isEqualTo("en");
    assertThat(Gather.of(document, Kind.BODY)).containsExactly(P1, P2.replace("&rsquo;", "’"), P3);
    assertThat(Gather.of(document, Kind.HEADING)).containsExactly("At the United Nations");
    assertThat(Gather.of(document, Kind.BIOGRAPHY)).hasSize(1);
    assertThat(document.text())
        .doesNotContain("moon")
        .doesNotContain("Georgia")
        .doesNotContain("Iraq");
  }

  @Test
  void datesOfOtherMakers() {
    String page = "<html><head>%s</head><body><p>" + P1 + "</p><p>" + P3 + "</p>%s</body></html>";
    String[][] makers = {
      {
        "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"NewsArticle\",\"datePublished\":\"2015-02-16T01:00Z\",\"dateModified\":\"2020-05-20\",\"author\":[{\"name\":\"Jane Roe\"}],\"publisher\":{\"name\":\"Globe\"}}]}</script>",
        ""
      },
      {"<meta name=DC.date content=2015-02-16>", ""},
      {"<meta name=pubdate content=20150216>", ""},
      {"", "<time datetime=2015-02-16T10:00>last week</time>"},
      {
        "",
        "<div class=updated><time datetime=2020-05-20>x</time></div><time itemprop=datePublished datetime=2015-02-16>x</time>"
      },
      {"", "<p>Published: 16 February 2015</p>"},
    };
    for (String[] maker : makers) {
      assertThat(Gather.text(String.format(page, maker[0], maker[1])).one().published().label())
          .as(maker[0] + maker[1])
          .isEqualTo("2015-02-16");
    }
    Document updated =
        Gather.text(
                String.format(
                    page,
                    "<meta property=article:modified_time content=2020-05-20>",
                    "<p>Last Update: 20 May 2020</p>"))
            .one();
    assertThat(updated.published().known()).isFalse();
  }

  @Test
  void barePagesAndFragments() {
    Document document =
        Gather.text("<p>Egypt bombed Libya on Monday.<p>Russia said it would help.").one();
    assertThat(Gather.of(document, Kind.BODY))
        .containsExactly("Egypt bombed Libya on Monday.", "Russia said it would help.");
    Document breaks =
        Gather.text(
                "<html><body>Egypt bombed Libya.<br><br>Russia said that it would help Egypt.</body></html>")
            .one();
    assertThat(breaks.paragraphs()).hasSize(2);
  }

  @Test
  void declaredCharset() {
    byte[] page =
        ("<html><head><meta http-equiv=Content-Type content='text/html; charset=windows-1251'></head><body><p>"
                + P1
                + "</p><p>Мир — he said in the square.</p></body></html>")
            .getBytes(Charset.forName("windows-1251"));
    assertThat(Gather.bytes(page).one().text()).contains("Мир — he said");
  }

  @Test
  void nothingInIt() {
    assertThat(
            Gather.text("<html><head><script>x()</script></head><body><img></body></html>")
                .onlyAside()
                .reason())
        .isEqualTo(Aside.Reason.EMPTY);
  }

  @Test
  void bombsOfNestedTags() {
    for (String tag :
        new String[] {
          "div",
          "b",
          "a",
          "table><tr><td",
          "font",
          "blockquote",
          "em",
          "ul><li",
          "p",
          "button",
          "nobr",
          "svg",
          "select><option"
        }) {
      String bomb =
          "<html><body>" + ("<" + tag + ">").repeat(100_000) + P1 + " " + P3 + "</body></html>";
      Gather gather =
          assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Gather.text(bomb), tag);
      assertThat(gather.documents.size() + gather.asides.size()).as(tag).isEqualTo(1);
      if (tag.equals("div")) {
        assertThat(gather.one().text()).contains("Egypt has bombed camps");
      }
    }
  }

  @Test
  void layoutThatTakesTooLongFallsBack() {
    Document document =
        Gather.bytes(
                PAGE.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                Ingest.Options.DEFAULT.withLimits(
                    new Ingest.Limits(
                        20_000_000,
                        5,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        Duration.ZERO)))
            .one();
    assertThat(Gather.of(document, Kind.BODY)).contains(P1, P3);
    assertThat(Gather.of(document, Kind.CAPTION)).hasSize(1);
    assertThat(Gather.of(document, Kind.PULL_QUOTE)).hasSize(1);
    assertThat(Gather.of(document, Kind.BYLINE)).hasSize(1);
  }
}
