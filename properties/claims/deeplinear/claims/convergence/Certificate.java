package deeplinear.claims.convergence;

import static deeplinear.claim.Hypotheses.DEEP;
import static deeplinear.claim.Hypotheses.GRADIENT_FLOW;
import static deeplinear.claim.Hypotheses.WHITENED;

import com.google.auto.service.AutoService;
import deeplinear.algebra.Interval;
import deeplinear.algebra.IntervalAlgebra;
import deeplinear.algebra.IntervalMatrix;
import deeplinear.algebra.Rationals;
import deeplinear.claim.Answers;
import deeplinear.claim.Claim;
import deeplinear.claim.Hypothesis;
import deeplinear.claim.Laboratory;
import deeplinear.claim.Registered;
import deeplinear.claim.Sheet;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.flow.WrongLaw;
import deeplinear.flow.enclosure.EnclosedTrajectory;
import deeplinear.flow.enclosure.EnclosedTrajectory.Piece;
import deeplinear.flow.enclosure.EnclosureLimits;
import deeplinear.flow.enclosure.WeightBall;
import deeplinear.network.Instance;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import deeplinear.sample.ConvergentStarts;
import deeplinear.sample.Size;
import deeplinear.sample.Source;
import deeplinear.solution.ConvergenceCertificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A start can prove its own convergence.
 *
 * @param rate times the rate of the certificate; 1 in the claim
 * @param radius times its radius; 1 in the claim
 */
@AutoService(Registered.class)
public record Certificate(double rate, double radius) implements Claim<Instance> {

  private static final IntervalAlgebra I = IntervalAlgebra.INSTANCE;

  /** Losses are compared up to 2μt = 2, by when the bound has fallen to e^{−2}. */
  private static final double DECAY = 2;

  private static final EnclosureLimits LIMITS = new EnclosureLimits(8, 1e-8, 1e-3, 60);

  /** An enclosure of the loss that is wider than this part of the bound is below the floor. */
  private static final double FLOOR = 1.0 / 4;

  private static final String LOSS = "L(t) ≤ L(0) e^{−2μt}";
  private static final String BALL = "‖W(t) − W(0)‖ ≤ r";

  /** The claim. */
  public Certificate() {
    this(1, 1);
  }

  @Override
  public Sheet<Instance> sheet() {
    return Sheet.theorem(
            Instance.class,
            "If ‖∇L‖² ≥ 2μL on a ball around W(0) whose radius bounds the length of the path, the flow "
                + "stays in it and converges to a global minimum, with L(t) ≤ L(0) e^{−2μt}.",
            "P63",
            Grade.CERTIFIED)
        .why(
            "The length of a path is at most √(2L/μ) where the inequality holds, so near a minimum it "
                + "cannot end before the flow does.")
        .checked(
            "μ and the ball are computed from singular values in outward-rounded arithmetic. A validated "
                + "enclosure of the trajectory, up to 2μt = 2 or for 60 steps, lies in the ball, and its "
                + "loss below the bound, where this stays above four times the width of the enclosure. "
                + "Depth 1, where both bounds are attained, is left out.")
        .atoms(LOSS, BALL)
        .cases(
            Source.of("well-conditioned", 6, ConvergentStarts.wellConditioned(2, 3))
                .and("near-minimum", 1, ConvergentStarts.nearMinimum(Size.BULK, 2, 3))
                .and("small", 1, ConvergentStarts.nearMinimum(Size.SMALL, 2, 4)))
        .substance("the bound is followed until 2μt ≥ 1")
        .givenInseparable(DEEP, "at depth 1 both bounds are attained")
        .givenInseparable(WHITENED, "the certificate is for whitened data")
        .given(
            GRADIENT_FLOW,
            ConvergentStarts.nearMinimum(Size.SMALL, 2, 3),
            lab -> lab.with(WrongLaw.FLIPPED_SIGN),
            "1-1-1")
        .givenInseparable(
            Hypothesis.<Instance>of("L(0) > 0", i -> loss(i) > 0), "nothing decays at a minimum")
        .given(
            Hypothesis.<Instance>of(
                "a Polyak–Łojasiewicz ball around the start", i -> certificate(i).isPresent()),
            ConvergentStarts.moderate(Size.SMALL, 2, 3),
            "1-1-1")
        .neighbor("eight times the rate", new Certificate(8, 1))
        .neighbor("an eighth of the radius", new Certificate(1, 1.0 / 8));
  }

  private static double loss(Instance instance) {
    return Rationals.toDouble(instance.target().loss(instance.weights()).toScalar());
  }

  /** The certificate at the start of an instance. */
  private static Optional<ConvergenceCertificate> certificate(Instance instance) {
    return ConvergenceCertificate.of(
        I.lift(instance.target().matrix()), instance.weights(I).layers());
  }

  @Override
  public Verdict judge(Instance instance, Laboratory laboratory, Answers answers) {
    if (!instance.isWhitened()) {
      return Verdict.inconclusive(LOSS, Grade.CERTIFIED, "the certificate is for whitened data");
    }
    Optional<ConvergenceCertificate> found =
        certificate(instance)
            .or(
                () ->
                    ConvergenceCertificate.withoutBall(
                        I.lift(instance.target().matrix()), instance.weights(I).layers()));
    if (found.isEmpty()) {
      return Verdict.inconclusive(LOSS, Grade.CERTIFIED, "no μ > 0");
    }
    ConvergenceCertificate given = found.get();
    return compare(
        instance,
        laboratory,
        new ConvergenceCertificate(given.rate() * rate, given.radius() * radius, given.loss()));
  }

  private static Verdict compare(
      Instance instance, Laboratory laboratory, ConvergenceCertificate certificate) {
    double horizon = DECAY / (2 * certificate.rate());
    if (!(horizon > 0 && horizon < Double.POSITIVE_INFINITY)) {
      return Verdict.inconclusive(LOSS, Grade.CERTIFIED, "no finite horizon");
    }
    EnclosedTrajectory trajectory =
        EnclosedTrajectory.of(instance, laboratory.law(), horizon, LIMITS);
    Target<IntervalMatrix> target = instance.target(I);
    List<Atom> atoms = new ArrayList<>();
    double reached = 0;
    for (Piece piece : trajectory.pieces()) {
      double decay = 2 * certificate.rate() * piece.to();
      Interval loss = target.loss(piece.ball().box()).toScalar();
      double bound = certificate.lossAt(piece.to());
      if (loss.width() <= FLOOR * bound) {
        String place = String.format(Locale.ROOT, "2μt = %.3g", decay);
        reached = decay;
        atoms.add(Atom.positive(LOSS, Interval.point(bound).add(loss.negate()), bound).at(place));
        atoms.add(
            Atom.positive(
                    BALL,
                    Interval.point(certificate.radius())
                        .add(distance(trajectory.start(), piece.ball()).negate()),
                    certificate.radius())
                .at(place));
      }
    }
    return atoms.isEmpty()
        ? Verdict.inconclusive(LOSS, Grade.CERTIFIED, "nothing above the floor")
        : new Verdict(atoms, reached >= 1);
  }

  /** Contains the distances of the members of two balls. */
  private static Interval distance(WeightBall one, WeightBall other) {
    Weights<IntervalMatrix> difference =
        Weights.build(I, one.center().depth(), i -> I.subtract(point(other, i), point(one, i)));
    return difference.normSquared().toScalar().sqrt().widen(one.radius()).widen(other.radius());
  }

  private static IntervalMatrix point(WeightBall ball, int i) {
    return IntervalMatrix.point(ball.center().layer(i));
  }
}
