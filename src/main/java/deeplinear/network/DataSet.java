package deeplinear.network;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import java.util.List;
import java.util.Locale;

/**
 * Samples in exact numbers, as they are: nothing is centered or scaled.
 *
 * @param name of the data set
 * @param inputs the names of the rows of X
 * @param targets the names of the rows of Y
 * @param x X, d_0 × N
 * @param y Y, d_h × N
 */
public record DataSet(
    String name, List<String> inputs, List<String> targets, RationalMatrix x, RationalMatrix y) {

  /**
   * Copies the names.
   *
   * @throws IllegalArgumentException if the numbers of names, rows or samples do not fit
   */
  public DataSet {
    inputs = List.copyOf(inputs);
    targets = List.copyOf(targets);
    if (inputs.size() != x.rows() || targets.size() != y.rows() || x.columns() != y.columns()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d inputs and %d targets are named, but X is %d × %d and Y is %d × %d",
              inputs.size(),
              targets.size(),
              x.rows(),
              x.columns(),
              y.rows(),
              y.columns()));
    }
  }

  /** N. */
  public int samples() {
    return x.columns();
  }

  /** The exact target of the data as they are. */
  public SecondMoments<RationalMatrix> raw() {
    return SecondMoments.of(RationalAlgebra.INSTANCE, x, y);
  }

  /**
   * The target of the data after whitening.
   *
   * @throws DataException if all inputs vanish
   */
  public Whitening whitened() {
    return Whitening.of(this);
  }
}
