package deeplinear.sample;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.Rationals;
import deeplinear.network.Architecture;
import deeplinear.network.SecondMoments;
import deeplinear.network.Target;
import deeplinear.network.Whitened;
import java.util.Collections;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/** Generators of targets; a given one comes first. */
final class Targets {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  private Targets() {}

  /** The given target, or a whitened one: any matrix, or one with known singular values. */
  static Target<RationalMatrix> whitened(Draw draw, Architecture architecture) {
    return draw.frame().target().orElseGet(() -> new Whitened<>(Q, sigma(draw, architecture)));
  }

  /** d_h × d_0: any matrix, or one with known singular values, distinct or repeated. */
  static RationalMatrix sigma(Draw draw, Architecture architecture) {
    int p = Math.min(architecture.inputs(), architecture.outputs());
    return switch (draw.between(0, 4)) {
      case 0, 1 -> draw.matrix(architecture.outputs(), architecture.inputs(), () -> draw.eighth(2));
      case 2 -> spectral(draw, architecture, draw.singularValues(p, false));
      default -> spectral(draw, architecture, draw.singularValues(p, true));
    };
  }

  /** A whitened target with few or equal singular values: all equal, of lower rank, or none. */
  static RationalMatrix degenerate(Draw draw, Architecture architecture) {
    int p = Math.min(architecture.inputs(), architecture.outputs());
    return switch (draw.between(0, 5)) {
      case 0 -> Q.zeros(architecture.outputs(), architecture.inputs());
      case 1, 2 ->
          spectral(
              draw,
              architecture,
              Collections.nCopies(p, Rationals.fraction(draw.between(1, 6), 2)));
      default ->
          spectral(
              draw, architecture, draw.singularValues(draw.between(1, Math.max(1, p - 1)), false));
    };
  }

  /** U diag(values) Vᵀ with random orthogonal U and V. */
  static RationalMatrix spectral(Draw draw, Architecture architecture, List<BigFraction> values) {
    RationalMatrix middle =
        RationalMatrix.diagonal(architecture.outputs(), architecture.inputs(), values);
    return Q.multiply(
        Q.multiply(draw.orthogonal(architecture.outputs()), middle),
        draw.orthogonal(architecture.inputs()));
  }

  /** The given target, or that of raw data; the second moment can be singular. */
  static Target<RationalMatrix> raw(Draw draw, Architecture architecture) {
    int samples = draw.between(1, architecture.inputs() + 2);
    return draw.frame()
        .target()
        .orElseGet(
            () ->
                SecondMoments.of(
                    Q,
                    draw.matrix(architecture.inputs(), samples, () -> draw.eighth(1)),
                    draw.matrix(architecture.outputs(), samples, () -> draw.eighth(2))));
  }
}
