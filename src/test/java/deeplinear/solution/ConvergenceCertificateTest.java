package deeplinear.solution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.IntervalAlgebra;
import deeplinear.algebra.IntervalMatrix;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.Rationals;
import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import deeplinear.fixture.Exact;
import deeplinear.fixture.RandomExact;
import deeplinear.flow.GradientFlow;
import deeplinear.network.Architecture;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class ConvergenceCertificateTest {

  private static final IntervalAlgebra I = IntervalAlgebra.INSTANCE;
  private static final List<Architecture> OPEN =
      List.of(
          Architecture.of(3, 2),
          Architecture.of(2, 3, 2),
          Architecture.of(1, 1, 1, 1),
          Architecture.of(3, 2, 2),
          Architecture.of(2, 2, 3, 2));

  private static Optional<ConvergenceCertificate> certify(Instance instance, double radius) {
    List<IntervalMatrix> box =
        instance.weights(I).layers().stream()
            .map(w -> radius == 0 ? w : w.map(x -> x.widen(radius)))
            .toList();
    return ConvergenceCertificate.of(I.lift(instance.target().matrix()), box);
  }

  private static Instance scalars(double sigma, double... layers) {
    List<RationalMatrix> w = new ArrayList<>();
    for (double x : layers) {
      w.add(RationalMatrix.scalar(Exact.of(x)));
    }
    return Instance.whitened(
        RationalMatrix.scalar(Exact.of(sigma)), new Weights<>(RationalAlgebra.INSTANCE, w));
  }

  /** An instance whose target is its own end-to-end map, moved by a part of a random matrix. */
  private static Instance nearMinimum(RandomExact draw, Architecture architecture, BigFraction by) {
    Instance instance = draw.whitened(architecture);
    RationalMatrix target =
        Exact.sum(instance.weights().endToEnd(), Exact.scaled(by, instance.target().matrix()));
    return Instance.whitened(target, instance.weights());
  }

  /** At depth one σ = 1 everywhere: L = L_0 e^{−2t}, and the path is straight. */
  @Test
  void atDepthOneTheCertificateIsSharp() {
    Instance instance = new RandomExact(60).whitened(Architecture.of(3, 2));
    ConvergenceCertificate c = certify(instance, 0).orElseThrow();
    double loss = instance.target().loss(instance.weights()).toScalar().doubleValue();
    double path = Math.sqrt(2 * loss);
    assertTrue(c.rate() < 1 && c.rate() > 1 - 1e-12, c::toString);
    assertTrue(c.radius() > path && c.radius() < 1.05 * path, c::toString);
    assertTrue(c.loss() >= loss && c.loss() < loss * (1 + 1e-12), c::toString);
    assertTrue(c.lossAt(1) >= loss * Math.exp(-2) && c.lossAt(1) <= loss * Math.exp(-2) * 1.001);
    double rest = path * Math.exp(-1);
    assertTrue(c.distanceToLimit(1) > rest && c.distanceToLimit(1) < 1.001 * rest);
  }

  /** In scalars σ² = w_1² + w_2² is the square of the distance from the origin. */
  @Test
  void atDepthTwoInScalarsTheRateIsThatOfTheNearestPointToTheOrigin() {
    Instance instance = scalars(12.5, 3, 4);
    ConvergenceCertificate c = certify(instance, 0).orElseThrow();
    double nearest = 5 - c.radius();
    assertTrue(c.rate() <= nearest * nearest, c::toString);
    assertTrue(c.rate() >= 0.999 * nearest * nearest, c::toString);
    // ∫_0^r (5 − u) du = ½ at r = 5 − √24.
    double shortest = 5 - Math.sqrt(24);
    assertTrue(c.radius() >= shortest && c.radius() < 1.1 * shortest, c::toString);
  }

  /** ∫_0^5 (5 − u) du = 12.5 bounds how far ‖R‖ can be seen to fall. */
  @Test
  void tooLargeLossesAreNotCertified() {
    assertTrue(certify(scalars(12 + 11.5, 3, 4), 0).isPresent());
    assertEquals(Optional.empty(), certify(scalars(12 + 12.6, 3, 4), 0));
  }

  /**
   * The definition, in rationals, at random points of the ball and on the way of steepest descent.
   */
  @Test
  void theInequalityHoldsOnTheWholeBall() {
    RandomExact draw = new RandomExact(61);
    Random random = new Random(62);
    int certified = 0;
    for (int n = 0; n < 60; n++) {
      Architecture architecture = OPEN.get(n % OPEN.size());
      Instance instance = nearMinimum(draw, architecture, Exact.q(1, 200));
      Optional<ConvergenceCertificate> certificate = certify(instance, 0);
      if (certificate.isEmpty()) {
        continue;
      }
      certified++;
      for (int k = 0; k < 10; k++) {
        Weights<RationalMatrix> direction =
            k == 0
                ? instance.weights()
                : Weights.build(
                    RationalAlgebra.INSTANCE,
                    architecture.depth(),
                    i ->
                        Exact.build(
                            architecture.width(i),
                            architecture.width(i - 1),
                            (a, b) -> Exact.of(random.nextGaussian())));
        assertInequality(instance, certificate.get(), direction);
      }
    }
    assertTrue(certified >= 30, "only " + certified);
  }

  private static void assertInequality(
      Instance instance, ConvergenceCertificate certificate, Weights<RationalMatrix> direction) {
    double length = Math.sqrt(Rationals.toDouble(direction.normSquared().toScalar()));
    // Down to the last bits of the radius, on the side of the origin for the first direction.
    BigFraction factor = Exact.of(-certificate.radius() * (1 - 1e-12) / length);
    Weights<RationalMatrix> point = instance.weights().plus(direction.scale(factor));
    BigFraction slope =
        GradientFlow.INSTANCE.velocity(instance.target(), point).normSquared().toScalar();
    BigFraction loss = instance.target().loss(point).toScalar();
    BigFraction bound = loss.multiply(2).multiply(Exact.of(certificate.rate()));
    assertTrue(slope.compareTo(bound) >= 0, () -> certificate + " at " + point);
  }

  @Test
  void aBoxIsNoBetterThanAnyOfItsPoints() {
    RandomExact draw = new RandomExact(63);
    int certified = 0;
    for (int n = 0; n < 30; n++) {
      Instance instance = nearMinimum(draw, OPEN.get(n % OPEN.size()), Exact.q(1, 500));
      Optional<ConvergenceCertificate> box = certify(instance, 1e-4);
      if (box.isPresent()) {
        certified++;
        ConvergenceCertificate point = certify(instance, 0).orElseThrow();
        assertTrue(box.get().rate() <= point.rate());
        assertTrue(box.get().loss() >= point.loss());
        assertTrue(box.get().lossAt(0.1) >= point.lossAt(0.1));
      }
    }
    assertTrue(certified >= 12, "only " + certified);
  }

  @Test
  void saddlesAndBottlenecksHaveNoCertificate() {
    assertEquals(Optional.empty(), certify(scalars(1, 0, 0), 0));
    assertEquals(Optional.empty(), certify(scalars(1, 0, 0, 0), 0));
    assertEquals(Optional.empty(), certify(scalars(-1, 1, 1), 0));
    Instance narrow = new RandomExact(64).whitened(Architecture.of(2, 1, 2));
    Instance solved = Instance.whitened(narrow.weights().endToEnd(), narrow.weights());
    assertEquals(Optional.empty(), certify(solved, 0));
  }

  @Test
  void atAMinimumTheBallIsAPoint() {
    ConvergenceCertificate c = certify(scalars(6, 2, 3), 0).orElseThrow();
    assertTrue(c.radius() < 1e-14, c::toString);
    assertTrue(c.rate() < 13 && c.rate() > 13 - 1e-12, c::toString);
  }

  /** A kernel of order 9 · 8 is bounded factor by factor. */
  @Test
  void largeKernelsAreBoundedByTheirFactors() {
    RationalMatrix first =
        RationalMatrix.diagonal(9, 8, List.of(q(), q(), q(), q(), q(), q(), q(), q()));
    RationalMatrix second = RationalMatrix.identity(9);
    Instance instance =
        Instance.whitened(first, new Weights<>(RationalAlgebra.INSTANCE, List.of(first, second)));
    ConvergenceCertificate c = certify(instance, 0).orElseThrow();
    assertTrue(c.rate() < 1.25 && c.rate() > 1.249, c::toString);
  }

  private static BigFraction q() {
    return Exact.q(1, 2);
  }

  @Test
  void screeningRefusesNothingThatIsCertified() {
    RandomExact draw = new RandomExact(65);
    int refused = 0;
    for (int n = 0; n < 60; n++) {
      Instance instance = nearMinimum(draw, OPEN.get(n % OPEN.size()), Exact.q(n % 7, 40));
      RealAlgebra r = RealAlgebra.INSTANCE;
      List<RealMatrix> layers = instance.weights(r).layers();
      boolean plausible =
          ConvergenceCertificate.isPlausible(r.lift(instance.target().matrix()), layers);
      refused += plausible ? 0 : 1;
      assertTrue(plausible || certify(instance, 0).isEmpty());
    }
    assertTrue(refused >= 5, "only " + refused);
    assertFalse(
        ConvergenceCertificate.isPlausible(
            RealMatrix.of(1, 1, new double[] {Double.NaN}),
            List.of(RealMatrix.of(1, 1, new double[] {1}))));
  }
}
