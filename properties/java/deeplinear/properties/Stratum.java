package deeplinear.properties;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.Rationals;
import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.Spectrum;
import deeplinear.network.Architecture;
import deeplinear.network.Instance;
import deeplinear.network.Subject;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * A kind of cases that must not be missed. A case can belong to several.
 *
 * @param label its name in reports
 * @param test whether an instance belongs to it
 */
record Stratum(String label, Predicate<Instance> test) {

  private static final List<Stratum> ALL =
      List.of(
          new Stratum("depth 1", i -> i.architecture().depth() == 1),
          new Stratum("depth 2", i -> i.architecture().depth() == 2),
          new Stratum("depth ≥ 3", i -> i.architecture().depth() >= 3),
          new Stratum("bottleneck", i -> i.architecture().hasBottleneck()),
          new Stratum("rank-deficient target", Stratum::isRankDeficient),
          new Stratum("repeated singular values", Stratum::hasRepeatedValues),
          new Stratum("tiny scale", i -> size(i) > 0 && size(i) < 1.0 / 64),
          new Stratum("huge scale", i -> size(i) > 64),
          new Stratum(
              "1 × N", i -> i.architecture().inputs() == 1 ^ i.architecture().outputs() == 1),
          new Stratum("zero layer", Stratum::hasZeroLayer),
          new Stratum("full-precision entries", Stratum::isFullPrecision),
          new Stratum("raw data", i -> !i.isWhitened()));

  /** The labels of the strata to which a subject belongs. */
  static List<String> labels(Subject subject) {
    Instance instance = subject.instance();
    return ALL.stream().filter(s -> s.test.test(instance)).map(Stratum::label).toList();
  }

  private static boolean isRankDeficient(Instance instance) {
    Architecture architecture = instance.architecture();
    return RationalAlgebra.INSTANCE.rank(instance.target().matrix())
        < Math.min(architecture.inputs(), architecture.outputs());
  }

  /** Equal up to the rounding of the computed values; a label, not a verdict. */
  private static boolean hasRepeatedValues(Instance instance) {
    double[] s = Spectrum.singularValues(RealAlgebra.INSTANCE.lift(instance.target().matrix()));
    double rounding = 16 * s.length * Math.ulp(s[0]);
    for (int k = 1; k < s.length; k++) {
      if (s[k] > rounding && s[k - 1] - s[k] <= rounding) {
        return true;
      }
    }
    return false;
  }

  /** The largest entry of the target and the weights. */
  private static double size(Instance instance) {
    BigFraction largest = BigFraction.ZERO;
    for (RationalMatrix layer : instance.weights().layers()) {
      largest = largest(layer, largest);
    }
    return Rationals.toDouble(largest(instance.target().matrix(), largest));
  }

  private static BigFraction largest(RationalMatrix a, BigFraction so) {
    return a.entries().stream()
        .map(BigFraction::abs)
        .reduce(so, (x, y) -> x.compareTo(y) >= 0 ? x : y);
  }

  private static boolean hasZeroLayer(Instance instance) {
    return instance.weights().layers().stream().anyMatch(RationalAlgebra.INSTANCE::isZero);
  }

  private static boolean isFullPrecision(Instance instance) {
    return instance.weights().layers().stream().anyMatch(w -> w.denominator().bitLength() > 40);
  }
}
