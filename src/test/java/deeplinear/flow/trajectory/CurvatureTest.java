package deeplinear.flow.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.flow.kernel.RealField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurvatureTest {

  private static final int DIMENSION = 12;

  /** Rates 1, …, 12 times a factor, in a basis of reflections. */
  private static RealField decay(double factor) {
    return (x, velocity) -> {
      double mean = 0;
      for (double e : x) {
        mean += e / DIMENSION;
      }
      double sum = 0;
      for (int i = 0; i < DIMENSION; i++) {
        velocity[i] = -factor * (i + 1) * (x[i] - 2 * mean);
        sum += velocity[i] / DIMENSION;
      }
      for (int i = 0; i < DIMENSION; i++) {
        velocity[i] -= 2 * sum;
      }
    };
  }

  private static void iterate(Curvature curvature, RealField field, double[] state, int times) {
    double[] point = new double[state.length];
    double[] atPoint = new double[state.length];
    double[] atState = new double[state.length];
    field.velocity(state, atState);
    for (int i = 0; i < times; i++) {
      curvature.point(state, point);
      field.velocity(point, atPoint);
      curvature.learn(atPoint, atState);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 1, 1e6})
  void theNormOfTheDerivativeIsFoundWithASafeMargin(double factor) {
    double norm = factor * DIMENSION;
    double[] state = new double[DIMENSION];
    state[3] = 1;
    Curvature curvature = new Curvature(DIMENSION);
    iterate(curvature, decay(factor), state, 20);
    double value = curvature.value();
    assertTrue(value >= norm && value <= 1.11 * norm, () -> value + " for " + norm);
    assertTrue(curvature.isSettled());
  }

  @Test
  void aStateOfZeroHasACurvatureToo() {
    Curvature curvature = new Curvature(DIMENSION);
    iterate(curvature, decay(1), new double[DIMENSION], 20);
    assertTrue(curvature.value() >= DIMENSION, () -> "" + curvature.value());
  }

  @Test
  void slowChangesAreFollowed() {
    Curvature curvature = new Curvature(DIMENSION);
    double[] state = new double[DIMENSION];
    state[0] = 1;
    iterate(curvature, decay(1), state, 20);
    iterate(curvature, decay(3), state, 1);
    assertFalse(curvature.isSettled());
    assertTrue(curvature.value() >= 3 * DIMENSION);
    iterate(curvature, decay(3), state, 1);
    assertTrue(curvature.isSettled());
  }

  /** Nothing is learnt from what is not finite, and NaN and infinity count alike. */
  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNotFiniteTeachesNothing(double bad) {
    Curvature curvature = new Curvature(DIMENSION);
    double[] state = new double[DIMENSION];
    iterate(curvature, decay(1), state, 20);
    double before = curvature.value();
    iterate(curvature, (x, velocity) -> velocity[0] = x[0] == 0 ? 0 : bad, state, 1);
    assertEquals(before, curvature.value());
    assertTrue(curvature.isSettled());
  }

  @Test
  void aConstantFieldHasNone() {
    Curvature curvature = new Curvature(DIMENSION);
    iterate(curvature, (x, velocity) -> velocity[0] = 1, new double[DIMENSION], 5);
    assertEquals(0, curvature.value());
    assertTrue(curvature.isSettled());
  }
}
