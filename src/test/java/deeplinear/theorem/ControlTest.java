package deeplinear.theorem;

import static deeplinear.fixture.Exact.q;
import static deeplinear.fixture.RandomPoints.numbers;
import static deeplinear.theorem.Specimens.matrix;
import static deeplinear.theorem.Specimens.rawScalars;
import static deeplinear.theorem.Specimens.scalars;
import static deeplinear.theorem.Specimens.weights;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.RationalMatrix;
import deeplinear.evidence.Status;
import deeplinear.evidence.Verdict;
import deeplinear.flow.WeightDecay;
import deeplinear.flow.method.ClassicalRungeKutta;
import deeplinear.flow.method.GaussCollocation;
import deeplinear.network.Chain;
import deeplinear.network.Instance;
import deeplinear.network.Subject;
import deeplinear.theorem.conservation.QuadraticInvariantsOfGauss;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Theorems on motion fail where one hypothesis is dropped, in the comparison that needs it. */
class ControlTest {

  private static final Laboratory DECAY = Laboratory.STANDARD.with(new WeightDecay(q(1, 2)));

  static void assertFails(String id, Subject subject, List<String> missing, String comparison) {
    assertEquals(missing, Checks.missing(id, subject));
    assertViolated(Checks.check(id, subject, Laboratory.STANDARD), comparison);
  }

  static void assertViolated(Verdict verdict, String comparison) {
    assertEquals(Status.VIOLATED, verdict.status(), verdict::toString);
    assertEquals(comparison, verdict.decisive().name());
  }

  @Test
  void weightDecayIsNoGradientFlowOfTheLoss() {
    assertViolated(
        Checks.check("conservation/imbalance", scalars(2, 1, 3), DECAY),
        "the coefficients of C_i(t) vanish from order 1 to 8");
    assertViolated(
        Checks.check("lyapunov/monotone-loss", scalars(2, 1), DECAY), "L̇ = −‖Ẇ‖² to order 3");
  }

  @Test
  void dataThatAreNotWhitened() {
    assertFails(
        "lyapunov/limit-loss-is-critical-value",
        rawScalars(q(4, 1), 1, 1),
        List.of("whitened data, X Xᵀ = I"),
        "the loss ends at a critical value");
    Instance slow = rawScalars(q(1, 100), 100, 0, 2);
    assertFails(
        "convergence/imbalance-rate",
        slow,
        List.of("whitened data, X Xᵀ = I"),
        "L ≤ L(0) e^{−2αt}");
  }

  /** From (1, 1) towards 0 the flow slows down: σ² = w_1² + w_2² falls from 2 to 0. */
  @Test
  void startsWithoutABallOfConvergence() {
    assertFails(
        "convergence/certificate",
        scalars(0, 1, 1),
        List.of("a Polyak–Łojasiewicz ball around the start"),
        "L(t) ≤ L(0) e^{−2μt}");
  }

  @Test
  void chainsThatAreNotAlignedOrBalanced() {
    List<RationalMatrix> bases = List.of(RationalMatrix.identity(2), RationalMatrix.identity(2));
    assertFails(
        "manifolds/aligned-invariant",
        new Chain(bases, List.of(numbers(1, 1)), matrix(new long[] {2, 1}, new long[] {0, 2})),
        List.of("Σ is diagonal in the bases of the layers"),
        "all layers stay diagonal to order 5");
    List<RationalMatrix> ones =
        List.of(matrix(new long[] {1}), matrix(new long[] {1}), matrix(new long[] {1}));
    assertFails(
        "learning/mode-equation",
        new Chain(ones, List.of(numbers(1), numbers(2)), matrix(new long[] {5})),
        List.of("balanced: all layers have one diagonal"),
        "a mode is half way at its time");
  }

  @Test
  void startsWithoutTheirHypothesis() {
    assertFails(
        "learning/riccati",
        Instance.whitened(
            matrix(new long[] {2}),
            weights(matrix(new long[] {1}, new long[] {0}), matrix(new long[] {1, 1}))),
        List.of("λ-balanced, C_1 = λI"),
        "QQᵀ is the closed form");
    assertFails(
        "convergence/almost-sure-global",
        scalars(2, 0, 0),
        List.of("a start that is not critical"),
        "the flow enters the basin of the minimum");
  }

  @Test
  void explicitStepsDriftFarAboveRoundOff() {
    Verdict verdict =
        new QuadraticInvariantsOfGauss(List.of(ClassicalRungeKutta.INSTANCE))
            .check(scalars(1, 0, 1), Laboratory.STANDARD);
    assertViolated(verdict, "C_i is kept to round-off by coarse steps");
    // The margin is 1 − drift / bound.
    assertTrue(verdict.margin() < -1e6, verdict::toString);
  }

  /** The only sweep of a cut-off iteration would be an explicit step. */
  @Test
  void stepsThatAreNotSolvedDecideNothing() {
    QuadraticInvariantsOfGauss impatient =
        new QuadraticInvariantsOfGauss(List.of(GaussCollocation.of(2).withMostSweeps(2)));
    Verdict verdict = impatient.check(scalars(1, 0, 1), Laboratory.STANDARD);
    assertEquals(Status.INCONCLUSIVE, verdict.status());
    assertEquals(
        "Gauss collocation, s = 2: NOT_CONVERGED after 0 steps", verdict.decisive().detail());
  }
}
