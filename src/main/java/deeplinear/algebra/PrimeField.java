package deeplinear.algebra;

import java.math.BigInteger;
import java.util.Locale;

/**
 * Arithmetic modulo an odd p below 2^61, a prime for inverses, on Montgomery's representatives: a
 * is held as a · 2^64 mod p, so that the reduction of a product needs no division.
 */
final class PrimeField {

  /** A sum of so many products of representatives is still reduced at one stroke. */
  static final int TERMS = 8;

  private static final int LONGEST = 61;

  private final long p;
  private final BigInteger modulus;
  private final long negativeInverse;
  private final long square;

  PrimeField(long p) {
    if (p < 3 || p % 2 == 0 || p >= 1L << LONGEST) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "an odd modulus from 3 to 2^61 is expected, not %d", p));
    }
    this.p = p;
    modulus = BigInteger.valueOf(p);
    negativeInverse = -FractionFree.inverse(p);
    square = BigInteger.ONE.shiftLeft(2 * Long.SIZE).mod(modulus).longValue();
  }

  long modulus() {
    return p;
  }

  long add(long a, long b) {
    long sum = a + b;
    return sum >= p ? sum - p : sum;
  }

  long subtract(long a, long b) {
    return a >= b ? a - b : a - b + p;
  }

  long multiply(long a, long b) {
    return reduce(Math.multiplyHigh(a, b), a * b);
  }

  /**
   * (high · 2^64 + low) / 2^64 modulo p, for a nonnegative sum of at most {@value #TERMS} products
   * of representatives: it is below 8 p² &lt; 2^64 p, and so the quotient is below 2 p.
   */
  long reduce(long high, long low) {
    long m = low * negativeInverse;
    // Unsigned, and with the carry of two low words that cancel.
    long carried = Math.multiplyHigh(m, p) + ((m >> (Long.SIZE - 1)) & p) + (low == 0 ? 0 : 1);
    long result = high + carried;
    return result >= p ? result - p : result;
  }

  /** The representative of an integer. */
  long of(BigInteger x) {
    return of(x.mod(modulus).longValue());
  }

  /** The representative of a residue in [0, p). */
  long of(long residue) {
    return multiply(residue, square);
  }

  /** The residue in [0, p) that is represented. */
  long residue(long a) {
    return reduce(0, a);
  }

  /**
   * The inverse of a.
   *
   * @throws ArithmeticException if a ≡ 0
   */
  long inverse(long a) {
    return of(BigInteger.valueOf(residue(a)).modInverse(modulus));
  }

  /** a^k for k ≥ 0. */
  long power(long a, long k) {
    long power = of(1L);
    for (int bit = Long.SIZE - Long.numberOfLeadingZeros(k) - 1; bit >= 0; bit--) {
      power = multiply(power, power);
      if ((k >> bit & 1) == 1) {
        power = multiply(power, a);
      }
    }
    return power;
  }
}
