package deeplinear.network;

import deeplinear.algebra.Algebra;

/**
 * The n × n matrices of the network view: the adjacency matrix A with block (i, i−1) = W_i, and the
 * embedding E with block (h, 0) = Σ.
 */
public final class Adjacency {

  private Adjacency() {}

  /** A, n × n, with W_i at block (i, i−1) and zeros elsewhere. */
  public static <M> M of(Weights<M> weights) {
    Algebra<M> algebra = weights.algebra();
    Architecture architecture = weights.architecture();
    M a = algebra.zeros(architecture.nodes(), architecture.nodes());
    for (int i = 1; i <= weights.depth(); i++) {
      a = algebra.insert(a, architecture.offset(i), architecture.offset(i - 1), weights.layer(i));
    }
    return a;
  }

  /** The n × n matrix with the d_h × d_0 matrix {@code corner} at block (h, 0). */
  public static <M> M embed(Algebra<M> algebra, Architecture architecture, M corner) {
    return algebra.insert(
        algebra.zeros(architecture.nodes(), architecture.nodes()),
        architecture.offset(architecture.depth()),
        0,
        corner);
  }

  /** Block (i, j) of an n × n matrix, d_i × d_j. */
  public static <M> M block(Algebra<M> algebra, Architecture architecture, M a, int i, int j) {
    return algebra.block(
        a,
        architecture.offset(i),
        architecture.offset(j),
        architecture.width(i),
        architecture.width(j));
  }

  /** The weights that the blocks (i, i−1) of an n × n matrix hold, whatever its other blocks. */
  public static <M> Weights<M> weights(Algebra<M> algebra, Architecture architecture, M a) {
    return Weights.build(
        algebra, architecture.depth(), i -> block(algebra, architecture, a, i, i - 1));
  }
}
