package deeplinear.sample;

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
 * Something that networks can have, for people who read how many of the cases did.
 *
 * @param label its name in reports
 * @param test whether an instance belongs to it
 */
public record Feature(String label, Predicate<Instance> test) {

  private static final List<Feature> ALL =
      List.of(
          new Feature("depth 1", i -> i.architecture().depth() == 1),
          new Feature("depth 2", i -> i.architecture().depth() == 2),
          new Feature("depth ≥ 3", i -> i.architecture().depth() >= 3),
          new Feature("bottleneck", i -> i.architecture().hasBottleneck()),
          new Feature("rank-deficient target", Feature::isRankDeficient),
          new Feature("repeated singular values", Feature::hasRepeatedValues),
          new Feature("tiny scale", i -> size(i) > 0 && size(i) < 1.0 / 64),
          new Feature("huge scale", i -> size(i) > 64),
          new Feature(
              "1 × N", i -> i.architecture().inputs() == 1 ^ i.architecture().outputs() == 1),
          new Feature("zero layer", Feature::hasZeroLayer),
          new Feature("full-precision entries", Feature::isFullPrecision),
          new Feature("raw data", i -> !i.isWhitened()));

  /** The labels of the features of a subject. */
  public static List<String> of(Subject subject) {
    Instance instance = subject.instance();
    return ALL.stream().filter(s -> s.test.test(instance)).map(Feature::label).toList();
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
