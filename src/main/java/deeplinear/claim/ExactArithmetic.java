package deeplinear.claim;

import deeplinear.algebra.ExactAlgebra;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.ResidueAlgebra;
import deeplinear.network.Instance;
import deeplinear.network.SecondMoments;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The choice of exact arithmetic for polynomial identities of high degree at a given subject. */
public final class ExactArithmetic {

  /** Longer common denominators make rational power series slow: a prime field takes over. */
  private static final int SHORT_BITS = 8;

  private ExactArithmetic() {}

  /**
   * Rationals if all denominators are short, else residues modulo a prime that is drawn for this
   * computation. Algebras of this kind are for one computation in one thread.
   *
   * @param laboratory whose seed draws the prime: uniform seeds make uniform primes, whatever the
   *     data are, so that the printed error probability is that over the seeds of runs
   */
  public static ExactAlgebra<?> of(List<RationalMatrix> data, Laboratory laboratory) {
    // The hash only gives every case a prime of its own.
    return data.stream().allMatch(a -> a.denominator().bitLength() <= SHORT_BITS)
        ? RationalAlgebra.INSTANCE
        : ResidueAlgebra.of(data, new SplittableRandom(laboratory.seed() ^ data.hashCode()));
  }

  /** The choice for the target and the weights of an instance. */
  public static ExactAlgebra<?> of(Instance instance, Laboratory laboratory) {
    return of(parts(instance), laboratory);
  }

  private static List<RationalMatrix> parts(Instance instance) {
    List<RationalMatrix> parts = new ArrayList<>(instance.weights().layers());
    parts.add(instance.target().matrix());
    if (instance.target() instanceof SecondMoments<RationalMatrix> raw) {
      parts.add(raw.moment());
      parts.add(raw.energy());
    }
    return parts;
  }

  /** What the choice means for the comparisons that were made until now. */
  public static String describe(ExactAlgebra<?> algebra) {
    return algebra instanceof ResidueAlgebra residues ? residues.describe() : "in rationals";
  }
}
