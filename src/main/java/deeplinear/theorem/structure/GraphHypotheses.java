package deeplinear.theorem.structure;

import deeplinear.network.Graph;
import deeplinear.theorem.Hypothesis;

/** The hypotheses of the chapter. */
final class GraphHypotheses {

  static final Hypothesis<Graph> LAYERED =
      new Hypothesis<>("A has no other blocks than (i, i−1)", Graph::isLayered);

  static final Hypothesis<Graph> CORNER_TARGET =
      new Hypothesis<>("E has no other block than (h, 0)", Graph::isCornerTarget);

  private GraphHypotheses() {}
}
