package deeplinear.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.evidence.ErrorBound;
import deeplinear.fixture.Exact;
import deeplinear.flow.GradientFlow;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bound of the network 1-1-1 with W_1 = W_2 = 1 and Σ = 2, by hand. */
class DriftBoundTest {

  private static final double UNIT = Math.ulp(1.0) / 2;

  private static final RationalMatrix ONE = RationalMatrix.scalar(Exact.q(1, 1));

  private static final Instance INSTANCE =
      Instance.whitened(
          RationalMatrix.scalar(Exact.q(2, 1)),
          new Weights<>(RationalAlgebra.INSTANCE, List.of(ONE, ONE)));

  private static DriftBound bound() {
    PeakNorms norms = new PeakNorms(GradientFlow.INSTANCE.field(INSTANCE), INSTANCE.architecture());
    norms.see(new double[] {1, 1});
    return new DriftBound(INSTANCE, norms);
  }

  @Test
  void theBoundIsThatOfItsFormula() {
    double h = 0.1;
    int stages = 2;
    // Both layers have norm 1, the residual at most 2 + 1, so V = 3; λ = 2 + 3.
    double v = 3;
    double kappa = 5 * h;
    // Three nodes, two layers, one input.
    double roundings = 2 * (3 + 2 + 1 + 2);
    double sweep = h * UNIT * (5 * Math.sqrt(2) + (roundings + stages + 2) * v * Math.sqrt(2));
    double defect = 2 * sweep / (1 - kappa);
    double field = 2 * h * v * (UNIT * (roundings + 2 + (stages + 2) * h * v) + defect);
    double bracket = 6 * UNIT * h * v * h * v;
    double increment = 2 * (1 + h * v) * (UNIT * (stages + 4) * h * v + UNIT * UNIT);
    double expected = 4 * 2 * (field + bracket + increment);
    double measuring = ErrorBound.rounding(2 * (1 + 1 + 2) + 1, 2).value();
    double roundingHere = 64 * Math.ulp(1.0) * expected;
    assertEquals(
        expected, bound().of(1, h, 4, stages).value() - measuring, roundingHere + UNIT * measuring);
    assertEquals(2, bound().scale(1));
  }

  @Test
  void stepsThatNeedNotConvergeHaveNone() {
    assertTrue(Double.isFinite(bound().of(1, 0.19, 1, 2).value()));
    assertEquals(Double.POSITIVE_INFINITY, bound().of(1, 0.2, 1, 2).value());
  }

  @Test
  void statesThatAreSeenCount() {
    PeakNorms norms = new PeakNorms(GradientFlow.INSTANCE.field(INSTANCE), INSTANCE.architecture());
    norms.see(new double[] {1, -3});
    norms.see(new double[] {2, 1});
    assertEquals(2, norms.peak(1));
    assertEquals(3, norms.peak(2));
    norms.velocity(new double[] {4, Double.NaN}, new double[2]);
    assertEquals(4, norms.peak(1));
    assertTrue(Double.isNaN(norms.peak(2)));
  }
}
