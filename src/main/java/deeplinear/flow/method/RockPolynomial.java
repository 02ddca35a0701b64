package deeplinear.flow.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The polynomials of the internal stages of {@link RockCoefficients}: P_0 = 1 and P_j(z) = (μ_j z +
 * 1 − κ_j) P_{j−1}(z) + κ_j P_{j−2}(z), all with P_j(0) = 1, orthogonal on [−ℓ, −ε] with the weight
 * w(z)² / √((z + ℓ)(−ε − z)).
 *
 * <p>Here w is the quartic that makes w P_n = e^z + O(z⁵) for the last of them, so it depends on
 * what it defines. The map that takes w to the quartic part of e^z / P_n contracts strongly, and
 * its fixed point is found by iteration.
 *
 * <p>The product w P_n is nearly of equal oscillation on the interval (S. N. Bernstein's theorem on
 * orthogonal polynomials), which makes it nearly the most stable polynomial of its degree and
 * order; see A. Abdulle, <i>On roots and error constants of optimal stability polynomials</i>, BIT
 * 40 (2000) 177–182, and the source named at {@link RockCoefficients}.
 */
final class RockPolynomial {

  /** The quartic w at large degrees, from which the iteration starts. */
  private static final double[] FIRST_QUARTIC = {1, 0.674, 0.2325, 0.0545, 0.0097};

  /**
   * The quartic matters only for the size of the oscillation, which has a margin of 0.0015 below
   * {@link RockCoefficients#DAMPING}; the order is settled by the finishing stages for whatever
   * polynomial results.
   */
  private static final double CONVERGED = 1e-4;

  private static final int MOST_ITERATIONS = 40;

  private final double[] mu;
  private final double[] kappa;

  private RockPolynomial(double[] mu, double[] kappa) {
    this.mu = mu;
    this.kappa = kappa;
  }

  /** The polynomials up to {@code degree} on [−{@code left}, −{@code right}]. */
  static RockPolynomial of(int degree, double left, double right) {
    double[] quartic = FIRST_QUARTIC;
    for (int i = 0; i < MOST_ITERATIONS; i++) {
      RockPolynomial polynomial = orthogonal(degree, left, right, quartic);
      double[] next = polynomial.completion();
      double change = 0;
      for (int k = 0; k < next.length; k++) {
        change = Math.max(change, Math.abs(next[k] - quartic[k]));
      }
      if (change < CONVERGED) {
        return polynomial;
      }
      quartic = next;
    }
    throw new IllegalStateException("no quartic was found for degree " + degree);
  }

  int degree() {
    return mu.length - 1;
  }

  double mu(int j) {
    return mu[j];
  }

  /** A multiple of 2⁻⁵², so that 1 − κ_j is exact. */
  double kappa(int j) {
    return kappa[j];
  }

  /** The coefficients of 1, z, …, z⁵ in P_n. */
  double[] taylor() {
    double[] value = {1, 0, 0, 0, 0, 0};
    double[] increment = new double[value.length];
    for (int j = 1; j < mu.length; j++) {
      for (int k = value.length - 1; k > 0; k--) {
        increment[k] = mu[j] * value[k - 1] - kappa[j] * increment[k];
      }
      for (int k = 1; k < value.length; k++) {
        value[k] += increment[k];
      }
    }
    return value;
  }

  /** The elementary weights of g_0, …, g_n. */
  List<ElementaryWeights> elementaryWeights() {
    List<ElementaryWeights> weights = new ArrayList<>(List.of(ElementaryWeights.START));
    ElementaryWeights value = ElementaryWeights.START;
    ElementaryWeights increment = ElementaryWeights.START;
    for (int j = 1; j < mu.length; j++) {
      increment = increment.times(-kappa[j]).plus(mu[j], value.derivative());
      value = value.plus(1, increment);
      weights.add(value);
    }
    return weights;
  }

  /** The coefficients of 1, z, …, z⁴ in e^z / P_n. */
  private double[] completion() {
    double[] polynomial = taylor();
    double[] quotient = new double[5];
    double exponential = 1;
    for (int k = 0; k < quotient.length; k++) {
      exponential /= Math.max(k, 1);
      quotient[k] = exponential;
      for (int i = 0; i < k; i++) {
        quotient[k] -= quotient[i] * polynomial[k - i];
      }
    }
    return quotient;
  }

  /**
   * Stieltjes' procedure with the Gauss–Chebyshev formula of {@code degree} + 5 nodes, which
   * integrates every product that occurs (degree at most 2 {@code degree} + 7) exactly.
   */
  private static RockPolynomial orthogonal(
      int degree, double left, double right, double[] quartic) {
    int nodes = degree + 5;
    double[] z = new double[nodes];
    double[] weight = new double[nodes];
    for (int i = 0; i < nodes; i++) {
      double x = StrictMath.cos((2 * i + 1) * Math.PI / (2 * nodes));
      z[i] = ((left - right) * x - (left + right)) / 2;
      double w = 0;
      for (int k = quartic.length - 1; k >= 0; k--) {
        w = w * z[i] + quartic[k];
      }
      weight[i] = w * w;
    }
    double[] mu = new double[degree + 1];
    double[] kappa = new double[degree + 1];
    double[] last = new double[nodes];
    double[] current = new double[nodes];
    Arrays.fill(current, 1);
    double lastSquare = 1;
    for (int j = 1; j <= degree; j++) {
      double square = 0;
      double shifted = 0;
      double mixed = 0;
      for (int i = 0; i < nodes; i++) {
        double scaled = weight[i] * current[i];
        square += scaled * current[i];
        shifted += scaled * current[i] * z[i];
        mixed += scaled * last[i] * z[i];
      }
      double diagonal = shifted / square;
      double coupling = mixed / lastSquare;
      double slope = -1 / (diagonal + coupling);
      double nu = 1 + slope * coupling;
      mu[j] = slope;
      kappa[j] = 1 - nu;
      for (int i = 0; i < nodes; i++) {
        double next = (slope * z[i] + nu) * current[i] + kappa[j] * last[i];
        last[i] = current[i];
        current[i] = next;
      }
      lastSquare = square;
    }
    return new RockPolynomial(mu, kappa);
  }
}
