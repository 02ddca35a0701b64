package deeplinear.theorem.convergence;

import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.RealAlgebra;
import deeplinear.fixture.Exact;
import deeplinear.fixture.RandomExact;
import deeplinear.flow.TimeScale;
import deeplinear.flow.enclosure.EnclosureLimits;
import deeplinear.flow.kernel.StateVector;
import deeplinear.flow.trajectory.Outcome;
import deeplinear.flow.trajectory.Trajectory;
import deeplinear.network.Architecture;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import deeplinear.solution.ConvergenceCertificate;
import deeplinear.theorem.Laboratory;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CertifiedConvergenceTest {

  private static Trajectory run(Instance instance, CertifiedConvergence rule, double units) {
    Laboratory laboratory = Laboratory.STANDARD;
    return laboratory
        .integrator()
        .integrate(
            laboratory.dynamics().field(instance),
            StateVector.pack(instance.weights(RealAlgebra.INSTANCE)),
            new double[] {units * TimeScale.of(instance)},
            laboratory.accuracy(),
            rule);
  }

  /** Half of each entry, so that runs are short. */
  private static Instance moderate(RandomExact draw, Architecture architecture) {
    Instance instance = draw.whitened(architecture);
    return Instance.whitened(
        Exact.scaled(Exact.q(1, 2), instance.target().matrix()),
        instance.weights().scale(Exact.q(1, 2)));
  }

  @Test
  void runsAreStoppedByACertificateLongBeforeTheyRest() {
    RandomExact draw = new RandomExact(70);
    for (int n = 0; n < 6; n++) {
      Instance instance = moderate(draw, Architecture.of(2, 3, 3, 2));
      CertifiedConvergence rule = new CertifiedConvergence(instance);
      Trajectory trajectory = run(instance, rule, 1e5);
      assertEquals(Outcome.CERTIFIED, trajectory.outcome());
      ConvergenceCertificate certificate = rule.certificate().orElseThrow();
      double loss =
          instance
              .target(RealAlgebra.INSTANCE)
              .loss(StateVector.unpack(instance.architecture(), trajectory.last().state()))
              .toScalar();
      assertTrue(loss > 1e-8, () -> "only at the loss " + loss);
      assertTrue(certificate.loss() >= loss * (1 - 1e-12) && certificate.rate() > 0);
    }
  }

  /** From (1, −1) towards 1 the flow ends at the saddle 0, where the loss is ½. */
  @Test
  void runsIntoASaddleAreNeverCertified() {
    Instance instance =
        Instance.whitened(
            RationalMatrix.scalar(Exact.q(1, 1)),
            Weights.build(
                RationalAlgebra.INSTANCE, 2, i -> RationalMatrix.scalar(Exact.q(3 - 2 * i, 1))));
    CertifiedConvergence rule = new CertifiedConvergence(instance);
    assertEquals(Outcome.REACHED_HORIZON, run(instance, rule, 20).outcome());
    assertEquals(Optional.empty(), rule.certificate());
    assertEquals(
        Optional.empty(),
        CertifiedConvergence.limit(instance, 20 * TimeScale.of(instance), EnclosureLimits.DEFAULT));
  }

  @Test
  void theLimitOfATrueTrajectoryIsCertifiedByAnEnclosure() {
    RandomExact draw = new RandomExact(71);
    for (Architecture architecture :
        new Architecture[] {Architecture.of(2, 2, 2), Architecture.of(1, 2, 2, 1)}) {
      Instance instance = moderate(draw, architecture);
      Optional<ConvergenceCertificate> limit =
          CertifiedConvergence.limit(
              instance, 1e4 * TimeScale.of(instance), new EnclosureLimits(8, 1e-10, 1e-3, 500));
      assertTrue(limit.isPresent(), architecture::toString);
    }
  }

  @Test
  void rawDataHaveNoCertificates() {
    Instance raw = new RandomExact(72).raw(Architecture.of(1, 1), 2);
    assertRejected(() -> new CertifiedConvergence(raw), "whitened");
  }
}
