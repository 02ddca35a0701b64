package deeplinear.sample;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.Rationals;
import deeplinear.network.Architecture;
import deeplinear.network.Instance;
import deeplinear.network.SecondMoments;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Starts of depth 2 with W_2ᵀW_2 − W_1W_1ᵀ = λI: W_1 = P D_1 Uᵀ and W_2 = V D_2 Pᵀ with random
 * rotations and y_k² − x_k² = λ on the diagonals, where x_k (y_k) is zero beyond the width of the
 * input (output).
 */
public final class LambdaBalancedStarts {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  private LambdaBalancedStarts() {}

  /** λ of both signs and 0. */
  public static Source<Instance> all() {
    return Source.of("positive", 2, draw -> start(draw, 1, 2, 6))
        .and("negative", 2, draw -> start(draw, -1, 2, 6))
        .and("balanced", 1, draw -> start(draw, 0, 2, 6))
        .and("small", 1, small());
  }

  /** Widths up to 3. */
  public static Generator<Instance> small() {
    return draw -> start(draw, draw.between(-1, 1), 1, 3);
  }

  /** Small, with inputs of second moment 1/4. */
  public static Generator<Instance> raw() {
    return draw -> {
      Instance instance = small().next(draw);
      RationalMatrix sigma = instance.target().matrix();
      RationalMatrix moment =
          Q.scale(Rationals.fraction(1, 4), Q.identity(instance.architecture().inputs()));
      RationalMatrix energy = Q.scale(new BigFraction(4), Q.normSquared(sigma));
      return new Instance(SecondMoments.exact(sigma, moment, energy), instance.weights());
    };
  }

  private static Instance start(Draw draw, int sign, int narrowest, int widest) {
    Architecture architecture =
        draw.frame().architecture().isPresent()
            ? Size.BULK.architecture(draw, 2, 2)
            : widths(draw, sign, narrowest, widest);
    int inputs = architecture.inputs();
    int hidden = architecture.width(1);
    int outputs = architecture.outputs();
    int larger = sign >= 0 ? outputs : inputs;
    int smaller = sign >= 0 ? inputs : outputs;
    if (sign != 0 && hidden > larger) {
      throw new UnsuitableFrameException(
          "λ ≠ 0 needs a hidden layer that is not wider than both ends, unlike " + architecture);
    }
    BigFraction unit = draw.frame().target().map(t -> Starts.scale(t, 2)).orElse(BigFraction.ONE);
    BigFraction root = unit.multiply(Rationals.fraction(draw.between(1, 4), 2));
    List<BigFraction> less = new ArrayList<>();
    List<BigFraction> more = new ArrayList<>();
    for (int k = 0; k < hidden; k++) {
      if (sign == 0) {
        boolean inBoth = k < inputs && k < outputs;
        BigFraction x =
            inBoth ? unit.multiply(Rationals.fraction(draw.between(1, 12), 8)) : BigFraction.ZERO;
        less.add(x);
        more.add(x);
      } else {
        // y² − x² = m² for y + x = m r and y − x = m / r.
        BigFraction ratio =
            k < smaller ? Rationals.fraction(draw.between(2, 6), 2) : BigFraction.ONE;
        BigFraction inverse = ratio.reciprocal();
        more.add(root.multiply(ratio.add(inverse)).multiply(BigFraction.ONE_HALF));
        less.add(root.multiply(ratio.subtract(inverse)).multiply(BigFraction.ONE_HALF));
      }
    }
    RationalMatrix gauge = draw.orthogonal(hidden);
    RationalMatrix d1 = diagonal(hidden, inputs, sign >= 0 ? less : more);
    RationalMatrix d2 = diagonal(outputs, hidden, sign >= 0 ? more : less);
    RationalMatrix w1 = Q.multiply(Q.multiply(gauge, d1), draw.orthogonal(inputs));
    RationalMatrix w2 = Q.multiply(Q.multiply(draw.orthogonal(outputs), d2), Q.transpose(gauge));
    Target<RationalMatrix> target = Targets.whitened(draw, architecture);
    return new Instance(target, new Weights<>(Q, List.of(w1, w2)));
  }

  private static Architecture widths(Draw draw, int sign, int narrowest, int widest) {
    int hidden = draw.between(narrowest, widest);
    int free = draw.between(narrowest, widest);
    int wide = sign == 0 ? draw.between(narrowest, widest) : draw.between(hidden, widest);
    return sign >= 0 ? Architecture.of(free, hidden, wide) : Architecture.of(wide, hidden, free);
  }

  private static RationalMatrix diagonal(int rows, int columns, List<BigFraction> values) {
    return RationalMatrix.diagonal(
        rows, columns, values.subList(0, Math.min(values.size(), Math.min(rows, columns))));
  }

  /** Depth 2 with at least two hidden units and no relation between the layers. */
  public static Generator<Instance> generalImbalance() {
    return draw -> {
      Architecture architecture =
          Architecture.of(draw.between(1, 3), draw.between(2, 3), draw.between(1, 3));
      Target<RationalMatrix> target = Targets.whitened(draw, architecture);
      return new Instance(target, Starts.moderate(draw, architecture, target));
    };
  }
}
