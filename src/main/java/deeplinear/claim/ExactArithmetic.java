package deeplinear.claim;

import deeplinear.algebra.ExactAlgebra;
import deeplinear.algebra.ModularAlgebra;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.evidence.SchwartzZippel;
import deeplinear.network.Instance;
import java.util.List;
import java.util.stream.Stream;

/** The choice of exact arithmetic for polynomial identities of high degree. */
public final class ExactArithmetic {

  /** Longer common denominators make rational power series slow: the prime field takes over. */
  private static final int SHORT_BITS = 8;

  private ExactArithmetic() {}

  /** Rationals if all denominators are short, else the prime field of order 2^61 − 1. */
  public static ExactAlgebra<?> of(List<RationalMatrix> data) {
    return data.stream().allMatch(a -> a.denominator().bitLength() <= SHORT_BITS)
        ? RationalAlgebra.INSTANCE
        : ModularAlgebra.INSTANCE;
  }

  /** The choice for the target and the weights of an instance. */
  public static ExactAlgebra<?> of(Instance instance) {
    return of(
        Stream.concat(Stream.of(instance.target().matrix()), instance.weights().layers().stream())
            .toList());
  }

  /** What the choice means for an identity of the given degree in the data. */
  public static String describe(ExactAlgebra<?> algebra, long degree) {
    return algebra instanceof ModularAlgebra ? SchwartzZippel.describe(degree) : "in rationals";
  }
}
