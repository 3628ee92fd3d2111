package org.entente.analysis.network;

import java.util.ArrayList;
import java.util.List;
import org.entente.store.DyadDays;

/**
 * What a signed network looks like from above: camps, communities, who is in the middle.
 *
 * @param network what it is of
 * @param nodes as the network's actors
 * @param frustration the split in two camps and what is at odds with it
 * @param triangles by their signs
 * @param communities how many
 * @param modularity signed modularity of the communities, see {@link Communities}
 * @param seed of the searches
 */
public record Structure(
    SignedNetwork network,
    List<Node> nodes,
    Frustration frustration,
    Triangles triangles,
    int communities,
    double modularity,
    long seed) {
  /**
   * An actor.
   *
   * @param actor who
   * @param camp 0 or 1, see {@link Frustration}
   * @param community from 1, the largest first
   * @param events with others of the network
   * @param friendly sum of its positive ties
   * @param hostile sum of its negative ties, 0 or less
   * @param pageRank 0 to 1; all add up to 1
   * @param betweenness 0 to 1
   */
  public record Node(
      DyadDays.Party actor,
      int camp,
      int community,
      int events,
      double friendly,
      double hostile,
      double pageRank,
      double betweenness) {}

  public Structure {
    nodes = List.copyOf(nodes);
  }

  /** The same network and seed give the same. */
  public static Structure of(SignedNetwork network, long seed) {
    double[][] ties = network.matrix();
    Frustration frustration = Frustration.of(ties, seed);
    Communities communities = Communities.of(ties, seed);
    double[] pageRank = Centrality.pageRank(network.directed());
    double[] betweenness = Centrality.betweenness(ties);
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < ties.length; i++) {
      double friendly = 0;
      double hostile = 0;
      for (double tie : ties[i]) {
        friendly += Math.max(0, tie);
        hostile += Math.min(0, tie);
      }
      nodes.add(
          new Node(
              network.actors().get(i),
              frustration.camps()[i],
              communities.of()[i] + 1,
              network.events().get(i),
              friendly,
              hostile,
              pageRank[i],
              betweenness[i]));
    }
    return new Structure(
        network,
        nodes,
        frustration,
        Triangles.of(ties),
        communities.count(),
        communities.modularity(),
        seed);
  }

  /** Sum of the weights of all ties, without sign. */
  public double weight() {
    return network.ties().stream().mapToDouble(tie -> Math.abs(tie.weight())).sum();
  }

  /** How many ties are positive. */
  public long friendly() {
    return network.ties().stream().filter(tie -> tie.weight() > 0).count();
  }

  /** Whether a tie is at odds with the split in camps. */
  public boolean atOdds(SignedNetwork.Tie tie) {
    return tie.weight() > 0 != (nodes.get(tie.a()).camp() == nodes.get(tie.b()).camp());
  }
}
