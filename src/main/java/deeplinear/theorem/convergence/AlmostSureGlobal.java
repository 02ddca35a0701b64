package deeplinear.theorem.convergence;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.Rationals;
import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import deeplinear.algebra.Spectrum;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Status;
import deeplinear.evidence.Verdict;
import deeplinear.flow.GradientFlow;
import deeplinear.flow.TimeScale;
import deeplinear.flow.kernel.StateVector;
import deeplinear.flow.trajectory.Trajectory;
import deeplinear.network.Architecture;
import deeplinear.network.Instance;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import deeplinear.theorem.Hypothesis;
import deeplinear.theorem.InstanceHypotheses;
import deeplinear.theorem.Laboratory;
import deeplinear.theorem.Statement;
import deeplinear.theorem.Theorem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** {@code convergence/almost-sure-global}, for depth 2. */
public final class AlmostSureGlobal implements Theorem<Instance> {

  private static final RealAlgebra R = RealAlgebra.INSTANCE;
  private static final double TIME_SCALES = 1e5;

  /** The sublevel must be entered by this part of the gap, far above all errors of the loss. */
  private static final double DEPTH_BELOW = 0.25;

  @Override
  public Statement statement() {
    return Statement.theorem(
        "convergence/almost-sure-global",
        "At depth 2 the flow from a random start reaches a global minimum with probability 1.",
        "Each start counts as one trial. It succeeds once its loss is below the lowest critical value "
            + "above the minimum, since it can then converge only to the minimum; it fails if it rests "
            + "at a larger loss. Depth 3 and more is open, and not asserted.",
        Grade.STATISTICAL,
        "BRTW22 CLC23",
        "a start that is not random, the origin: the flow rests there");
  }

  @Override
  public Class<Instance> subject() {
    return Instance.class;
  }

  @Override
  public List<Hypothesis<? super Instance>> hypotheses() {
    return List.of(
        InstanceHypotheses.DEPTH_TWO,
        InstanceHypotheses.WHITENED,
        new Hypothesis<Instance>("a start that is not critical", i -> !rests(i)));
  }

  private static boolean rests(Instance instance) {
    return GradientFlow.INSTANCE.velocity(instance.target(), instance.weights()).layers().stream()
        .allMatch(RationalAlgebra.INSTANCE::isZero);
  }

  @Override
  public Verdict check(Instance instance, Laboratory laboratory) {
    Architecture architecture = instance.architecture();
    Target<RealMatrix> target = instance.target(R);
    double[] s = Spectrum.singularValues(target.matrix());
    double rounding = s[0] * Math.ulp(1.0) * (s.length + 1);
    int rank = (int) Arrays.stream(s).filter(x -> x > rounding).count();
    int largest = Math.min(architecture.bottleneck(), rank);
    double minimum = 0;
    for (int k = largest; k < s.length; k++) {
      minimum += s[k] * s[k] / 2;
    }
    double last = largest == 0 ? 0 : s[largest - 1];
    double next = largest < s.length ? s[largest] : 0;
    double gap = (last * last - next * next) / 2;
    double goal = minimum + (1 - DEPTH_BELOW) * gap;
    String name = "the flow enters the basin of the minimum";
    if (gap <= s[0] * s[0] * Atom.BLUNT * Atom.BLUNT) {
      return Verdict.of(Atom.inconclusive(name, Grade.STATISTICAL, "no gap above the minimum"));
    }
    if (rests(instance)) {
      double rest = Rationals.toDouble(instance.target().loss(instance.weights()).toScalar());
      return verdict(name, goal, rest, gap, "rests at its start");
    }
    Trajectory run =
        laboratory
            .integrator()
            .integrate(
                laboratory.dynamics().field(instance),
                StateVector.pack(instance.weights(R)),
                new double[] {TIME_SCALES * TimeScale.of(instance)},
                laboratory.accuracy(),
                (time, state) -> loss(target, architecture, state) < goal);
    double loss = loss(target, architecture, run.last().state());
    return loss < goal
        ? verdict(name, goal, loss, gap, run.outcome().toString())
        : Verdict.of(
            Atom.inconclusive(name, Grade.STATISTICAL, "loss " + loss + " after " + run.outcome()));
  }

  private static Verdict verdict(String name, double goal, double loss, double gap, String reason) {
    return Verdict.of(
        new Atom(
            name,
            Grade.STATISTICAL,
            loss < goal ? Status.HOLDS : Status.VIOLATED,
            (goal - loss) / gap,
            0,
            String.format(Locale.ROOT, "loss %.6g against %.6g, %s", loss, goal, reason)));
  }

  private static double loss(Target<RealMatrix> target, Architecture architecture, double[] state) {
    Weights<RealMatrix> weights = StateVector.unpack(architecture, state);
    return target.loss(weights).toScalar();
  }
}
