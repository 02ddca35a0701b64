package deeplinear.network;

import com.google.auto.service.AutoService;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * A network that is diagonal in a chain of orthonormal bases, W_i = Q_i D_i Q_{i−1}ᵀ, with the
 * target Σ = Q_h T Q_0ᵀ. It is aligned if T is diagonal too.
 *
 * @param bases Q_0, …, Q_h, orthogonal of order d_i
 * @param diagonals the diagonal of each D_i (d_i × d_{i−1}), i = 1..h, all of one length at most r*
 * @param core T, d_h × d_0
 */
public record Chain(
    List<RationalMatrix> bases, List<List<BigFraction>> diagonals, RationalMatrix core)
    implements Subject {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  /**
   * Checks shapes and orthogonality.
   *
   * @throws IllegalArgumentException if the bases are not orthogonal, there is not one diagonal for
   *     each layer, or shapes do not fit
   */
  public Chain {
    bases = List.copyOf(bases);
    diagonals = diagonals.stream().map(List::copyOf).toList();
    if (diagonals.size() != bases.size() - 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d bases need %d diagonals, not %d",
              bases.size(),
              bases.size() - 1,
              diagonals.size()));
    }
    for (RationalMatrix basis : bases) {
      if (basis.rows() != basis.columns()
          || !Q.multiply(Q.transpose(basis), basis).equals(Q.identity(basis.columns()))) {
        throw new IllegalArgumentException("an orthogonal matrix is expected, not " + basis);
      }
    }
    if (diagonals.stream().mapToInt(List::size).distinct().count() != 1) {
      throw new IllegalArgumentException("the diagonals must be equally long: " + diagonals);
    }
    int narrowest = bases.stream().mapToInt(RationalMatrix::rows).min().orElseThrow();
    if (diagonals.get(0).size() > narrowest) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d modes do not fit a network of smallest width %d",
              diagonals.get(0).size(),
              narrowest));
    }
    int outputs = bases.get(bases.size() - 1).rows();
    int inputs = bases.get(0).rows();
    if (core.rows() != outputs || core.columns() != inputs) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "T must be %d × %d, but it is %d × %d",
              outputs,
              inputs,
              core.rows(),
              core.columns()));
    }
  }

  /** h. */
  public int depth() {
    return diagonals.size();
  }

  /** The number of modes, the length of every diagonal. */
  public int modes() {
    return diagonals.get(0).size();
  }

  /** Whether T is diagonal. */
  public boolean isAligned() {
    int count = Math.min(core.rows(), core.columns());
    return core.equals(RationalMatrix.diagonal(core.rows(), core.columns(), diagonal(count)));
  }

  /** Whether the diagonal of T vanishes beyond the modes. */
  public boolean hasAllModes() {
    return IntStream.range(modes(), Math.min(core.rows(), core.columns()))
        .allMatch(k -> core.entry(k, k).equals(BigFraction.ZERO));
  }

  /** Whether all D_i are equal. */
  public boolean isBalanced() {
    return diagonals.stream().distinct().count() == 1;
  }

  /** The first diagonal entries of T, one for each mode. */
  public List<BigFraction> targets() {
    return diagonal(modes());
  }

  private List<BigFraction> diagonal(int count) {
    return IntStream.range(0, count).mapToObj(k -> core.entry(k, k)).toList();
  }

  @Override
  public Instance instance() {
    Weights<RationalMatrix> weights =
        Weights.build(
            Q,
            depth(),
            i -> {
              RationalMatrix above = bases.get(i);
              RationalMatrix below = bases.get(i - 1);
              RationalMatrix d =
                  RationalMatrix.diagonal(above.rows(), below.rows(), diagonals.get(i - 1));
              return Q.multiply(Q.multiply(above, d), Q.transpose(below));
            });
    RationalMatrix sigma =
        Q.multiply(Q.multiply(bases.get(depth()), core), Q.transpose(bases.get(0)));
    return Instance.whitened(sigma, weights);
  }

  /** The bases, the diagonals as the rows of a matrix, and T. */
  @Override
  public Parts parts() {
    return Parts.NONE
        .withMatrices("bases", bases)
        .withMatrix(
            "diagonals",
            RationalMatrix.of(depth(), modes(), diagonals.stream().flatMap(List::stream).toList()))
        .withMatrix("core", core);
  }

  @Override
  public List<Chain> simpler() {
    return ChainReductions.of(this);
  }

  /** Reads it from its parts. */
  @AutoService(SubjectKind.class)
  public static final class Kind implements SubjectKind {

    @Override
    public String name() {
      return "chain";
    }

    @Override
    public Class<Chain> type() {
      return Chain.class;
    }

    @Override
    public Chain read(Parts parts) {
      RationalMatrix diagonals = parts.matrix("diagonals");
      return new Chain(
          parts.matrices("bases"),
          IntStream.range(0, diagonals.rows())
              .mapToObj(i -> Q.block(diagonals, i, 0, 1, diagonals.columns()).entries())
              .toList(),
          parts.matrix("core"));
    }
  }
}
