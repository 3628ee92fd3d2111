package org.entente.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.entente.analysis.network.SignedNetwork;
import org.entente.analysis.network.Structure;

/**
 * A signed network as a picture: lines between friends solid and teal, between foes dashed and
 * vermilion, thicker where the tie is stronger. The shape of a node tells its camp, number and
 * colour its community, size the strength of its ties. Friends are drawn near each other.
 */
public final class SignedNetworkSvg {
  /** Actors at most; the busiest are shown. */
  static final int NODES = 40;

  /** Communities with a colour of their own. */
  static final int COLOURS = 7;

  private static final int FRIENDS = 2;
  private static final int FOES = 1;
  private static final int STRONGEST = 10;
  private static final double MARGIN = 18;
  private static final double LEGEND = 64;

  private SignedNetworkSvg() {}

  private static final class Node extends Disc {
    final Structure.Node node;
    final double radius;

    Node(Structure.Node node, double strongest) {
      super(node.actor().name(), node.actor().id().indexOf('/') < 0 ? node.actor().code() : "");
      this.node = node;
      this.radius = 9 + 15 * Math.sqrt(strength(node) / strongest);
    }

    @Override
    double radius() {
      return radius;
    }
  }

  private static double strength(Structure.Node node) {
    return node.friendly() - node.hostile();
  }

  /**
   * The picture.
   *
   * @param alone whether it is a file of its own and has to bring its colours
   */
  public static String svg(Structure structure, boolean alone) {
    List<SignedNetwork.Tie> ties = chosen(structure);
    Map<Integer, Node> nodes = new HashMap<>();
    double strongest = structure.nodes().stream().mapToDouble(n -> strength(n)).max().orElse(1);
    List<Node> shown = new ArrayList<>();
    for (int i = 0; i < Math.min(NODES, structure.nodes().size()); i++) {
      int at = i;
      if (ties.stream().anyMatch(tie -> tie.a() == at || tie.b() == at)) {
        Node node = new Node(structure.nodes().get(i), strongest);
        nodes.put(i, node);
        shown.add(node);
      }
    }
    if (shown.isEmpty()) {
      return Picture.open("network", 600, 60, "Network: no ties", alone)
          + "<text class=\"faint\" x=\"300\" y=\"34\" text-anchor=\"middle\" font-size=\"13\">"
          + "No ties between two actors.</text></svg>";
    }
    double top = ties.stream().mapToDouble(tie -> Math.abs(tie.weight())).max().orElse(1);
    double[] size =
        Disc.settle(shown, pulls(shown, nodes, ties, top), () -> points(nodes, ties), MARGIN);
    StringBuilder out = new StringBuilder();
    out.append(
        Picture.open(
            "network signed",
            size[0],
            size[1] + LEGEND,
            "Signed network of "
                + Words.count(shown.size(), "actor")
                + " and "
                + Words.count(ties.size(), "tie"),
            alone));
    for (int i = ties.size() - 1; i >= 0; i--) {
      line(out, ties.get(i), nodes, top);
    }
    shown.forEach(node -> node(out, node));
    legend(out, structure, size, shown.size(), ties.size());
    return out.append("</svg>").toString();
  }

  /** The strongest ties of each actor, and the strongest of all. */
  private static List<SignedNetwork.Tie> chosen(Structure structure) {
    int[] friends = new int[NODES];
    int[] foes = new int[NODES];
    int hostile = 0;
    int friendly = 0;
    Set<SignedNetwork.Tie> chosen = new LinkedHashSet<>();
    for (SignedNetwork.Tie tie : structure.network().ties()) {
      if (tie.a() >= NODES || tie.b() >= NODES) {
        continue;
      }
      boolean friend = tie.weight() > 0;
      int[] have = friend ? friends : foes;
      int enough = friend ? FRIENDS : FOES;
      int rank = friend ? friendly++ : hostile++;
      if (rank < STRONGEST || have[tie.a()] < enough || have[tie.b()] < enough) {
        chosen.add(tie);
        have[tie.a()]++;
        have[tie.b()]++;
      }
    }
    return List.copyOf(chosen);
  }

  private static double[][] pulls(
      List<Node> shown, Map<Integer, Node> nodes, List<SignedNetwork.Tie> ties, double top) {
    double[][] pulls = new double[shown.size()][shown.size()];
    for (int i = 0; i < shown.size(); i++) {
      for (int j = 0; j < shown.size(); j++) {
        boolean together = i != j && shown.get(i).node.community() == shown.get(j).node.community();
        pulls[i][j] = together ? .12 : 0;
      }
    }
    for (SignedNetwork.Tie tie : ties) {
      int i = shown.indexOf(nodes.get(tie.a()));
      int j = shown.indexOf(nodes.get(tie.b()));
      double strength = Math.sqrt(Math.abs(tie.weight()) / top);
      pulls[i][j] = pulls[j][i] = tie.weight() > 0 ? .3 + .5 * strength : .06;
    }
    return pulls;
  }

