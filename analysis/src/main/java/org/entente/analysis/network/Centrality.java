package org.entente.analysis.network;

import java.util.Map;
import org.jgrapht.Graph;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.alg.scoring.PageRank;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.jgrapht.graph.SimpleWeightedGraph;

/** Who is in the middle of the friendly ties, by JGraphT. */
final class Centrality {
  private static final double DAMPING = .85;
  private static final int ITERATIONS = 200;
  private static final double TOLERANCE = 1e-10;

  private Centrality() {}

  /**
   * PageRank (Brin and Page 1998; damping 0.85): who is given cooperation by those who are given
   * it. Adds up to 1.
   *
   * @param given what the row did to the column; only what is above 0 counts
   */
  static double[] pageRank(double[][] given) {
    Graph<Integer, DefaultWeightedEdge> graph =
        new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
    fill(graph, given, false);
    return given.length == 0
        ? new double[0]
        : values(new PageRank<>(graph, DAMPING, ITERATIONS, TOLERANCE).getScores(), given.length);
  }

  /**
   * The share of all pairs of others between whom the shortest way over friendly ties leads through
   * a node (Freeman 1977; Brandes 2001), 0 to 1. A tie's length is 1/weight (Newman 2001).
   */
  static double[] betweenness(double[][] ties) {
    Graph<Integer, DefaultWeightedEdge> graph =
        new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
    fill(graph, ties, true);
    double[] raw = values(new BetweennessCentrality<>(graph).getScores(), ties.length);
    double pairs = (ties.length - 1) * (ties.length - 2) / 2.0;
    for (int i = 0; i < raw.length; i++) {
      raw[i] = pairs > 0 ? raw[i] / pairs : 0;
    }
    return raw;
  }

  private static void fill(
      Graph<Integer, DefaultWeightedEdge> graph, double[][] weights, boolean lengths) {
    for (int i = 0; i < weights.length; i++) {
      graph.addVertex(i);
    }
    for (int i = 0; i < weights.length; i++) {
      for (int j = lengths ? i + 1 : 0; j < weights.length; j++) {
        if (weights[i][j] > 0) {
          graph.setEdgeWeight(graph.addEdge(i, j), lengths ? 1 / weights[i][j] : weights[i][j]);
        }
      }
    }
  }

  private static double[] values(Map<Integer, Double> scores, int n) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = scores.get(i);
    }
    return values;
  }
}
