package org.entente.report;

/** An SVG in the making: its elements, in the order in which they are drawn. */
final class Svg {
  private final StringBuilder out = new StringBuilder();

  /** Markup as it is. */
  Svg raw(String markup) {
    out.append(markup);
    return this;
  }

  Svg line(String kind, double x1, double y1, double x2, double y2) {
    out.append("<line class=\"").append(kind).append('"');
    number("x1", x1);
    number("y1", y1);
    number("x2", x2);
    number("y2", y2);
    out.append("/>");
    return this;
  }

  Svg rect(String kind, double x, double y, double width, double height) {
    out.append("<rect class=\"").append(kind).append('"');
    number("x", x);
    number("y", y);
    number("width", width);
    number("height", height);
    out.append("/>");
    return this;
  }

  /** Nothing but a place to point at, which then says something. */
  Svg hint(double x, double y, double width, double height, String words) {
    out.append("<rect class=\"hint\"");
    number("x", x);
    number("y", y);
    number("width", width);
    number("height", height);
    out.append("><title>").append(Markup.escape(words)).append("</title></rect>");
    return this;
  }

  Svg circle(String kind, double x, double y, double radius) {
    out.append("<circle class=\"").append(kind).append('"');
    number("cx", x);
    number("cy", y);
    number("r", radius);
    out.append("/>");
    return this;
  }

  Svg path(String kind, CharSequence d) {
    if (d.length() > 0) {
      out.append("<path class=\"").append(kind).append("\" d=\"").append(d).append("\"/>");
    }
    return this;
  }

  /**
   * @param anchor start, middle or end
   */
  Svg text(String kind, double x, double y, double size, String anchor, String words) {
    out.append("<text class=\"")
        .append(kind)
        .append("\" font-size=\"")
        .append(Markup.n(size))
        .append('"');
    number("x", x);
    number("y", y);
    if (!anchor.equals("start")) {
      out.append(" text-anchor=\"").append(anchor).append('"');
    }
    out.append('>').append(Markup.escape(words)).append("</text>");
    return this;
  }

  private void number(String name, double value) {
    out.append(' ').append(name).append("=\"").append(Markup.n(value)).append('"');
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
