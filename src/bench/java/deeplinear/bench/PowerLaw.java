package deeplinear.bench;

import java.util.Locale;

/**
 * y ≈ c x^p, fitted by least squares in log x and log y.
 *
 * @param factor c
 * @param exponent p
 */
public record PowerLaw(double factor, double exponent) {

  /**
   * Fits points.
   *
   * @throws IllegalArgumentException unless there are two or more points with positive coordinates
   *     and not all of one abscissa
   */
  public static PowerLaw fit(double[] x, double[] y) {
    int n = x.length;
    double meanX = 0;
    double meanY = 0;
    for (int i = 0; i < n; i++) {
      meanX += Math.log(x[i]) / n;
      meanY += Math.log(y[i]) / n;
    }
    double xx = 0;
    double xy = 0;
    for (int i = 0; i < n; i++) {
      xx += (Math.log(x[i]) - meanX) * (Math.log(x[i]) - meanX);
      xy += (Math.log(x[i]) - meanX) * (Math.log(y[i]) - meanY);
    }
    double exponent = xy / xx;
    if (!(n >= 2 && xx > 0 && Double.isFinite(exponent))) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "no power law through %d points with scatter %s in log x", n, xx));
    }
    return new PowerLaw(Math.exp(meanY - exponent * meanX), exponent);
  }
}
