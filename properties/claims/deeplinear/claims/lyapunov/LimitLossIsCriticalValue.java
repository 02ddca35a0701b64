package deeplinear.claims.lyapunov;

import static deeplinear.claim.Hypotheses.DEEP;
import static deeplinear.claim.Hypotheses.GRADIENT_FLOW;
import static deeplinear.claim.Hypotheses.WHITENED;

import com.google.auto.service.AutoService;
import deeplinear.algebra.Interval;
import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import deeplinear.claim.Answers;
import deeplinear.claim.Claim;
import deeplinear.claim.Laboratory;
import deeplinear.claim.Registered;
import deeplinear.claim.Sheet;
import deeplinear.evidence.Atom;
import deeplinear.evidence.ErrorBound;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.flow.TimeScale;
import deeplinear.flow.WeightDecay;
import deeplinear.flow.kernel.StateVector;
import deeplinear.flow.trajectory.EstimatedTrajectory;
import deeplinear.flow.trajectory.Problem;
import deeplinear.network.Instance;
import deeplinear.quantity.Measured;
import deeplinear.quantity.Motion;
import deeplinear.quantity.Quantities;
import deeplinear.sample.ConvergentStarts;
import deeplinear.sample.SaddleStarts;
import deeplinear.sample.Size;
import deeplinear.sample.Source;
import deeplinear.solution.LimitCertificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Learning ends at a plateau whose height is what is left unlearned.
 *
 * @param factor of the critical value; 1 in the claim
 * @param surplus added to it, as a part of ½‖Σ‖²; 0 in the claim
 */
@AutoService(Registered.class)
public record LimitLossIsCriticalValue(double factor, double surplus) implements Claim<Instance> {

  /** The trajectory is seen at 1, 2, 4, … time scales. */
  private static final int SAMPLES = 14;

  private static final String DECAY = "from a certificate on, L − v ≤ (L − v) e^{−2μt}";
  private static final String ABOVE = "L ≥ v";
  private static final String LIMIT = "the loss ends at v = ½ Σ_{k∉S} s_k²";

  /** The claim. */
  public LimitLossIsCriticalValue() {
    this(1, 0);
  }

  @Override
  public Sheet<Instance> sheet() {
    return Sheet.theorem(
            Instance.class,
            "The loss converges to v = ½ Σ_{k∉S} s_k² for some learned set S with |S| ≤ ρ.",
            "WA25 BRTW22",
            Grade.NUMERICAL)
        .version(2)
        .why(
            "Trajectories of analytic gradient flows converge (Łojasiewicz), and to critical points, whose "
                + "values these are.")
        .checked(
            "A trajectory is followed until a certificate, computed in intervals from a state and its error, "
                + "names the limit: a Polyak–Łojasiewicz ball around a minimum, with or without bottleneck; "
                + "at saddles one in the invariant set of diagonal networks, in which modes with two "
                + "vanishing layers rest. From then on the loss must decay to the limit at the certified "
                + "rate. Saddles that are reached otherwise are not checked.")
        .atoms(DECAY, ABOVE, LIMIT)
        .cases(
            Source.of("saddle", 2, SaddleStarts.any())
                .and("small-saddle", 1, SaddleStarts.small())
                .and("well-conditioned", 2, ConvergentStarts.wellConditioned(2, 4))
                .and("random", 4, ConvergentStarts.towardsFullRank()))
        .substance(
            "ends above 0 or starts far from its limit, with ρ ≥ 2",
            instance -> instance.architecture().bottleneck() >= 2)
        .givenInseparable(DEEP, "a single layer has one critical value")
        .given(WHITENED, ConvergentStarts.nearMinimumOfRawData(), "1-1-1")
        .given(
            GRADIENT_FLOW,
            ConvergentStarts.nearMinimum(Size.SMALL, 2, 3),
            lab -> lab.with(new WeightDecay(BigFraction.ONE_HALF)),
            "1-1-1")
        .neighbor("half the critical value", new LimitLossIsCriticalValue(0.5, 0))
        .neighbor("a hundredth of ½‖Σ‖² above it", new LimitLossIsCriticalValue(1, 0.01));
  }

