package deeplinear.landscape;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * A change ± e_row e_columnᵀ of the null block of one layer. The growths of a point together let
 * ⟨Σ, W⟩ grow: they connect the nonvanishing products of null blocks between them into a closed
 * chain through the unlearned part of Σ.
 */
record Growth(int layer, int row, int column, BigFraction sign) {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  /** The direction in W_layer: P_i blockdiag(0, ± e_row e_columnᵀ) P_{i−1}^{-1}. */
  RationalMatrix direction(CriticalPoint point) {
    RationalMatrix z = point.nullBlock(layer);
    RationalMatrix entry =
        Q.insert(Q.zeros(z.rows(), z.columns()), row, column, RationalMatrix.scalar(sign));
    List<BigFraction> nothing = Collections.nCopies(point.learned().size(), BigFraction.ZERO);
    return point.layer(layer, nothing, entry);
  }

  /**
   * The growths of a point whose learned set is top, but too small. Going up from the unlearned
   * part of Σᵀ, the product of null blocks is extended as long as it does not vanish; a layer at
   * which it would is changed, and a new product starts above it. The last layer to be changed is
   * found from above.
   */
  static List<Growth> of(CriticalPoint point) {
    int last = point.depth();
    RationalMatrix product = unlearnedTarget(point);
    while (!Q.isZero(Q.multiply(product, point.nullBlock(last)))) {
      product = Q.multiply(product, point.nullBlock(last));
      last--;
    }
    List<Integer> layers = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    for (int i = 1; i < last; i++) {
      RationalMatrix next = Q.multiply(point.nullBlock(i), product);
      if (Q.isZero(next)) {
        layers.add(i);
        entries.add(Entry.nonzero(product));
        next = Q.identity(next.rows());
      }
      product = next;
    }
    layers.add(last);
    entries.add(Entry.nonzero(product));
    return chain(layers, entries);
  }

  /** Entry n is that of the product below layers[n]; its column meets the change below it. */
  private static List<Growth> chain(List<Integer> layers, List<Entry> entries) {
    int negative = (int) entries.stream().filter(Entry::isNegative).count();
    BigFraction sign = negative % 2 == 0 ? BigFraction.ONE : BigFraction.MINUS_ONE;
    List<Growth> growths = new ArrayList<>();
    for (int n = 0; n < layers.size(); n++) {
      int layer = layers.get(n);
      int row = entries.get((n + 1) % entries.size()).column();
      growths.add(new Growth(layer, row, entries.get(n).row(), sign));
      sign = BigFraction.ONE;
    }
    return growths;
  }

  /** diag of the unlearned singular values, transposed: (d_0 − k) × (d_h − k). */
  private static RationalMatrix unlearnedTarget(CriticalPoint point) {
    List<BigFraction> s = point.target().values();
    int k = point.learned().size();
    return RationalMatrix.diagonal(
        point.architecture().inputs() - k,
        point.architecture().outputs() - k,
        point.learned().unlearned(s.size()).stream().map(a -> s.get(a - 1)).toList());
  }

  /** A nonvanishing entry of a product. */
  private record Entry(int row, int column, boolean isNegative) {

    static Entry nonzero(RationalMatrix a) {
      for (int i = 0; i < a.rows(); i++) {
        for (int j = 0; j < a.columns(); j++) {
          int sign = a.entry(i, j).compareTo(BigFraction.ZERO);
          if (sign != 0) {
            return new Entry(i, j, sign < 0);
          }
        }
      }
      throw new IllegalArgumentException("a nonzero matrix is expected, but this is " + a);
    }
  }
}
