package deeplinear.theorem.lyapunov;

import deeplinear.algebra.Rationals;
import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import deeplinear.algebra.Spectrum;
import deeplinear.evidence.Atom;
import deeplinear.evidence.ErrorBound;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.flow.TimeScale;
import deeplinear.flow.kernel.StateVector;
import deeplinear.flow.trajectory.Rest;
import deeplinear.flow.trajectory.Trajectory;
import deeplinear.landscape.CriticalValues;
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
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * {@code lyapunov/limit-loss-is-critical-value}.
 *
 * <p>The distance of L from the critical values is bounded at every point, by the gradient there.
 * Let a = ‖R Wᵀ‖ and b = ‖Wᵀ R‖; both vanish at critical points of depth h ≥ 2. ΣΣᵀ differs from
 * WWᵀ + RRᵀ = [W R][W R]ᵀ by at most 2a, and [W R]ᵀ[W R] from blockdiag(WᵀW, RᵀR) by at most b. So
 * by Weyl's inequality the squared singular values of W and R together are those of Σ up to 2a + b
 * each, and ‖R‖² is the sum of those that the at most r* values of W leave. At most 2m, m =
 * min(d_0, d_h), values take part, so L lies within m(2a + b) of a critical value.
 */
public final class LimitLossIsCriticalValue implements Theorem<Instance> {

  private static final double TIME_SCALES = 1e5;

  /** Values nearer to each other than this part of ½‖Σ‖² need not be told apart. */
  private static final double FINEST = 1e-6;

  @Override
  public Statement statement() {
    return Statement.theorem(
        "lyapunov/limit-loss-is-critical-value",
        "The loss converges to ½ Σ_{k∉S} s_k² for some learned set S with |S| ≤ ρ.",
        "A trajectory is followed until R Wᵀ and Wᵀ R bound the distance of L from the critical values "
            + "by less than an eighth of the gap between these. Not certified: a validated enclosure of the "
            + "trajectory that ends in a certificate of its limit exists only for minima without bottleneck, "
            + "and takes hundreds of steps from a general start.",
        Grade.NUMERICAL,
        "WA25 BRTW22",
        "data that are not whitened: the limit is no sum of s_k²");
  }

  @Override
  public Class<Instance> subject() {
    return Instance.class;
  }

  @Override
  public List<Hypothesis<? super Instance>> hypotheses() {
    return List.of(InstanceHypotheses.WHITENED);
  }

  @Override
  public Verdict check(Instance instance, Laboratory laboratory) {
    Architecture architecture = instance.architecture();
    Target<RealMatrix> target = instance.target(RealAlgebra.INSTANCE);
    double[] values = values(target, architecture);
    double size = square(target.matrix().norm()) / 2;
    double wanted = Math.max(FINEST * size, Math.min(Atom.BLUNT * size, smallestGap(values) / 8));
    double unit = TimeScale.of(instance);
    Trajectory run =
        laboratory
            .integrator()
            .integrate(
                laboratory.dynamics().field(instance),
                StateVector.pack(instance.weights(RealAlgebra.INSTANCE)),
                new double[] {TIME_SCALES * unit},
                laboratory.accuracy(),
                new Rest(
                    unit,
                    state -> distance(target, StateVector.unpack(architecture, state)) <= wanted));
    Weights<RealMatrix> end = StateVector.unpack(architecture, run.last().state());
    double loss = target.loss(end).toScalar();
    ErrorBound error =
        new ErrorBound(distance(target, end), "m(2‖R Wᵀ‖ + ‖Wᵀ R‖)")
            .plus(ErrorBound.rounding(square(target.inputs() + target.outputs()), size + loss));
    String name = "the loss ends at a critical value";
    return Verdict.of(
        error.value() > 2 * wanted || !run.outcome().isComplete()
            ? Atom.inconclusive(
                name, Grade.NUMERICAL, "ended by " + run.outcome() + " with error " + error)
            : Atom.equal(name, loss, nearest(values, loss), error, 4 * size));
  }

  /** m(2‖R Wᵀ‖ + ‖Wᵀ R‖). */
  private static double distance(Target<RealMatrix> target, Weights<RealMatrix> weights) {
    RealAlgebra algebra = RealAlgebra.INSTANCE;
    RealMatrix w = weights.endToEnd();
    RealMatrix transposed = algebra.transpose(w);
    RealMatrix residual = target.residual(w);
    double a = algebra.multiply(residual, transposed).norm();
    double b = algebra.multiply(transposed, residual).norm();
    return Math.min(target.inputs(), target.outputs()) * (2 * a + b);
  }

  /** The critical values of the computed singular values, ascending. */
  private static double[] values(Target<RealMatrix> target, Architecture architecture) {
    double[] s = Spectrum.singularValues(target.matrix());
    double smallest = s[0] * Math.ulp(1.0) * (target.inputs() + target.outputs());
    List<BigFraction> positive =
        Arrays.stream(s).filter(x -> x > smallest).mapToObj(Rationals::exactly).toList();
    return new CriticalValues(positive, architecture.bottleneck())
        .all().stream().mapToDouble(Rationals::toDouble).toArray();
  }

  /** The smallest distance of neighbours that are not equal up to {@link #FINEST}. */
  private static double smallestGap(double[] ascending) {
    double finest = FINEST * ascending[ascending.length - 1];
    double gap = Double.POSITIVE_INFINITY;
    for (int i = 1; i < ascending.length; i++) {
      double difference = ascending[i] - ascending[i - 1];
      gap = difference > finest ? Math.min(gap, difference) : gap;
    }
    return gap;
  }

  private static double nearest(double[] values, double loss) {
    return Arrays.stream(values)
        .boxed()
        .min(Comparator.comparingDouble(v -> Math.abs(v - loss)))
        .orElseThrow();
  }

  private static double square(double x) {
    return x * x;
  }
}
