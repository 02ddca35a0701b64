package deeplinear.proof;

import static deeplinear.proof.FormalNetwork.F;
import static org.apache.commons.math3.fraction.BigFraction.ONE_HALF;

import deeplinear.algebra.Jet;
import deeplinear.algebra.JetAlgebra;
import deeplinear.algebra.formal.BlockAlgebra;
import deeplinear.algebra.formal.BlockMatrix;
import deeplinear.algebra.formal.FormalMatrix;
import deeplinear.flow.AdjacencyFlow;
import deeplinear.flow.Dynamics;
import deeplinear.network.Adjacency;
import deeplinear.network.Architecture;
import deeplinear.network.Weights;
import deeplinear.network.Whitened;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/** Identities of the matrix differential equation: the differences of both sides. */
public final class GraphIdentities {

  /** A formal order of matrices that are not divided into blocks. */
  private static final int ORDER = 2;

  private GraphIdentities() {}

  /** Ȧ minus the adjacency matrix of the layer-wise velocity, all (h + 1)² blocks. */
  public static List<FormalMatrix> layerwise(FormalGraph graph, Dynamics law) {
    BlockAlgebra<FormalMatrix> algebra = graph.algebra();
    Architecture architecture = graph.architecture();
    Weights<BlockMatrix<FormalMatrix>> weights =
        Adjacency.weights(algebra, architecture, graph.adjacency());
    BlockMatrix<FormalMatrix> corner =
        Adjacency.block(algebra, architecture, graph.embedding(), architecture.depth(), 0);
    Weights<BlockMatrix<FormalMatrix>> velocity =
        law.velocity(new Whitened<>(algebra, corner), weights);
    return algebra.subtract(graph.velocity(), Adjacency.of(velocity)).blocks();
  }

  /**
   * ⟨∇ ½‖E − A^h‖², V⟩ + ⟨Ȧ, V⟩ for arbitrary square A, E and V, blocks or not: zero iff the matrix
   * differential equation is gradient flow in all entries of A.
   */
  public static List<FormalMatrix> gradient(int depth) {
    return gradient(depth, BigFraction.ONE);
  }

  /** The same with another factor than 1 before Ȧ, which is wrong. */
  public static List<FormalMatrix> gradient(int depth, BigFraction factor) {
    FormalMatrix a = F.matrix("A", ORDER, ORDER);
    FormalMatrix e = F.matrix("E", ORDER, ORDER);
    FormalMatrix v = F.matrix("V", ORDER, ORDER);
    JetAlgebra<FormalMatrix> jets = new JetAlgebra<>(F, 1);
    Jet<FormalMatrix> residual =
        jets.subtract(jets.jet(List.of(e)), jets.power(jets.line(a, v), depth));
    FormalMatrix slope = jets.scale(ONE_HALF, jets.normSquared(residual)).coefficient(1);
    FormalMatrix velocity = new AdjacencyFlow<>(F, e, depth).velocity(a);
    return List.of(F.add(slope, F.scale(factor, F.inner(velocity, v))));
  }

  /** The blocks of Ȧ other than (i, i−1). */
  public static List<FormalMatrix> outsidePattern(FormalGraph graph) {
    BlockMatrix<FormalMatrix> velocity = graph.velocity();
    int h = graph.architecture().depth();
    List<FormalMatrix> outside = new ArrayList<>();
    for (int i = 0; i <= h; i++) {
      for (int j = 0; j <= h; j++) {
        if (i != j + 1) {
          outside.add(velocity.block(i, j));
        }
      }
    }
    return outside;
  }

  /** The parts of the blocks of Ȧ whose degree in the weights is neither h − 1 nor 2h − 1. */
  public static List<FormalMatrix> otherDegrees(FormalGraph graph) {
    int h = graph.architecture().depth();
    return graph.velocity().blocks().stream()
        .map(block -> FormalNetwork.otherDegrees(block, h - 1, 2 * h - 1))
        .toList();
  }
}
