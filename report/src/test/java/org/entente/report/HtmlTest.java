package org.entente.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.model.EventType;
import org.entente.model.Evidence;
import org.entente.model.Paragraph;
import org.entente.model.Paragraph.Kind;
import org.entente.model.Span;
import org.entente.model.Status;
import org.entente.report.Report.Format;
import org.entente.report.Report.Options;
import org.junit.jupiter.api.Test;

class HtmlTest {
  private static String page(Report.Coded... coded) {
    return Report.of(List.of(coded), Format.HTML, Options.PLAIN);
  }

  /** The page without its style sheet and script. */
  private static String body(String page) {
    return page.replaceAll("(?s)<style>.*?</style>|<script>.*?</script>", "");
  }

  @Test
  void loadsNothing() {
    String page = page(Sample.talks(), Sample.hostile(), Sample.empty());
    assertThat(page)
        .contains("default-src 'none'")
        .doesNotContainPattern(
            "(?i)<(link|img|iframe|object|embed|base|form|video|audio|image|use)\\b")
        .doesNotContainPattern("(?i)https?://")
        .doesNotContainPattern("(?i)@import|url\\(");
    assertThat(body(page))
        .doesNotContainPattern("<[^>]*\\s(src|srcset|style|on[a-z]+|xlink:href)=")
        .doesNotContainPattern("href=\"[^#]");
  }

  @Test
  void policyNamesTheHashesOfItsStyleAndScript() {
    String page = page(Sample.talks());
    String style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
    String script = page.substring(page.indexOf("<script>") + 8, page.lastIndexOf("</script>"));
    assertThat(page)
        .contains("style-src " + Markup.hash(style))
        .contains("script-src " + Markup.hash(script))
        .containsOnlyOnce("<style")
        .containsOnlyOnce("<script>");
  }

  @Test
  void nothingBreaksOut() {
    String page = page(Sample.hostile());
    assertThat(page).containsOnlyOnce("<script>").containsOnlyOnce("</script>");
    assertThat(body(page))
        .doesNotContain("<b>x</b>", "alert(1)</script>", "]]>", "<!--", "\u001b")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; &quot;quoted&quot;");
    assertThat(NetworkSvg.svg(Sample.hostile().events())).doesNotContain("<script", "]]>");
    assertThat(TimelineSvg.svg(Sample.hostile().events())).doesNotContain("<script", "]]>");
  }

  @Test
  void onlyWebAddressesBecomeLinks() {
    Document d = Sample.talks().document();
    for (String url : List.of("javascript:alert(1)", "https://example.org/\"onload=\"x")) {
      Document linked =
          new Document(d.id(), "-", "t", "b", "p", null, url, "en", d.text(), d.paragraphs(), null);
      String page = page(new Report.Coded(linked, List.of()));
      assertThat(page).doesNotContain("javascript:", "\"onload");
    }
  }

  @Test
  void everyEventHasACardThatLeadsToItsWordsAndBack() {
    String page = page(Sample.talks());
    for (int i = 1; i <= 15; i++) {
      assertThat(page)
          .contains("id=\"e0-" + i + "\"")
          .contains("href=\"#t0-" + i + "\"")
          .containsOnlyOnce("id=\"t0-" + i + "\"");
    }
    List<String> ids = all("\\bid=\"([^\"]*)\"", page).map(m -> m.group(1)).toList();
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(all("href=\"#([^\"]*)\"", page).map(m -> m.group(1))).allMatch(ids::contains);
  }

  @Test
  void marksWhatIsNotCodedAndWhatIsHedged() {
    String page = page(Sample.talks());
    assertThat(page)
        .contains("data-kind=\"pull quote · not coded\"")
        .contains("data-kind=\"biography · not coded\"")
        .containsPattern("class=\"seg a hedged\"[^>]*>sheltered<")
        .containsPattern("class=\"seg a hedged\"[^>]*>answered with airstrikes<")
        .containsPattern("class=\"seg a\"[^>]*>met<")
        .containsPattern("class=\"seg a t\"[^>]*>14 Kenyan fishermen<")
        .containsPattern("class=\"seg s t\"[^>]*>Otieno<");
  }

  @Test
  void severalDocumentsFoldAllButTheFirst() {
    String page = page(Sample.talks(), Sample.empty());
    assertThat(page)
        .contains("<nav class=\"contents\"")
        .contains("<details class=\"doc\" id=\"d0\" open>")
        .contains("<details class=\"doc\" id=\"d1\"><summary>")
        .contains("date unknown: give --date");
  }

  @Test
  void theTextIsTheText() {
    assertReproduces(Sample.talks());
    assertReproduces(Sample.hostile());
    assertReproduces(Sample.empty());
  }

  @Property(tries = 200)
  void anySpansReproduceTheText(@ForAll long seed) {
    Random random = new Random(seed);
    String letters = "ab c<>&\"'\n\r\té漢]-!";
    Sample.Text text = new Sample.Text();
    int paragraphs = 1 + random.nextInt(4);
    for (int i = 0; i < paragraphs; i++) {
      StringBuilder words = new StringBuilder("x");
      for (int j = random.nextInt(60); j > 0; j--) {
        words.append(letters.charAt(random.nextInt(letters.length())));
      }
      text.add(Kind.values()[random.nextInt(Kind.values().length)], words.toString());
    }
    Document document = text.document("d", "another title", null, null);
    List<Event> events = new ArrayList<>();
    for (int i = random.nextInt(8); i > 0; i--) {
      int length = document.text().length();
      List<Evidence> evidence = new ArrayList<>();
      for (int j = 1 + random.nextInt(2); j > 0; j--) {
        evidence.add(
            new Evidence(
                0,
                span(random, length),
                span(random, length),
                span(random, length),
                span(random, length),
                span(random, length),
                span(random, length),
                "r",
                null));
      }
      events.add(
          new Event(
              "e" + i,
              "d",
              Sample.NORWAY,
              Sample.KENYA,
              EventType.AID,
              null,
              null,
              "07",
              7,
              Status.ACTUAL,
              null,
              null,
              null,
              null,
              .5,
              evidence,
              null));
    }
    assertReproduces(new Report.Coded(document, events));
  }

  private static Span span(Random random, int length) {
    if (random.nextInt(6) == 0) {
      return null;
    }
    int start = random.nextInt(length + 1);
    return new Span(start, start + random.nextInt(length - start + 1));
  }

  private static void assertReproduces(Report.Coded coded) {
    Document document = coded.document();
    String page = page(coded);
    String article = page.substring(page.indexOf("<article>"), page.indexOf("</article>"));
    Matcher matcher =
        Pattern.compile("(?s)<(p|h3) data-p=\"(\\d+)\"[^>]*>(.*?)</\\1>").matcher(article);
    int shown = 0;
    while (matcher.find()) {
      Paragraph paragraph = document.paragraphs().get(Integer.parseInt(matcher.group(2)));
      assertThat(text(matcher.group(3)))
          .isEqualTo(
              paragraph
                  .span()
                  .in(document.text())
                  .replaceAll("[\\x00-\\x08\\x0b\\x0e-\\x1f]", "\uFFFD"));
      shown++;
    }
    long repeated =
        document.paragraphs().stream()
            .filter(p -> p.kind() == Kind.TITLE)
            .filter(p -> p.span().in(document.text()).equals(document.title()))
            .count();
    assertThat(shown + repeated).isEqualTo(document.paragraphs().size());
  }

  private static String text(String html) {
    return html.replaceAll("<[^>]*>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#13;", "\r")
        .replace("&amp;", "&");
  }

  private static Stream<MatchResult> all(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results();
  }
}
