package org.entente.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.analysis.network.Frustration;
import org.entente.analysis.network.SignedNetwork;
import org.entente.analysis.network.Structure;
import org.entente.analysis.network.Triangles;
import org.entente.report.Grid.Column;

/** A signed network as tables and sentences. */
public final class SignedNetworkGrids {
  private SignedNetworkGrids() {}

  /** Its actors, busiest first. */
  public static Grid actors(Structure structure, int most) {
    List<List<Object>> rows = new ArrayList<>();
    for (Structure.Node node : structure.nodes()) {
      if (rows.size() == most) {
        break;
      }
      rows.add(
          List.of(
              node.actor().id(),
              node.actor().name(),
              camp(node),
              node.community(),
              node.events(),
              round(node.friendly()),
              round(node.hostile()),
              node.pageRank(),
              node.betweenness()));
    }
    return new Grid(
        List.of(
            Column.text("actor", "actor"),
            Column.text("name", "name"),
            Column.text("camp", "camp"),
            Column.count("community", "community"),
            Column.count("events", "events"),
            Column.number("friendly", "friendly", 1),
            Column.number("hostile", "hostile", 1),
            Column.number("pagerank", "PageRank", 4),
            Column.number("betweenness", "between", 4)),
        rows);
  }

  /** Its ties. */
  public static Grid ties(Structure structure, List<SignedNetwork.Tie> ties) {
    List<List<Object>> rows = new ArrayList<>();
    for (SignedNetwork.Tie tie : ties) {
      Structure.Node a = structure.nodes().get(tie.a());
      Structure.Node b = structure.nodes().get(tie.b());
      rows.add(
          List.of(
              a.actor().id(),
              a.actor().name(),
              b.actor().id(),
              b.actor().name(),
              round(tie.weight()),
              round(tie.forth()),
              round(tie.back()),
              tie.events(),
              structure.atOdds(tie) ? "yes" : ""));
    }
    return new Grid(
        List.of(
            Column.text("a", "a"),
            Column.text("a_name", "name"),
            Column.text("b", "b"),
            Column.text("b_name", "name"),
            Column.number("weight", "tie", 1),
            Column.number("a_to_b", "a to b", 1),
            Column.number("b_to_a", "b to a", 1),
            Column.count("events", "events"),
            Column.text("at_odds", "at odds")),
        rows);
  }

  /** What it is, in one line. */
  public static String about(Structure structure) {
    SignedNetwork network = structure.network();
    return Words.count(structure.nodes().size(), "actor")
        + ", "
        + Words.count(network.ties().size(), "tie")
        + " ("
        + String.format(
            Locale.ROOT,
            "%,d friendly, %,d hostile), ",
            structure.friendly(),
            network.ties().size() - structure.friendly())
        + network.decay().words();
  }

  /** Balance, camps and communities, a sentence or two each. */
  public static List<String> notes(Structure structure) {
    if (structure.network().ties().isEmpty()) {
      return List.of();
    }
    List<String> notes = new ArrayList<>();
    Frustration frustration = structure.frustration();
    long first = structure.nodes().stream().filter(node -> node.camp() == 0).count();
    String split =
        first == structure.nodes().size()
            ? "The best split is none: all are in one camp. Against it are "
            : "The best split in two camps has "
                + first
                + " actors in camp A and "
                + (structure.nodes().size() - first)
                + " in camp B. At odds with it are ";
    notes.add(
        split
            + String.format(
                Locale.ROOT,
                "%,d of %,d ties, of weight %,.1f of %,.1f (%.1f %%): the frustration. ",
                frustration.ties(),
                structure.network().ties().size(),
                frustration.weight(),
                structure.weight(),
                100 * frustration.weight() / structure.weight())
            + (frustration.exact()
                ? frustration.unique()
                    ? "It is exact, and no other split is as good."
                    : "It is exact."
                : String.format(
                    Locale.ROOT,
                    "Found by search (seed %d); no split has less than %,.1f.",
                    structure.seed(),
                    frustration.bound())));
    Triangles triangles = structure.triangles();
    if (triangles.all() > 0) {
      double negative = 1 - structure.friendly() / (double) structure.network().ties().size();
      notes.add(
          String.format(
              Locale.ROOT,
              "%,d of %,d triangles are balanced (%.1f %%; %.1f %% if signs were dealt at random):"
                  + " %,d of three friends, %,d of two allied against a third; not balanced are %,d"
                  + " of two foes with a common friend and %,d of three foes.",
              triangles.balanced(),
              triangles.all(),
              100 * triangles.share(),
              100 * Triangles.expected(negative),
              triangles.friends(),
              triangles.allied(),
              triangles.torn(),
              triangles.hostile()));
    }
    notes.add(
        String.format(
            Locale.ROOT,
            "%s, signed modularity %.3f (seed %d). PageRank and betweenness are those of the"
                + " friendly ties.",
            structure.communities() == 1 ? "1 community" : structure.communities() + " communities",
            structure.modularity(),
            structure.seed()));
    if (structure.network().left() > 0 || structure.network().zero() > 0) {
      List<String> out = new ArrayList<>();
      if (structure.network().left() > 0) {
        out.add(
            Words.count(structure.network().left(), "actor")
                + " with fewer events or without ties of their own (--top, --min-events)");
      }
      if (structure.network().zero() > 0) {
        out.add(
            Words.count(structure.network().zero(), "pair")
                + " whose events add up to a weight of 0");
      }
      notes.add("Left out: " + String.join("; ", out) + ".");
    }
    return notes;
  }

  static String camp(Structure.Node node) {
    return node.camp() == 0 ? "A" : "B";
  }

  /** So that the last bits of a sum do not show. */
  private static double round(double weight) {
    return Math.round(weight * 1e6) / 1e6;
  }
}
