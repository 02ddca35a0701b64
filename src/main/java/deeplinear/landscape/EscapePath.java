package deeplinear.landscape;

import deeplinear.algebra.Jet;
import deeplinear.algebra.JetAlgebra;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.network.Weights;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * A polynomial path W(ε) from a critical point W(0) along which the loss falls: its first
 * nonvanishing coefficient after the constant one is negative.
 *
 * @param path the coefficients of the path, truncated after the order of the descent
 * @param order the power of ε at which the loss starts to fall
 */
public record EscapePath(Weights<Jet<RationalMatrix>> path, int order) {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  /**
   * A path from a critical point of depth h ≥ 2, of any type, that is not a global minimum.
   *
   * <p>If an unlearned s_a exceeds a learned s_b, the singular vectors of b are turned towards
   * those of a in the first and the last layer: L falls by s_b (s_a − s_b) ε². Otherwise a further
   * mode is grown: the cycle of the layers and Rᵀ is cut at the least number m of layers for which
   * each segment lies in a string, and each of these layers is changed so that it joins the string
   * below to the string above it. Then ⟨R, W(ε) − W(0)⟩ is the power of ε that belongs to the one
   * walk around the cycle. The order is m, except that it is 4 if m = 3 and the change of the
   * middle layer alone always shows in W: that layer moves at ε² then.
   *
   * @throws IllegalArgumentException if the point is a global minimum or not critical, or its depth
   *     is 1
   */
  public static EscapePath from(BlockPoint point) {
    if (point.depth() == 1 || point.isGlobalMinimum() || !point.isCritical()) {
      throw new IllegalArgumentException(
          "a path leaves a critical point of depth 2 or more that is not a global minimum");
    }
    return point.learned().isTop(point.target().values()) ? grow(point) : turn(point);
  }

  private static EscapePath turn(BlockPoint point) {
    List<BigFraction> s = point.target().values();
    int p = s.size();
    int a = point.learned().unlearned(p).get(0);
    int b = point.learned().indices().get(point.learned().size() - 1);
    Weights<RationalMatrix> w = point.weights();
    RationalMatrix first =
        Q.multiply(
            Q.multiply(w.layer(1), point.target().rightVector(b)),
            Q.transpose(point.target().rightVector(a)));
    RationalMatrix last =
        Q.multiply(
            point.target().leftVector(a),
            Q.multiply(Q.transpose(point.target().leftVector(b)), w.layer(w.depth())));
    JetAlgebra<RationalMatrix> jets = new JetAlgebra<>(Q, 2);
    return new EscapePath(
        Weights.build(
            jets,
            w.depth(),
            i -> {
              if (i == 1) {
                return jets.line(w.layer(i), first);
              }
              return i == w.depth() ? jets.line(w.layer(i), last) : jets.lift(w.layer(i));
            }),
        2);
  }

  private static EscapePath grow(BlockPoint point) {
    NullStrings strings = new NullStrings(point.arrows());
    Cut cut = Cut.shortest(point.type());
    int m = cut.layers().size();
    boolean middleShows = m == 3 && cut.showsAlone(1);
    List<Integer> powers = new ArrayList<>(Collections.nCopies(m, 1));
    if (middleShows) {
      powers.set(1, 2);
    }
    EscapePath escape = along(cut, powers, BigFraction.ONE, point, strings);
    // Where some changes show in W at half the order, ½‖W(ε) − W(0)‖² matters there, too; the walk
    // outgrows it by a larger change of a layer that is not among them.
    BigFraction square = escape.fall(point).add(BigFraction.ONE);
    BigFraction factor =
        new BigFraction(square.getNumerator().divide(square.getDenominator()).add(BigInteger.ONE));
    return square.compareTo(BigFraction.ONE) < 0
        ? escape
        : along(cut, powers, factor, point, strings);
  }

  /** The path on which layer c_n of a cut moves at its power of ε, and one of them by a factor. */
  private static EscapePath along(
      Cut cut, List<Integer> powers, BigFraction factor, BlockPoint point, NullStrings strings) {
    int order = powers.stream().mapToInt(power -> power).sum();
    JetAlgebra<RationalMatrix> jets = new JetAlgebra<>(Q, order);
    List<Jet<RationalMatrix>> layers = new ArrayList<>();
    point.weights().layers().forEach(w -> layers.add(jets.lift(w)));
    int scaled = cut.layers().size() == 2 && cut.showsAlone(0) ? 1 : 0;
    for (int n = 0; n < cut.layers().size(); n++) {
      int layer = cut.layers().get(n);
      Arc below = cut.strings().get(Math.floorMod(n - 1, cut.strings().size()));
      RationalMatrix z = strings.join(layer, below, cut.strings().get(n));
      RationalMatrix direction =
          point.layer(layer, List.of(), Q.scale(n == scaled ? factor : BigFraction.ONE, z));
      List<RationalMatrix> coefficients =
          new ArrayList<>(
              Collections.nCopies(powers.get(n), Q.zeros(direction.rows(), direction.columns())));
      coefficients.add(direction);
      layers.set(layer - 1, jets.add(layers.get(layer - 1), jets.jet(coefficients)));
    }
    return new EscapePath(new Weights<>(jets, layers), order);
  }

  /** The coefficient of L(W(ε)) at the order of the path. */
  private BigFraction fall(BlockPoint point) {
    JetAlgebra<RationalMatrix> jets = new JetAlgebra<>(Q, order);
    return point.instance().target(jets).loss(path).coefficient(order).toScalar();
  }
}