  @Override
  public List<Problem> asks(Instance instance, Laboratory laboratory) {
    double[] times = new double[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      times[i] = Math.scalb(TimeScale.of(instance), i);
    }
    return List.of(Problem.of(instance, laboratory.law(), laboratory.accuracy(), times));
  }

  @Override
  public Verdict judge(Instance instance, Laboratory laboratory, Answers answers) {
    if (instance.architecture().depth() < 2) {
      return Verdict.inconclusive(LIMIT, Grade.NUMERICAL, "the certificates are for depth h ≥ 2");
    }
    EstimatedTrajectory run = answers.trajectory(0);
    Motion motion = Motion.of(instance, run);
    List<Measured> losses = Quantities.loss().along(motion);
    int last = losses.size() - 1;
    for (int i = 0; i < last; i++) {
      Optional<LimitCertificate> certificate = certificate(instance, run, i);
      if (certificate.isPresent()) {
        double rest = rest(instance, run, motion.times(), i);
        return compare(instance, motion.times(), losses, i, certificate.get(), rest);
      }
    }
    return Verdict.inconclusive(
        LIMIT, Grade.NUMERICAL, "no certificate of a limit after " + run.trajectory().outcome());
  }

  /** The least that a certificate of an earlier state leaves of L − v at the end. */
  private static double rest(
      Instance instance, EstimatedTrajectory run, List<Double> times, int from) {
    double rest = Double.POSITIVE_INFINITY;
    int last = times.size() - 1;
    for (int i = from; i < last; i++) {
      double time = times.get(last) - times.get(i);
      double left =
          certificate(instance, run, i)
              .map(certificate -> certificate.excessAt(time))
              .orElse(Double.POSITIVE_INFINITY);
      rest = Math.min(rest, left);
    }
    return rest;
  }

  private static Optional<LimitCertificate> certificate(
      Instance instance, EstimatedTrajectory run, int i) {
    double error = run.errors()[i];
    return error < Double.POSITIVE_INFINITY
        ? LimitCertificate.of(
            instance.target().matrix(),
            instance.weights().layers(),
            StateVector.unpack(instance.architecture(), run.trajectory().samples().get(i).state())
                .layers(),
            error)
        : Optional.empty();
  }

  private Verdict compare(
      Instance instance,
      List<Double> times,
      List<Measured> losses,
      int from,
      LimitCertificate certificate,
      double rest) {
    RealMatrix sigma = instance.target(RealAlgebra.INSTANCE).matrix();
    double size = Math.max(sigma.norm() * sigma.norm() / 2, losses.get(0).scalar());
    Interval exact = certificate.limit();
    double limit = factor * exact.midpoint() + surplus * size;
    ErrorBound width = new ErrorBound(exact.width(), "width of v");
    List<Atom> atoms = new ArrayList<>();
    for (int i = from; i < losses.size(); i++) {
      Measured loss = losses.get(i);
      ErrorBound error = loss.error().plus(width);
      double excess = certificate.excessAt(times.get(i) - times.get(from));
      String place = String.format(Locale.ROOT, "t = %.4g", times.get(i));
      // Both sides meet in the limit: only what is above the bound, or below v, is compared.
      double above = Math.max(0, loss.scalar() - limit - excess);
      double below = Math.max(0, limit - loss.scalar());
      atoms.add(Atom.equal(DECAY, above, 0, error, size).at(place));
      atoms.add(Atom.equal(ABOVE, below, 0, error, size).at(place));
    }
    Measured last = losses.get(losses.size() - 1);
    ErrorBound error =
        last.error().plus(width).plus(new ErrorBound(rest, "what the certificate leaves to decay"));
    atoms.add(Atom.equal(LIMIT, last.scalar(), limit, error, size));
    return new Verdict(atoms);
  }
}
