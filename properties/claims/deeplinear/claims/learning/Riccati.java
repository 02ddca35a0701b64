package deeplinear.claims.learning;

import static deeplinear.claim.Hypotheses.DEPTH_TWO;
import static deeplinear.claim.Hypotheses.GRADIENT_FLOW;
import static deeplinear.claim.Hypotheses.LAMBDA_BALANCED;
import static deeplinear.claim.Hypotheses.WHITENED;

import com.google.auto.service.AutoService;
import deeplinear.algebra.Interval;
import deeplinear.algebra.IntervalAlgebra;
import deeplinear.algebra.IntervalMatrix;
import deeplinear.algebra.RealAlgebra;
import deeplinear.claim.Answers;
import deeplinear.claim.Claim;
import deeplinear.claim.Laboratory;
import deeplinear.claim.Registered;
import deeplinear.claim.Sheet;
import deeplinear.claim.Substance;
import deeplinear.evidence.Atom;
import deeplinear.evidence.ErrorBound;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.flow.TimeScale;
import deeplinear.flow.WrongLaw;
import deeplinear.flow.trajectory.Problem;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import deeplinear.quantity.Measured;
import deeplinear.quantity.Motion;
import deeplinear.quantity.Quantities;
import deeplinear.sample.LambdaBalancedStarts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Depth two has a closed solution. */
@AutoService(Registered.class)
public final class Riccati implements Claim<Instance> {

  private static final IntervalAlgebra I = IntervalAlgebra.INSTANCE;
  private static final double[] TIME_SCALES = {0.5, 1, 2};
  private static final String CLOSED = "QQᵀ is the closed form";

  @Override
  public Sheet<Instance> sheet() {
    return Sheet.theorem(
            Instance.class,
            "At depth 2 with C_1 = λI, the Gram matrix of [W_1ᵀ; W_2] solves a matrix Riccati equation "
                + "in closed form.",
            "BDM22 D24",
            Grade.NUMERICAL)
        .why(
            "The quartic loss becomes a quadratic equation for the Gram matrix; it shows how an imbalance "
                + "moves learning between the lazy and the rich regime.")
        .checked(
            "The Gram matrix of a trajectory against the closed form, enclosed by intervals, in the "
                + "Frobenius norm at three times.")
        .atoms(CLOSED)
        .cases(LambdaBalancedStarts.all())
        .substance("the flow moves, and all widths are at least 2", Substance::movesDeeply)
        .givenInseparable(DEPTH_TWO, "the Gram matrix is that of two layers")
        .given(WHITENED, LambdaBalancedStarts.raw(), "1-1-1")
        .given(LAMBDA_BALANCED, LambdaBalancedStarts.generalImbalance(), "1-2-1")
        .given(
            GRADIENT_FLOW, LambdaBalancedStarts.small(), lab -> lab.with(WrongLaw.SLOWED), "1-1-1");
  }

  @Override
  public List<Problem> asks(Instance instance, Laboratory laboratory) {
    if (instance.architecture().depth() != 2) {
      return List.of();
    }
    double unit = TimeScale.of(instance);
    double[] times = new double[TIME_SCALES.length];
    for (int i = 0; i < times.length; i++) {
      times[i] = TIME_SCALES[i] * unit;
    }
    return List.of(Problem.of(instance, laboratory.law(), laboratory.accuracy(), times));
  }

  @Override
  public Verdict judge(Instance instance, Laboratory laboratory, Answers answers) {
    if (instance.architecture().depth() != 2) {
      return Verdict.inconclusive(CLOSED, Grade.NUMERICAL, "the closed form is for depth 2");
    }
    Weights<IntervalMatrix> start = instance.weights(I);
    deeplinear.solution.Riccati riccati =
        new deeplinear.solution.Riccati(
            instance.target(I).matrix(),
            start.layer(1),
            start.layer(2),
            Interval.enclosing(instance.weights().imbalance(1).entry(0, 0)));
    Motion motion = Motion.of(instance, answers.trajectory(0));
    List<Measured> grams = Quantities.stack().gram().along(motion);
    List<Atom> atoms = new ArrayList<>();
    for (int i = 1; i < grams.size(); i++) {
      atoms.add(
          compare(instance, riccati.gram(motion.times().get(i)), grams.get(i))
              .at(String.format(Locale.ROOT, "time scale %.1f", TIME_SCALES[i - 1])));
    }
    return atoms.size() < TIME_SCALES.length
        ? Verdict.inconclusive(CLOSED, Grade.NUMERICAL, "the trajectory is not complete")
        : new Verdict(atoms);
  }

  private static Atom compare(Instance instance, IntervalMatrix enclosed, Measured gram) {
    if (!enclosed.isBounded()) {
      return Atom.inconclusive(CLOSED, Grade.NUMERICAL, "the closed form overflows");
    }
    double radius = I.subtract(enclosed, IntervalMatrix.point(enclosed.midpoint())).norm();
    Measured closed =
        Measured.given(enclosed.midpoint(), new ErrorBound(radius, "width of the closed form"));
    Measured difference = gram.minus(closed).norm();
    double scale =
        Math.max(closed.value().norm(), instance.target(RealAlgebra.INSTANCE).matrix().norm());
    return Atom.equal(CLOSED, difference.scalar(), 0, difference.error(), scale);
  }
}
