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
 * orbit of the gauge group: G_i multiplies the vectors of a string at node i by t^i where the
 * string comes from node 0, and by t^{i−h} otherwise; since none joins node 0 to node h, G_0 = I
 * and G_h = I. At t = 0 it ends at the representative without null blocks. Source: [WA25].
 */
public final class Degeneration {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  private final BlockPoint point;
  private final NullStrings strings;

  /**
   * The degeneration of a point, which is W(1).
   *
   * @param point with end-to-end map W_S, as at every critical point
   * @throws IllegalArgumentException if Z_h ⋯ Z_1 ≠ 0
   */
  public Degeneration(BlockPoint point) {
    this.point = point;
    List<RationalMatrix> arrows = new ArrayList<>(point.arrows());
    RationalMatrix closing = arrows.get(0);
    arrows.set(0, Q.zeros(closing.rows(), closing.columns()));
    this.strings = new NullStrings(arrows);
  }

  /** W(t) at a rational t, for any point: critical or not. */
  public static Weights<RationalMatrix> at(BlockPoint point, BigFraction t) {
    return point
        .withNullBlocks(point.nullBlocks().stream().map(z -> Q.scale(t, z)).toList())
        .weights();
  }

  /** The whole curve, which is linear in t, as jets of a given order, for any point. */
  public static Weights<Jet<RationalMatrix>> curve(BlockPoint point, int order) {
    JetAlgebra<RationalMatrix> jets = new JetAlgebra<>(Q, order);
    Weights<RationalMatrix> end = at(point, BigFraction.ZERO);
    Weights<RationalMatrix> slope =
        at(point, BigFraction.ONE).plus(end.scale(BigFraction.MINUS_ONE));
    return Weights.build(jets, end.depth(), i -> jets.line(end.layer(i), slope.layer(i)));
  }

  /** G_i for 0 ≤ i ≤ h at t ≠ 0: W_i(t) = G_i W_i G_{i−1}^{-1}, with G_0 = I and G_h = I. */
  public RationalMatrix gauge(int i, BigFraction t) {
    int k = point.learned().size();
    int width = point.architecture().width(i);
    List<BigFraction> diagonal = new ArrayList<>(Collections.nCopies(k, BigFraction.ONE));
    for (int string : strings.at(i)) {
      boolean fromInput = strings.arcs().get(string).start() == 0;
      diagonal.add(t.pow(fromInput ? i : i - point.depth()));
    }
    RationalMatrix basis =
        Q.multiply(point.gauge(i), Q.insert(Q.identity(width), k, k, strings.basis(i)));
    return Q.multiply(
        Q.multiply(basis, RationalMatrix.diagonal(width, width, diagonal)), Q.inverse(basis));
  }
}
