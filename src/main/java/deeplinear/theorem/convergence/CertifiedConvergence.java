package deeplinear.theorem.convergence;

import deeplinear.algebra.IntervalAlgebra;
import deeplinear.algebra.IntervalMatrix;
import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import deeplinear.flow.Dynamics;
import deeplinear.flow.GradientFlow;
import deeplinear.flow.enclosure.EnclosedTrajectory;
import deeplinear.flow.enclosure.EnclosureLimits;
import deeplinear.flow.enclosure.WeightBall;
import deeplinear.flow.kernel.StateVector;
import deeplinear.flow.trajectory.Outcome;
import deeplinear.flow.trajectory.StoppingRule;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import deeplinear.solution.ConvergenceCertificate;
import java.util.List;
import java.util.Optional;

/**
 * Stops where a certificate proves that gradient flow converges to a global minimum from the state
 * that was reached. That is a proof about this state: a numerical trajectory is not the true one,
 * so that nothing is proved about its start. {@link #limit} does prove that.
 *
 * <p>A try costs as much as many steps, so that one is made only where the loss has halved since
 * the last, and only if floating point does not rule it out. Each integration needs a rule of its
 * own.
 */
public final class CertifiedConvergence implements StoppingRule {

  private final Instance instance;
  private final RealMatrix target;
  private double tried = Double.POSITIVE_INFINITY;
  private Optional<ConvergenceCertificate> certificate = Optional.empty();

  /**
   * The rule for the target and the architecture of an instance.
   *
   * @throws IllegalArgumentException if the data are not whitened
   */
  public CertifiedConvergence(Instance instance) {
    requireWhitened(instance);
    this.instance = instance;
    target = instance.target(RealAlgebra.INSTANCE).matrix();
  }

  private static void requireWhitened(Instance instance) {
    if (!instance.isWhitened()) {
      throw new IllegalArgumentException("certificates need whitened data, unlike a raw target");
    }
  }

  /** What was found when the rule was met. */
  public Optional<ConvergenceCertificate> certificate() {
    return certificate;
  }

  @Override
  public boolean isMet(double time, double[] state) {
    return isMet(new WeightBall(StateVector.unpack(instance.architecture(), state), 0));
  }

  private boolean isMet(WeightBall ball) {
    Weights<RealMatrix> center = ball.center();
    double loss = instance.target(RealAlgebra.INSTANCE).loss(center).toScalar();
    if (!(loss <= tried / 2)) {
      return false;
    }
    tried = loss;
    if (ConvergenceCertificate.isPlausible(target, center.layers())) {
      IntervalMatrix sigma = IntervalAlgebra.INSTANCE.lift(instance.target().matrix());
      List<IntervalMatrix> box = ball.box().layers();
      certificate = ConvergenceCertificate.of(sigma, box);
    }
    return certificate.isPresent();
  }

  @Override
  public Outcome outcome() {
    return Outcome.CERTIFIED;
  }

  /**
   * Proves that the true trajectory of an instance converges to a global minimum: by an enclosure
   * that ends in a ball all of whose members have a certificate.
   *
   * @param horizon the time by which the enclosure gives up
   * @return the certificate at the end of the enclosure; empty if none was found, which proves
   *     nothing
   * @throws IllegalArgumentException if the data are not whitened
   */
  public static Optional<ConvergenceCertificate> limit(
      Instance instance, double horizon, EnclosureLimits limits) {
    CertifiedConvergence rule = new CertifiedConvergence(instance);
    Dynamics flow = GradientFlow.INSTANCE;
    WeightBall start = WeightBall.around(instance.weights(IntervalAlgebra.INSTANCE));
    EnclosedTrajectory.of(instance, start, flow, horizon, limits, rule::isMet);
    return rule.certificate();
  }
}
