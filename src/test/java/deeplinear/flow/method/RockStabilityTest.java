package deeplinear.flow.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.flow.kernel.RealField;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The behavior on y' = λy, whose one step shows the stability polynomial R_s(hλ). */
class RockStabilityTest {

  /** e^{−1/16} = 0.939: nearer to 0 the solution itself is damped less than the method promises. */
  private static final double NEIGHBORHOOD = 1.0 / 16;

  /** R_s has s waves, and is sampled so often on each. */
  private static final int SAMPLES = 60;

  static List<RockCoefficients> methods() {
    return RockCoefficients.all();
  }

  private static RockStep at(RockCoefficients method, double z) {
    return new RockStep(method, (y, velocity) -> velocity[0] = z * y[0], new double[] {1}, 1);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void theIntervalIsDamped(RockCoefficients method) {
    double interval = method.stabilityInterval();
    int samples = SAMPLES * method.stages();
    for (int i = 0; i <= samples; i++) {
      double z = -interval * (1 - Math.cos(Math.PI * i / samples)) / 2;
      RockStep step = at(method, z);
      String where = method.stages() + " stages, z = " + z;
      double r = step.end[0];
      if (z > -NEIGHBORHOOD) {
        // Here e^z + |C z⁵| is below 1 + z + z².
        assertTrue(r > 0 && r <= 1 + z + z * z, where + ", R = " + r);
      } else {
        double bound = RockCoefficients.DAMPING;
        assertTrue(Math.abs(r) <= bound, where + ", R = " + r);
        assertTrue(Math.abs(r - step.error[0]) <= bound, where + ", embedded");
        assertTrue(Math.abs(r - step.innerError[0]) <= bound, where + ", inner embedded");
      }
      assertTrue(step.largestStage <= 1, where + ", a stage of " + step.largestStage);
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void theIntervalIsNotMuchLonger(RockCoefficients method) {
    double r = at(method, -1.01 * method.stabilityInterval()).end[0];
    assertTrue(Math.abs(r) > 1, method.stages() + " stages, R = " + r);
  }

  /** The recurrence damps the stiffest component by what the last stages amplify it. */
  @ParameterizedTest
  @MethodSource("methods")
  void theLastStagesUndoTheDampingOfTheRecurrence(RockCoefficients method) {
    double z = -method.stabilityInterval();
    double before = 0;
    double recurrence = 1;
    for (int j = 1; j <= method.innerStages(); j++) {
      double next = (method.mu(j) * z + method.nu(j)) * recurrence + method.kappa(j) * before;
      before = recurrence;
      recurrence = next;
    }
    double end = Math.abs(at(method, z).end[0]);
    // Both are known to the relative round-off of s stages, which the amplification enlarges.
    double slack = method.stages() * Math.ulp(1.0) * method.amplification();
    assertEquals(end, Math.abs(recurrence) * method.amplification(), slack);
  }

  /**
   * A smooth state in a basis that mixes all components: after a step the stiff ones hold nothing
   * but amplified round-off. It stays below what the method promises, and is no less than a
   * ten-thousandth of that, so the warning is not idle.
   */
  @ParameterizedTest
  @MethodSource("methods")
  void theRoundOffInStiffComponentsIsAmplifiedAsPromised(RockCoefficients method) {
    int dimension = 16;
    double[] mirror = new double[dimension];
    for (int k = 0; k < dimension; k++) {
      mirror[k] = 1 + k % 5;
    }
    RealField decay =
        (y, velocity) -> {
          double[] x = reflection(mirror, y);
          for (int k = 0; k < dimension; k++) {
            x[k] *= k == 0 ? -1 : -method.stabilityInterval() * k / dimension;
          }
          System.arraycopy(reflection(mirror, x), 0, velocity, 0, dimension);
        };
    double[] smooth = new double[dimension];
    smooth[0] = 1;
    double[] end =
        reflection(mirror, new RockStep(method, decay, reflection(mirror, smooth), 1).end);
    end[0] = 0;
    double noise = RockStep.size(end);
    double promised = 20 * Math.scalb(1.0, -53) * method.amplification();
    String what = method.stages() + " stages, noise " + noise + ", promised " + promised;
    // A few roundings of y_1 itself are not amplified.
    assertTrue(noise <= promised + 8 * Math.ulp(1.0), what);
    assertTrue(noise >= promised / 10_000, what);
  }

  /** y − 2 u (u·y) / (u·u). */
  private static double[] reflection(double[] u, double[] y) {
    double square = 0;
    double product = 0;
    for (int k = 0; k < u.length; k++) {
      square += u[k] * u[k];
      product += u[k] * y[k];
    }
    double[] reflected = new double[y.length];
    for (int k = 0; k < u.length; k++) {
      reflected[k] = y[k] - 2 * product / square * u[k];
    }
    return reflected;
  }
}
