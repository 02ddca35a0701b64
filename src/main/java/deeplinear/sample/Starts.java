package deeplinear.sample;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.Rationals;
import deeplinear.algebra.RealAlgebra;
import deeplinear.network.Architecture;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import java.util.Collections;
import org.apache.commons.math3.fraction.BigFraction;

/** Generators of weights. With a given target they have its scale. */
final class Starts {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  private Starts() {}

  /**
   * Short entries, within ±2/√w for the largest width w, so that products of many layers stay of
   * moderate size.
   */
  static Weights<RationalMatrix> moderate(
      Draw draw, Architecture architecture, Target<RationalMatrix> target) {
    int widest = Collections.max(architecture.widths());
    int largest = (int) Math.max(2, Math.round(16 / Math.sqrt(widest)));
    Weights<RationalMatrix> weights =
        Weights.build(
            Q,
            architecture.depth(),
            i ->
                draw.matrix(
                    architecture.width(i),
                    architecture.width(i - 1),
                    () -> Rationals.fraction(draw.between(-largest, largest), 8)));
    return draw.frame().target().isEmpty()
        ? weights
        : weights.scale(scale(target, architecture.depth()));
  }

  /** Gaussian entries of full precision, N(0, deviation²). */
  static Weights<RationalMatrix> gaussian(Draw draw, Architecture architecture, double deviation) {
    return Weights.build(
        Q,
        architecture.depth(),
        i ->
            draw.matrix(
                architecture.width(i), architecture.width(i - 1), () -> draw.gaussian(deviation)));
  }

  /**
   * The power of two next to (‖Y Xᵀ‖ / ‖M‖)^{1/h}, with ‖M‖ = 1 for whitened data: the size that
   * each of h layers has when their product fits the data. 1 if the target is zero.
   */
  static BigFraction scale(Target<RationalMatrix> target, int depth) {
    RealAlgebra r = RealAlgebra.INSTANCE;
    double moment = target.isWhitened() ? 1 : r.lift(target.moment()).norm();
    double size = Math.pow(r.lift(target.matrix()).norm() / moment, 1.0 / depth);
    return size > 0 && Double.isFinite(size)
        ? Rationals.exactly(Math.pow(2, Math.rint(Math.log(size) / Math.log(2))))
        : BigFraction.ONE;
  }
}
