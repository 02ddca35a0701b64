package deeplinear.claims.convergence;

import static deeplinear.claim.Hypotheses.DEPTH_TWO;
import static deeplinear.claim.Hypotheses.GRADIENT_FLOW;
import static deeplinear.claim.Hypotheses.WHITENED;

import com.google.auto.service.AutoService;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import deeplinear.algebra.Spectrum;
import deeplinear.claim.Answers;
import deeplinear.claim.Claim;
import deeplinear.claim.Hypothesis;
import deeplinear.claim.Laboratory;
import deeplinear.claim.Registered;
import deeplinear.claim.Sheet;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Status;
import deeplinear.evidence.Verdict;
import deeplinear.flow.Dynamics;
import deeplinear.flow.TimeScale;
import deeplinear.flow.kernel.RealField;
import deeplinear.flow.kernel.StateVector;
import deeplinear.flow.trajectory.Accuracy;
import deeplinear.flow.trajectory.Problem;
import deeplinear.flow.trajectory.StoppingRule;
import deeplinear.flow.trajectory.Trajectory;
import deeplinear.network.Architecture;
import deeplinear.network.Instance;
import deeplinear.network.Target;
import deeplinear.sample.ConvergentStarts;
import deeplinear.sample.SaddleStarts;
import deeplinear.sample.Size;
import deeplinear.sample.Source;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.fraction.BigFraction;

/** Random starts find a global minimum. */
@AutoService(Registered.class)
public final class AlmostSureGlobal implements Claim<Instance> {

  private static final RealAlgebra R = RealAlgebra.INSTANCE;
  private static final double TIME_SCALES = 1e5;

  /** A run that needs more is given up. */
  private static final int MOST_STEPS = 5_000;

  /** The sublevel must be entered by this part of the gap, far above all errors of the loss. */
  private static final double DEPTH_BELOW = 0.25;

  /** In a time scale a state at rest moves by less than this part of itself: hardly a rounding. */
  private static final double REST = 1e-14;

  /** A gap that is smaller than this part of s_1² may be rounding of the singular values. */
  private static final double SMALLEST_GAP = 1e-12;

  private static final String BASIN = "the flow enters the basin of the minimum";

  @Override
  public Sheet<Instance> sheet() {
    return Sheet.theorem(
            Instance.class,
            "At depth 2 the flow from a random start reaches a global minimum with probability 1.",
            "BRTW22 CLC23",
            Grade.STATISTICAL)
        .version(2)
        .why(
            "At depth 2 every saddle is strict, and the starts that end at strict saddles have measure 0.")
        .checked(
            "Each start counts as one trial. It succeeds once its loss is below the lowest critical value "
                + "above the minimum, since it can then converge only to the minimum; it fails if it comes "
                + "to rest at a larger loss, to the last digits. Depth 3 and more is open, and not "
                + "asserted.")
        .atoms(BASIN)
        .cases(
            Source.of("gaussian", 3, ConvergentStarts.gaussian(Size.BULK, 2))
                .and("small", 1, ConvergentStarts.gaussian(Size.SMALL, 2)))
        .substance(
            "ρ ≥ 2, starting above the sublevel",
            instance ->
                instance.architecture().bottleneck() >= 2
                    && Goal.of(instance).loss(start(instance)) > Goal.of(instance).value())
        .givenInseparable(DEPTH_TWO, "deeper networks are an open question")
        .givenInseparable(WHITENED, "the critical values are those of whitened data")
        .givenInseparable(GRADIENT_FLOW, "below a value a flow stays if it descends")
        .given(
            Hypothesis.<Instance>of("a random start: no weight is zero", AlmostSureGlobal::isFull),
            SaddleStarts.ofDepthTwo(),
            "1-1-1");
  }

  private static double[] start(Instance instance) {
    return StateVector.pack(instance.weights(R));
  }

  private static boolean isFull(Instance instance) {
    return instance.weights().layers().stream()
        .map(RationalMatrix::entries)
        .noneMatch(entries -> entries.contains(BigFraction.ZERO));
  }

  /**
   * The loss below which the flow can only converge to a minimum.
   *
   * @param value v* plus three quarters of the gap
   * @param gap above v*; 0 if it cannot be told from rounding
   */
  private record Goal(
      Target<RealMatrix> target, Architecture architecture, double value, double gap) {

    static Goal of(Instance instance) {
      Target<RealMatrix> target = instance.target(R);
      double[] s = Spectrum.singularValues(target.matrix());
      double rounding = s[0] * Math.ulp(1.0) * (s.length + 1);
      int rank = (int) Arrays.stream(s).filter(x -> x > rounding).count();
      int largest = Math.min(instance.architecture().bottleneck(), rank);
      double minimum = 0;
      for (int k = largest; k < s.length; k++) {
        minimum += s[k] * s[k] / 2;
      }
      double last = largest == 0 ? 0 : s[largest - 1];
      double next = largest < s.length ? s[largest] : 0;
      double gap = (last * last - next * next) / 2;
      return new Goal(
          target,
          instance.architecture(),
          minimum + (1 - DEPTH_BELOW) * gap,
          gap > SMALLEST_GAP * s[0] * s[0] ? gap : 0);
    }

    double loss(double[] state) {
      return target.loss(StateVector.unpack(architecture, state)).toScalar();
    }
  }

  @Override
  public List<Problem> asks(Instance instance, Laboratory laboratory) {
    Goal goal = Goal.of(instance);
    if (goal.gap() == 0) {
      return List.of();
    }
    double unit = TimeScale.of(instance);
    Dynamics law = laboratory.law();
    RealField field = law.field(instance);
    StoppingRule rule =
        (time, state) -> goal.loss(state) < goal.value() || isAtRest(field, state, unit);
    Accuracy accuracy = laboratory.accuracy().withAtMost(MOST_STEPS);
    return List.of(Problem.until(instance, law, accuracy, TIME_SCALES * unit, () -> rule));
  }

  private static boolean isAtRest(RealField field, double[] state, double unit) {
    return field.speed(state) * unit <= REST * StateVector.norm(state);
  }

  @Override
  public Verdict judge(Instance instance, Laboratory laboratory, Answers answers) {
    Goal goal = Goal.of(instance);
    if (answers.solutions().isEmpty()) {
      return Verdict.inconclusive(
          BASIN,
          Grade.STATISTICAL,
          "no gap above the minimum: s_ρ and the next singular value agree to twelve digits");
    }
    Trajectory run = answers.trajectory(0).trajectory();
    double[] end = run.last().state();
    double loss = goal.loss(end);
    double unit = TimeScale.of(instance);
    boolean isBelow = loss < goal.value();
    if (!isBelow && !isAtRest(laboratory.law().field(instance), end, unit)) {
      return Verdict.inconclusive(
          BASIN, Grade.STATISTICAL, "loss " + loss + " after " + run.outcome());
    }
    String detail =
        String.format(Locale.ROOT, "loss %.6g against %.6g, %s", loss, goal.value(), run.outcome());
    return Verdict.of(
        new Atom(
            BASIN,
            Grade.STATISTICAL,
            isBelow ? Status.HOLDS : Status.VIOLATED,
            loss / goal.gap(),
            goal.value() / goal.gap(),
            0,
            detail));
  }
}
