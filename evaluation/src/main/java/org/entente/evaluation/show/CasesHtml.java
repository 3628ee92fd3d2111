package org.entente.evaluation.show;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.entente.model.Span;

/** Cases as cards, the most confident first, with the sides marked and a choice by type. */
final class CasesHtml {
  private final StringBuilder out = new StringBuilder();

  private CasesHtml() {}

  static String of(Block.Cases cases) {
    CasesHtml html = new CasesHtml();
    html.all(cases);
    return html.out.toString();
  }

  private void all(Block.Cases cases) {
    int count = cases.cases().size();
    if (count == 0) {
      out.append("<p>").append(Html.escape(cases.name())).append(": none</p>\n");
      return;
    }
    out.append("<details class=\"cases\"><summary>").append(Html.escape(cases.name()));
    out.append(": ").append(Figures.count(count)).append("</summary>\n");
    out.append("<div class=\"filters\" hidden><label>gold <select class=\"gold\">");
    out.append("<option value=\"\">any</option></select></label><label>answer <select");
    out.append(" class=\"answer\"><option value=\"\">any</option></select></label>");
    out.append("<button type=\"button\">show all</button><span class=\"shown\" role=\"status\">");
    out.append("</span><span class=\"key\"><mark class=\"s\">source</mark> ");
    out.append("<mark class=\"t\">target</mark></span></div>\n<ol>\n");
    List<Case> ordered =
        cases.cases().stream()
            .sorted(Comparator.comparingDouble(Case::confidence).reversed())
            .toList();
    ordered.forEach(this::one);
    out.append("</ol></details>\n");
  }

  private void one(Case one) {
    out.append("<li class=\"case\" data-gold=\"").append(Html.escape(one.goldType()));
    out.append("\" data-answer=\"").append(Html.escape(one.answer())).append("\">");
    out.append("<div class=\"what\"><span class=\"id\">").append(Html.escape(one.id()));
    out.append("</span><span>gold <b class=\"gold\">").append(Html.escape(one.gold()));
    out.append("</b></span><span>answer <b class=\"answer\">").append(Html.escape(one.answer()));
    out.append("</b></span>");
    if (one.confidence() >= 0) {
      out.append("<span class=\"sure\">confidence ");
      out.append(String.format(Locale.ROOT, "%.2f", one.confidence())).append("</span>");
    }
    out.append("</div><blockquote>");
    text(one);
    out.append("</blockquote>");
    if (!one.because().isEmpty()) {
      out.append("<details><summary>why</summary><ul>");
      one.because().forEach(l -> out.append("<li>").append(Html.escape(l)).append("</li>"));
      out.append("</ul></details>");
    }
    out.append("</li>\n");
  }

  private void text(Case one) {
    TreeSet<Integer> cuts = new TreeSet<>(List.of(0, one.text().length()));
    for (Span span : new Span[] {one.source(), one.target()}) {
      if (span != null) {
        cuts.add(span.start());
        cuts.add(span.end());
      }
    }
    int from = 0;
    for (int to : cuts.tailSet(0, false)) {
      String words = Html.escape(one.text().substring(from, to));
      String kind =
          (within(from, one.source()) ? "s " : "") + (within(from, one.target()) ? "t" : "");
      if (kind.isEmpty()) {
        out.append(words);
      } else {
        out.append("<mark class=\"").append(kind.strip()).append("\">").append(words);
        out.append("</mark>");
      }
      from = to;
    }
  }

  private static boolean within(int at, Span span) {
    return span != null && span.start() <= at && at < span.end();
  }
}
