package deeplinear.theorem.convergence;

import deeplinear.algebra.Interval;
import deeplinear.algebra.IntervalAlgebra;
import deeplinear.algebra.IntervalMatrix;
import deeplinear.algebra.Rationals;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.flow.enclosure.EnclosedTrajectory;
import deeplinear.flow.enclosure.EnclosedTrajectory.Piece;
import deeplinear.flow.enclosure.EnclosureLimits;
import deeplinear.flow.enclosure.WeightBall;
import deeplinear.network.Instance;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import deeplinear.solution.ConvergenceCertificate;
import deeplinear.theorem.Hypothesis;
import deeplinear.theorem.InstanceHypotheses;
import deeplinear.theorem.Laboratory;
import deeplinear.theorem.Statement;
import deeplinear.theorem.Theorem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code convergence/certificate}. */
public final class CertificateIsKept implements Theorem<Instance> {

  private static final IntervalAlgebra I = IntervalAlgebra.INSTANCE;

  /** Losses are compared up to 2μt = 2, by when the bound has fallen to e^{−2}. */
  private static final double DECAY = 2;

  private static final EnclosureLimits LIMITS = new EnclosureLimits(4, 1e-6, 1e-3, 10);

  /** An enclosure of the loss that is wider than this part of the bound is below the floor. */
  private static final double FLOOR = 1.0 / 4;

  @Override
  public Statement statement() {
    return Statement.theorem(
        "convergence/certificate",
        "If ‖∇L‖² ≥ 2μL on a ball around W(0) whose radius bounds the length of the path, the flow stays "
            + "in it and converges to a global minimum, with L(t) ≤ L(0) e^{−2μt}.",
        "μ and the ball are computed from singular values in outward-rounded arithmetic. A validated "
            + "enclosure of the trajectory, up to 2μt = 2 or for 10 steps, lies in the ball, and its loss "
            + "below the bound, where this stays above four times the width of the enclosure. Depth 1, "
            + "where both bounds are attained, is left out.",
        Grade.CERTIFIED,
        "P63",
        "no condition on the ball: the constant of the start does not hold on the way");
  }

  @Override
  public Class<Instance> subject() {
    return Instance.class;
  }

  @Override
  public List<Hypothesis<? super Instance>> hypotheses() {
    return List.of(
        InstanceHypotheses.DEEP,
        InstanceHypotheses.WHITENED,
        new Hypothesis<Instance>("L(0) > 0", i -> loss(i) > 0),
        new Hypothesis<Instance>(
            "a Polyak–Łojasiewicz ball around the start", i -> certificate(i).isPresent()));
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
  public Verdict check(Instance instance, Laboratory laboratory) {
    Optional<ConvergenceCertificate> claim =
        certificate(instance)
            .or(
                () ->
                    ConvergenceCertificate.withoutBall(
                        I.lift(instance.target().matrix()), instance.weights(I).layers()));
    List<Atom> atoms =
        claim.map(certificate -> compare(instance, laboratory, certificate)).orElse(List.of());
    return atoms.isEmpty()
        ? Verdict.of(
            Atom.inconclusive(
                "L(t) ≤ L(0) e^{−2μt}", Grade.CERTIFIED, "no μ > 0, or nothing above the floor"))
        : new Verdict(atoms);
  }

  private static List<Atom> compare(
      Instance instance, Laboratory laboratory, ConvergenceCertificate certificate) {
    double horizon = DECAY / (2 * certificate.rate());
    if (!(horizon > 0 && horizon < Double.POSITIVE_INFINITY)) {
      return List.of();
    }
    EnclosedTrajectory trajectory =
        EnclosedTrajectory.of(instance, laboratory.dynamics(), horizon, LIMITS);
    Target<IntervalMatrix> target = instance.target(I);
    List<Atom> atoms = new ArrayList<>();
    for (Piece piece : trajectory.pieces()) {
      String place = String.format(Locale.ROOT, "2μt = %.3g", 2 * certificate.rate() * piece.to());
      Interval loss = target.loss(piece.ball().box()).toScalar();
      double bound = certificate.lossAt(piece.to());
      if (loss.width() <= FLOOR * bound) {
        atoms.add(
            Atom.positive(
                    "L(t) ≤ L(0) e^{−2μt}",
                    Interval.point(bound).add(loss.negate()),
                    certificate.loss())
                .at(place));
        atoms.add(
            Atom.positive(
                    "‖W(t) − W(0)‖ ≤ r",
                    Interval.point(certificate.radius())
                        .add(distance(trajectory.start(), piece.ball()).negate()),
                    certificate.radius())
                .at(place));
      }
    }
    return atoms;
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
