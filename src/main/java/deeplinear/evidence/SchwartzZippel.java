package deeplinear.evidence;

import deeplinear.algebra.ModularAlgebra;
import java.util.Locale;

/**
 * The error probability of a polynomial identity tested at a random point of the field of order
 * 2^61 − 1: a polynomial of degree d that is not zero has at most d p^{n−1} zeros among the p^n
 * points (Schwartz–Zippel). It says nothing of a point that was not drawn from all of them: a given
 * instance reduced modulo p is none. For that, see {@link deeplinear.algebra.ResidueAlgebra}.
 */
public final class SchwartzZippel {

  private SchwartzZippel() {}

  /** degree / p: a false identity of this degree passes at a random point at most so often. */
  public static double bound(long degree) {
    return degree / (double) ModularAlgebra.MERSENNE.modulus();
  }

  /** The bound in words. */
  public static String describe(long degree) {
    return String.format(
        Locale.ROOT,
        "degree %d at a random point of the field of order 2^61 − 1: error probability at most"
            + " %.1e",
        degree,
        bound(degree));
  }
}
