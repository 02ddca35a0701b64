package deeplinear.properties;

import deeplinear.network.Graph;
import deeplinear.sample.Graphs;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

/** Chapter 1. */
class StructureProperties extends Corpus {

  @Provide
  Arbitrary<Graph> layered() {
    return arbitrary(Graphs.layered());
  }

  @Checks("structure/adjacency-gradient")
  void adjacencyFlowIsLayerwiseGradient(@ForAll("layered") Graph graph) {
    check(graph);
  }

  @Checks("structure/nilpotent")
  void adjacencyMatrixStaysNilpotent(@ForAll("layered") Graph graph) {
    check(graph);
  }

  @Checks("structure/isospectral")
  void characteristicPolynomialIsConstant(@ForAll("layered") Graph graph) {
    check(graph);
  }
}
