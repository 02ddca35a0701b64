package deeplinear.landscape;

import deeplinear.algebra.Jet;
import deeplinear.algebra.JetAlgebra;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.network.Weights;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * The curve W(t) on which all null blocks Z_i of a point shrink to t Z_i. For t ≠ 0 it stays in the
 * orbit of the gauge group, by the one-parameter subgroup with G_i = P_i diag(I, t^{a_i} I)
 * P_i^{-1}; at t = 0 it ends at the representative without null blocks. Source: [WA25].
 *
 * @param point the point at t = 1, with a vanishing null block
 */
public record Degeneration(CriticalPoint point) {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  /**
   * Requires a vanishing null block, at which the exponents a_i can fall back.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Degeneration {
    if (point.nullBlocks().stream().noneMatch(Q::isZero)) {
      throw new IllegalArgumentException("no null block vanishes, so none can be compensated");
    }
  }

  /** W(t) at a rational t. */
  public Weights<RationalMatrix> at(BigFraction t) {
    return point
        .withNullBlocks(point.nullBlocks().stream().map(z -> Q.scale(t, z)).toList())
        .weights();
  }

  /** The whole curve, which is linear in t, as jets of a given order. */
  public Weights<Jet<RationalMatrix>> curve(int order) {
    JetAlgebra<RationalMatrix> jets = new JetAlgebra<>(Q, order);
    Weights<RationalMatrix> end = at(BigFraction.ZERO);
    Weights<RationalMatrix> slope = at(BigFraction.ONE).plus(end.scale(BigFraction.MINUS_ONE));
    return Weights.build(jets, end.depth(), i -> jets.line(end.layer(i), slope.layer(i)));
  }

  /** G_i for 0 ≤ i ≤ h at t ≠ 0: W_i(t) = G_i W_i G_{i−1}^{-1}, with G_0 = I and G_h = I. */
  public RationalMatrix gauge(int i, BigFraction t) {
    int k = point.learned().size();
    int width = point.architecture().width(i);
    BigFraction factor = t.pow(exponent(i));
    List<BigFraction> diagonal = new ArrayList<>(Collections.nCopies(width, BigFraction.ONE));
    Collections.fill(diagonal.subList(k, width), factor);
    RationalMatrix p = point.gauge(i);
    return Q.multiply(Q.multiply(p, RationalMatrix.diagonal(width, width, diagonal)), Q.inverse(p));
  }

  /** a_i = i below the first vanishing block and i − h from it on, so that a_0 = a_h = 0. */
  private int exponent(int i) {
    int first = 1;
    while (!point.isNull(first)) {
      first++;
    }
    return i < first ? i : i - point.depth();
  }
}
