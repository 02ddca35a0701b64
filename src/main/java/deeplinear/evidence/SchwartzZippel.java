package deeplinear.evidence;

import deeplinear.algebra.ModularAlgebra;
import java.util.Locale;

/** The error probability of a polynomial identity tested at a random point of the prime field. */
public final class SchwartzZippel {

  private SchwartzZippel() {}

  /** degree / p: a false identity of this degree passes at a random point at most so often. */
  public static double bound(long degree) {
    return degree / (double) ModularAlgebra.modulus();
  }

  /** The bound in words. */
  public static String describe(long degree) {
    return String.format(
        Locale.ROOT,
        "degree %d in the field of order 2^61 − 1: error probability at most %.1e",
        degree,
        bound(degree));
  }
}
