package deeplinear.algebra;

import java.math.BigInteger;
import java.util.function.IntUnaryOperator;

/**
 * Integers in a row, immutable: in machine words while all of them lie in [−2^62, 2^62), else as
 * {@link BigInteger}. The choice depends on the integers alone, so equal rows are equal objects.
 */
sealed interface Integers permits Words, BigIntegers {

  /** Takes ownership of the array. */
  static Integers of(BigInteger[] x) {
    for (BigInteger entry : x) {
      if (entry.bitLength() > Words.BITS) {
        return new BigIntegers(x);
      }
    }
    long[] words = new long[x.length];
    for (int i = 0; i < x.length; i++) {
      words[i] = x[i].longValue();
    }
    return new Words(words);
  }

  /** Takes ownership of the array. */
  static Integers of(long[] x) {
    return Words.bits(x) <= Words.BITS ? new Words(x) : new BigIntegers(Words.toBig(x));
  }

  /** How many there are. */
  int size();

  /** The integer at i. */
  BigInteger get(int i);

  /** Whether all of them are zero. */
  boolean areZero();

  /** All of them in an array of the caller's own. */
  BigInteger[] toArray();

  /** Those at index(0), …, index(n − 1). */
  Integers select(int n, IntUnaryOperator index);

  /** Each of them times c. */
  Integers times(BigInteger c);

  /** Each of them divided by c ≠ 0, which divides all. */
  Integers dividedBy(BigInteger c);

  /** The greatest common divisor of all of them and of {@code start} > 0. */
  BigInteger gcd(BigInteger start);

  /** c x + d y, entry by entry. */
  static Integers combination(BigInteger c, Integers x, BigInteger d, Integers y) {
    return x instanceof Words a && y instanceof Words b && Words.suffice(c, a, d, b)
        ? Words.combination(c.longValue(), a, d.longValue(), b)
        : BigIntegers.combination(c, x, d, y);
  }

  /** The product of an m × k and a k × n matrix, each row by row. */
  static Integers product(int m, int k, int n, Integers x, Integers y) {
    return x instanceof Words a && y instanceof Words b
        ? WordProduct.of(m, k, n, a, b)
        : BigIntegers.product(m, k, n, x, y);
  }
}
