package deeplinear.flow.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The coefficients of a stabilized explicit Runge–Kutta method of order 4 with s stages, of the
 * kind of ROCK4: A. Abdulle, <i>Fourth order Chebyshev methods with recurrence relation</i>, SIAM
 * J. Sci. Comput. 23 (2002) 2041–2054.
 *
 * <p>With n = s − 4, a step of y' = f(y) from y_0 to y_1 is
 *
 * <ul>
 *   <li>g_0 = y_0, g_1 = g_0 + h μ_1 f(g_0), and for j = 2, …, n
 *   <li>g_j = h μ_j f(g_{j−1}) + ν_j g_{j−1} + κ_j g_{j−2}, where ν_j = 1 − κ_j, μ_j &gt; 0 and −1
 *       &lt; κ_j &lt; 0, with ν_1 = 1 and κ_1 = 0; this is the same as g_j = g_{j−1} + d_j with d_j
 *       = h μ_j f(g_{j−1}) − κ_j d_{j−1};
 *   <li>Y_i = g_n + h Σ_{j&lt;i} a_ij f(Y_j) for i = 1, …, 4, thus Y_1 = g_n, and y_1 = g_n + h Σ
 *       b_i f(Y_i).
 * </ul>
 *
 * <p>On y' = λy, y_1 = R_s(z) y_0 with z = hλ, where |R_s| ≤ {@value #DAMPING} for z between
 * −{@link #stabilityInterval} and −1/16, and R_s(z) = e^z + {@link #errorConstant} z⁵ + O(z⁶).
 *
 * <p>Nothing is tabulated: {@link RockPolynomial} has the recurrence and {@link RockFinish} the
 * four last stages, both computed from the theory when the class is loaded. The published tables
 * hold some 5000 numbers of 15 digits that one must trust; computed, the order conditions hold to
 * round-off, and the two free parameters of the finish and the estimate can be chosen: the
 * published estimate weakens like 1/s², {@link #innerErrorWeight} does not.
 */
public final class RockCoefficients {

  /** The order of the method. */
  public static final int ORDER = 4;

  /** A bound of |R_s| on the interval of stability, but for the neighborhood of 0. */
  public static final double DAMPING = 0.95;

  /** The four last stages come after at least one. */
  private static final int FEWEST_STAGES = 5;

  /** Abdulle's largest, and by {@link #amplification} more than a double bears in most uses. */
  private static final int MOST_STAGES = 152;

  /** From 28 stages on, the next degree is larger by at most the 14th part. */
  private static final int RELATIVE_GAP = 14;

  /** Units in the last place of a state that a step's rounding comes to before the last stages. */
  private static final double NOISE = 20;

  private static final List<RockCoefficients> FAMILY = family();

  private final RockPolynomial polynomial;
  private final RockFinish finish;
  private final double stabilityInterval;
  private final double amplification;
  private final double errorConstant;
  private final double[] error;
  private final double[] innerError;

  private RockCoefficients(int stages) {
    double square = (double) stages * stages;
    // The longest interval for the damping was computed for several degrees; both ends follow it.
    stabilityInterval = 0.353 * square - 3;
    polynomial = RockPolynomial.of(stages - 4, stabilityInterval, 4.58 - 43 / square);
    List<ElementaryWeights> stagesWeights = polynomial.elementaryWeights();
    ElementaryWeights start = stagesWeights.get(polynomial.degree());
    finish = RockFinish.from(start);
    ElementaryWeights last = start.to(ElementaryWeights.SOLUTION);
    amplification = Math.abs(last.stability(-stabilityInterval));
    errorConstant = errorConstant(polynomial.taylor(), last);
    innerError =
        finish.estimate(start, stagesWeights.get(innerErrorStage()), Math.abs(errorConstant));
    error = finish.estimate(start, ElementaryWeights.SOLUTION, Math.abs(errorConstant));
    double factor = -1 / (stabilityInterval * error[4]);
    for (int i = 0; i < error.length; i++) {
      error[i] *= factor;
    }
  }

  /** The coefficient of z⁵ in w P_n − e^z, where w has the coefficients of {@code finish}. */
  private static double errorConstant(double[] polynomial, ElementaryWeights finish) {
    return polynomial[5]
        + finish.tau() * polynomial[4]
        + finish.t21() * polynomial[3]
        + finish.t32() * polynomial[2]
        + finish.t44() * polynomial[1]
        - 1 / 120.0;
  }

  private static List<RockCoefficients> family() {
    List<RockCoefficients> family = new ArrayList<>();
    for (int s = FEWEST_STAGES; s < MOST_STAGES; s += Math.max(1, s / RELATIVE_GAP)) {
      family.add(new RockCoefficients(s));
    }
    family.add(new RockCoefficients(MOST_STAGES));
    return List.copyOf(family);
  }

  /** All methods, by ascending number of stages. */
  public static List<RockCoefficients> all() {
    return FAMILY;
  }

  /** The method with the longest interval of stability. */
  public static RockCoefficients largest() {
    return FAMILY.get(FAMILY.size() - 1);
  }

  /**
   * The method with the fewest stages whose interval of stability is not shorter than {@code
   * stiffness}, the step size times the spectral radius of the Jacobian.
   *
   * @throws IllegalArgumentException if no method's interval is long enough, or {@code stiffness}
   *     is negative or NaN
   */
  public static RockCoefficients forStiffness(double stiffness) {
    if (!(stiffness >= 0 && stiffness <= largest().stabilityInterval)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "step size times spectral radius must be between 0 and %s, but is %s",
              largest().stabilityInterval,
              stiffness));
    }
    int i = 0;
    while (FAMILY.get(i).stabilityInterval < stiffness) {
      i++;
    }
    return FAMILY.get(i);
  }

  /**
   * The longest interval of stability that rounding leaves usable for a relative tolerance: {@link
   * #amplification} times rounding errors of {@value #NOISE} units stays below it.
   */
  static double longestInterval(double tolerance) {
    double longest = FAMILY.get(0).stabilityInterval;
    for (RockCoefficients member : FAMILY) {
      if (NOISE * Math.ulp(0.5) * member.amplification <= tolerance) {
        longest = member.stabilityInterval;
      }
    }
    return longest;
  }

  /**
   * The method with that many stages.
   *
   * @throws IllegalArgumentException if there is none
   */
  static RockCoefficients withStages(int stages) {
    for (RockCoefficients member : FAMILY) {
      if (member.stages() == stages) {
        return member;
      }
    }
    throw new IllegalArgumentException("no method of the family has " + stages + " stages");
  }

  /** The number s of stages: so often f is evaluated, f(y_0) included. */
  public int stages() {
    return polynomial.degree() + 4;
  }

  /** The number n = s − 4 of steps of the recurrence. */
  public int innerStages() {
    return polynomial.degree();
  }

  /** The length ℓ_s = 0.353 s² − 3 of the interval [−ℓ_s, 0] of stability. */
  public double stabilityInterval() {
    return stabilityInterval;
  }

  /**
   * |w(−ℓ_s)|, about 0.01 ℓ_s⁴, where w is the stability polynomial of the four last stages: the
   * factor that they put on a rounding error of g_n in the stiffest direction.
   *
   * <p>The recurrence damps stiff components by as much before, so the exact step is stable. In
   * doubles a step leaves noise in them, relative to the state, of 0.1 to some 20 times 2⁻⁵³ times
   * this: about 10⁻¹⁰ for 20 stages, 10⁻⁶ for 50 and 10⁻² for 152. It does not add up, since the
   * next step damps it, but a tolerance below it cannot be met with so many stages. The published
   * coefficients have the same w, and so the same property.
   */
  public double amplification() {
    return amplification;
  }

  /** The coefficient of z⁵ in R_s(z) − e^z: negative, from −0.0042 to −0.0014. */
  public double errorConstant() {
    return errorConstant;
  }

  /** μ_j for 1 ≤ j ≤ n. */
  public double mu(int j) {
    return polynomial.mu(j);
  }

  /** ν_j = 1 − κ_j, exactly, for 1 ≤ j ≤ n. */
  public double nu(int j) {
    return 1 - polynomial.kappa(j);
  }

  /** κ_j for 1 ≤ j ≤ n. */
  public double kappa(int j) {
    return polynomial.kappa(j);
  }

  /** a_ij for 1 ≤ j &lt; i ≤ 4. */
  public double a(int i, int j) {
    return finish.a(i, j);
  }

  /** b_i for 1 ≤ i ≤ 4; b_3 = 0. */
  public double b(int i) {
    return finish.b(i);
  }

  /**
   * The weight e_i, 1 ≤ i ≤ 5, of the error estimate y_1 − ŷ_1 = h (e_1 f(Y_1) + … + e_4 f(Y_4) +
   * e_5 f(y_1)), where ŷ_1 has order 3; its own weights are b_i − e_i and −e_5.
   *
   * <p>Since f(y_1) is stiff, |e_5| = 1/ℓ_s, which keeps the estimate below |y_0| on the interval
   * of stability. That makes it weak when s is large: its part of order 4 is like 1/s².
   */
  public double errorWeight(int i) {
    return error[i - 1];
  }

  /**
   * The weight e_i, 1 ≤ i ≤ 5, of another estimate y_1 − ŷ_1 = h (e_1 f(Y_1) + … + e_4 f(Y_4) + e_5
   * f(g_m)), where ŷ_1 has order 3 and m is {@link #innerErrorStage}.
   *
   * <p>f(g_m) was needed for g_{m+1}, and is damped where f(y_1) is not. So this estimate can be
   * scaled alike for all s: on y' = λy it is |{@link #errorConstant}| z⁴ y_0 + O(z⁵), which is the
   * size of the error at |z| = 1 and above it nearer to 0.
   */
  public double innerErrorWeight(int i) {
    return innerError[i - 1];
  }

  /** m = ⌊n/2⌋: the fifth of the inner estimate's weights belongs to f(g_m). */
  public int innerErrorStage() {
    return polynomial.degree() / 2;
  }
}
