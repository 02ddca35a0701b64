package deeplinear.properties;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.Rationals;
import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.Spectrum;
import deeplinear.network.Architecture;
import deeplinear.network.Instance;
import deeplinear.network.Subject;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.math3.fraction.BigFraction;

/** The kinds of cases that must not be missed. A case can belong to several. */
enum Stratum {
  DEPTH_ONE("depth 1", i -> i.architecture().depth() == 1),
  DEPTH_TWO("depth 2", i -> i.architecture().depth() == 2),
  DEEPER("depth ≥ 3", i -> i.architecture().depth() >= 3),
  BOTTLENECK("bottleneck", i -> i.architecture().hasBottleneck()),
  RANK_DEFICIENT("rank-deficient target", Stratum::isRankDeficient),
  REPEATED_VALUES("repeated singular values", Stratum::hasRepeatedValues),
  TINY("tiny scale", i -> size(i) > 0 && size(i) < 1.0 / 64),
  HUGE("huge scale", i -> size(i) > 64),
  SINGLE("1 × N", i -> i.architecture().inputs() == 1 ^ i.architecture().outputs() == 1),
  ZERO_LAYER("zero layer", Stratum::hasZeroLayer),
  FULL_PRECISION("full-precision entries", Stratum::isFullPrecision),
  RAW_DATA("raw data", i -> !i.isWhitened());

  private final String label;
  private final Predicate<Instance> test;

  Stratum(String label, Predicate<Instance> test) {
    this.label = label;
    this.test = test;
  }

  String label() {
    return label;
  }

  /** The labels of the strata to which a subject belongs. */
  static List<String> labels(Subject subject) {
    Instance instance = subject.instance();
    return Arrays.stream(values())
        .filter(s -> s.test.test(instance))
        .map(Stratum::label)
        .toList();
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
