package org.entente.report;

import org.entente.model.Actor;
import org.entente.model.Event;
import org.entente.model.Quad;

/** What the pictures have in common. */
final class Picture {
  static final String CSS = Markup.resource("picture.css");
  static final String LIGHT = Markup.resource("light.css");
  static final String DARK = Markup.resource("dark.css");

  private Picture() {}

  /**
   * The opening tag, title and description.
   *
   * @param alone whether the picture is a file of its own and has to bring its colours
   */
  static String open(String kind, double width, double height, String title, boolean alone) {
    return "<svg"
        + (alone ? " xmlns=\"http://www.w3.org/2000/svg\"" : "")
        + " class=\"picture "
        + kind
        + "\" viewBox=\"0 0 "
        + Markup.n(width)
        + ' '
        + Markup.n(height)
        + "\" width=\""
        + Markup.n(width)
        + "\" height=\""
        + Markup.n(height)
        // A group, not an image: the marks inside have titles and links of their own.
        + "\" role=\"group\" aria-label=\""
        + Markup.escape(title)
        + "\">"
        + (alone
            ? "<style>"
                + "svg{"
                + LIGHT
                + "}@media (prefers-color-scheme:dark){svg{"
                + DARK
                + "}}"
                + CSS
                + "</style><rect class=\"ground\" width=\"100%\" height=\"100%\"/>"
            : "");
  }

  /**
   * @param anchor start, middle or end
   */
  static void text(
      StringBuilder out, String kind, String anchor, double x, double y, double size, String text) {
    out.append("<text class=\"")
        .append(kind)
        .append("\" text-anchor=\"")
        .append(anchor)
        .append("\" font-size=\"")
        .append(Markup.n(size))
        .append("\" x=\"")
        .append(Markup.n(x))
        .append("\" y=\"")
        .append(Markup.n(y))
        .append("\">")
        .append(Markup.escape(text))
        .append("</text>");
  }

  /** Words of a legend, in the size of its group. */
  static void faint(StringBuilder out, double x, double y, String text) {
    out.append("<text class=\"faint\" x=\"")
        .append(Markup.n(x))
        .append("\" y=\"")
        .append(Markup.n(y))
        .append("\">")
        .append(Markup.escape(text))
        .append("</text>");
  }

  /** The beginning of a legend: a group with a rule from the left margin to the right one. */
  static void legend(StringBuilder out, double margin, double width, double y) {
    out.append("<g class=\"legend\" font-size=\"11.5\"><line class=\"rule\" x1=\"")
        .append(margin)
        .append("\" x2=\"")
        .append(Markup.n(width - margin))
        .append("\" y1=\"")
        .append(Markup.n(y))
        .append("\" y2=\"")
        .append(Markup.n(y))
        .append("\"/>");
  }

  /** The name, or the code where the name is too long. */
  static String brief(Actor actor, int letters) {
    if (actor == null) {
      return "–";
    }
    String name = Columns.clean(Words.name(actor));
    String code = Columns.clean(actor.fullCode());
    return name.length() <= letters || code.length() > letters ? Columns.fit(name, letters) : code;
  }

  static String quad(Quad quad) {
    return switch (quad) {
      case VERBAL_COOPERATION -> "vc";
      case MATERIAL_COOPERATION -> "mc";
      case VERBAL_CONFLICT -> "vx";
      case MATERIAL_CONFLICT -> "mx";
    };
  }

  /** An event in one line: {@code "Egypt → ISIS: ASSAULT·aerial, 16 February 2015"}. */
  static String line(Event event) {
    StringBuilder line = new StringBuilder(Columns.clean(Words.name(event.source())));
    if (event.target() != null) {
      line.append(" → ").append(Columns.clean(Words.name(event.target())));
    }
    line.append(": ").append(Columns.clean(Words.type(event)));
    if (event.cameo() != null) {
      line.append(" (").append(event.cameo()).append(')');
    }
    line.append(", ").append(Words.date(event.time()));
    return line.append(", ").append(Words.lower(event.status())).toString();
  }
}
