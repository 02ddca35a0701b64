package deeplinear.theorem.structure;

import deeplinear.network.Graph;
import deeplinear.theorem.Hypothesis;

/** The hypotheses of the chapter. */
final class GraphHypotheses {

  static final Hypothesis<Graph> FORWARD =
      new Hypothesis<>("A is strictly block lower triangular", Graph::isForward);

  static final Hypothesis<Graph> NO_SKIPS =
      new Hypothesis<>("no edge skips a layer", graph -> !graph.hasSkips());

  static final Hypothesis<Graph> CORNER_TARGET =
      new Hypothesis<>("E has no other block than (h, 0)", Graph::isCornerTarget);

  private GraphHypotheses() {}
}
