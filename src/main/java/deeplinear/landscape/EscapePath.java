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
 * A polynomial path W(ε) from a critical point W(0) along which the loss falls: its first
 * nonvanishing coefficient after the constant one is negative.
 *
 * @param path the coefficients of the path, truncated after the order of the descent
 * @param order the power of ε at which the loss starts to fall
 */
public record EscapePath(Weights<Jet<RationalMatrix>> path, int order) {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  /**
   * A path from a critical point of depth h ≥ 2 that is not a global minimum.
   *
   * <p>If an unlearned s_a exceeds a learned s_b, the singular vectors of b are turned towards
   * those of a in the first and the last layer: L falls by s_b (s_a − s_b) ε². Otherwise a further
   * mode is grown: the null blocks are perturbed by single entries so that ⟨Σ, W(ε)⟩ grows with one
   * power of ε while the rest of the loss is of higher order.
   *
   * @throws IllegalArgumentException if the point is a global minimum, or fewer than two of its
   *     null blocks vanish
   */
  public static EscapePath from(CriticalPoint point) {
    if (point.isGlobalMinimum() || !point.hasTwoVanishingBlocks()) {
      throw new IllegalArgumentException(
          "no path leaves a global minimum, or a point with fewer than two vanishing null blocks");
    }
    return point.learned().isTop(point.target().values()) ? grow(point) : turn(point);
  }

  private static EscapePath turn(CriticalPoint point) {
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

  private static EscapePath grow(CriticalPoint point) {
    List<Growth> growths = Growth.of(point);
    int vanishing = (int) growths.stream().filter(g -> point.isNull(g.layer())).count();
    int extra = growths.size() - vanishing;
    int order = vanishing * (extra + 1) + extra;
    JetAlgebra<RationalMatrix> jets = new JetAlgebra<>(Q, order);
    Weights<RationalMatrix> w = point.weights();
    List<Jet<RationalMatrix>> layers = new ArrayList<>();
    for (int i = 1; i <= w.depth(); i++) {
      layers.add(jets.lift(w.layer(i)));
    }
    for (Growth g : growths) {
      // Blocks that vanish move slower, so that ‖W(ε) − W(0)‖² is of higher order than ⟨Σ, W(ε)⟩.
      int power = point.isNull(g.layer()) ? extra + 1 : 1;
      RationalMatrix direction = g.direction(point);
      List<RationalMatrix> coefficients =
          new ArrayList<>(
              Collections.nCopies(power, Q.zeros(direction.rows(), direction.columns())));
      coefficients.add(direction);
      layers.set(g.layer() - 1, jets.add(layers.get(g.layer() - 1), jets.jet(coefficients)));
    }
    return new EscapePath(new Weights<>(jets, layers), order);
  }
}