  /** Points on all lines. */
  private static List<double[]> points(Map<Integer, Node> nodes, List<SignedNetwork.Tie> ties) {
    List<double[]> points = new ArrayList<>();
    for (SignedNetwork.Tie tie : ties) {
      Node a = nodes.get(tie.a());
      Node b = nodes.get(tie.b());
      int steps = (int) (Math.hypot(b.x - a.x, b.y - a.y) / 6) + 2;
      for (int i = 1; i < steps; i++) {
        double t = i / (double) steps;
        points.add(new double[] {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)});
      }
    }
    return points;
  }

  private static void line(
      StringBuilder out, SignedNetwork.Tie tie, Map<Integer, Node> nodes, double top) {
    Node a = nodes.get(tie.a());
    Node b = nodes.get(tie.b());
    boolean friends = tie.weight() > 0;
    double stroke = 1.1 + 6 * Math.sqrt(Math.abs(tie.weight()) / top);
    out.append("<g class=\"")
        .append(friends ? "coop" : "conf")
        .append("\"><title>")
        .append(
            Markup.escape(
                a.name
                    + (friends ? " and " : " against ")
                    + b.name
                    + ": tie "
                    + number(tie.weight())
                    + " from "
                    + Words.count(tie.events(), "event")))
        .append("</title><path class=\"line\" stroke-width=\"")
        .append(Markup.n(stroke))
        .append("\" d=\"M")
        .append(Markup.n(a.x))
        .append(' ')
        .append(Markup.n(a.y))
        .append('L')
        .append(Markup.n(b.x))
        .append(' ')
        .append(Markup.n(b.y))
        .append('"');
    if (!friends) {
      out.append(" stroke-dasharray=\"")
          .append(Markup.n(4 + stroke))
          .append(' ')
          .append(Markup.n(2.5 + stroke * .6))
          .append('"');
    }
    out.append("/></g>");
  }

  private static void node(StringBuilder out, Node node) {
    Structure.Node of = node.node;
    out.append("<g class=\"node")
        .append(of.community() <= COLOURS ? " g" + of.community() : "")
        .append("\"><title>")
        .append(
            Markup.escape(
                node.name
                    + ": camp "
                    + SignedNetworkGrids.camp(of)
                    + ", community "
                    + of.community()
                    + ", friendly ties "
                    + number(of.friendly())
                    + ", hostile "
                    + number(of.hostile())))
        .append("</title>");
    shape(out, node.x, node.y, node.radius, of.camp());
    out.append("<text class=\"number\" text-anchor=\"middle\" font-size=\"10.5\" x=\"")
        .append(Markup.n(node.x))
        .append("\" y=\"")
        .append(Markup.n(node.y + 3.8))
        .append("\">")
        .append(of.community())
        .append("</text>");
    node.label(out);
    out.append("</g>");
  }

  /** A circle for the first camp, a square for the second. */
  private static void shape(StringBuilder out, double x, double y, double r, int camp) {
    if (camp == 0) {
      out.append("<circle cx=\"")
          .append(Markup.n(x))
          .append("\" cy=\"")
          .append(Markup.n(y))
          .append("\" r=\"")
          .append(Markup.n(r))
          .append("\"/>");
    } else {
      double half = r * .9;
      out.append("<rect x=\"")
          .append(Markup.n(x - half))
          .append("\" y=\"")
          .append(Markup.n(y - half))
          .append("\" width=\"")
          .append(Markup.n(2 * half))
          .append("\" height=\"")
          .append(Markup.n(2 * half))
          .append("\"/>");
    }
  }

  private static void legend(
      StringBuilder out, Structure structure, double[] size, int shown, int lines) {
    double y = size[1] + LEGEND - 36;
    double x = MARGIN;
    Picture.legend(out, MARGIN, size[0], y - 22);
    for (boolean friends : new boolean[] {true, false}) {
      out.append("<g class=\"")
          .append(friends ? "coop" : "conf")
          .append("\"><path class=\"line\" stroke-width=\"2.4\" d=\"M")
          .append(Markup.n(x))
          .append(' ')
          .append(Markup.n(y - 4))
          .append("h30\"")
          .append(friends ? "" : " stroke-dasharray=\"6 4\"")
          .append("/></g>");
      Picture.faint(out, x + 37, y, friends ? "friendly" : "hostile");
      x += friends ? 100 : 98;
    }
    for (int camp = 0; camp < 2; camp++) {
      out.append("<g class=\"node\">");
      shape(out, x + 7, y - 4, 7, camp);
      out.append("</g>");
      Picture.faint(out, x + 20, y, camp == 0 ? "camp A" : "camp B");
      x += 78;
    }
    Picture.faint(out, x, y, "number, colour: community");
    int ties = structure.network().ties().size();
    int hidden = structure.nodes().size() - shown;
    String note =
        "thicker, larger: stronger ties"
            + (lines < ties
                ? String.format(Locale.ROOT, " · the %d strongest of %,d ties", lines, ties)
                : "")
            + (hidden > 0 ? " · " + hidden + " less busy actors not shown" : "");
    Picture.faint(out, MARGIN, y + 20, note);
    out.append("</g>");
  }

  private static String number(double weight) {
    return String.format(Locale.ROOT, "%,.1f", weight).replace('-', '−');
  }
}
