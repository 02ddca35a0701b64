package deeplinear.proof;

import deeplinear.algebra.formal.BlockAlgebra;
import deeplinear.algebra.formal.BlockMatrix;
import deeplinear.algebra.formal.FormalMatrix;
import deeplinear.flow.AdjacencyFlow;
import deeplinear.network.Adjacency;
import deeplinear.network.Architecture;
import deeplinear.network.Weights;

/**
 * A state A of the matrix differential equation with target E, as matrices of blocks of letters.
 *
 * @param architecture the formal widths
 * @param adjacency A
 * @param embedding E
 */
public record FormalGraph(
    Architecture architecture,
    BlockMatrix<FormalMatrix> adjacency,
    BlockMatrix<FormalMatrix> embedding) {

  /** A with the blocks W_i at (i, i−1), and E with the block Σ at (h, 0). */
  public static FormalGraph layered(Architecture widths) {
    BlockAlgebra<FormalMatrix> algebra = blocks(widths);
    FormalNetwork network = FormalNetwork.whitened(widths);
    Weights<BlockMatrix<FormalMatrix>> weights =
        Weights.build(algebra, widths.depth(), i -> algebra.single(network.weights().layer(i)));
    return new FormalGraph(
        widths,
        Adjacency.of(weights),
        Adjacency.embed(algebra, widths, algebra.single(network.target().matrix())));
  }

  /** The same with a further letter at block (i, j) of A. */
  public FormalGraph withEdge(int i, int j) {
    return new FormalGraph(architecture, with("S", adjacency, i, j), embedding);
  }

  /** The same with a further letter at block (i, j) of E. */
  public FormalGraph withTarget(int i, int j) {
    return new FormalGraph(architecture, adjacency, with("T", embedding, i, j));
  }

  private BlockMatrix<FormalMatrix> with(String name, BlockMatrix<FormalMatrix> a, int i, int j) {
    FormalMatrix letter =
        FormalNetwork.F.matrix(name, architecture.width(i), architecture.width(j));
    BlockAlgebra<FormalMatrix> algebra = algebra();
    return algebra.insert(
        a, architecture.offset(i), architecture.offset(j), algebra.single(letter));
  }

  /** The algebra of A and E. */
  public BlockAlgebra<FormalMatrix> algebra() {
    return blocks(architecture);
  }

  private static BlockAlgebra<FormalMatrix> blocks(Architecture widths) {
    return new BlockAlgebra<>(FormalNetwork.F, widths.widths());
  }

  /** Ȧ. */
  public BlockMatrix<FormalMatrix> velocity() {
    return new AdjacencyFlow<>(algebra(), embedding, architecture.depth()).velocity(adjacency);
  }
}
