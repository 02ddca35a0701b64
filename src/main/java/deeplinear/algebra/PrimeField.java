package deeplinear.algebra;

import java.math.BigInteger;

/** Arithmetic modulo the Mersenne prime p = 2^61 − 1, on residues in [0, p). */
final class PrimeField {

  static final long P = (1L << 61) - 1;
  private static final BigInteger MODULUS = BigInteger.valueOf(P);

  private PrimeField() {}

  static long add(long a, long b) {
    long sum = a + b;
    return sum >= P ? sum - P : sum;
  }

  static long subtract(long a, long b) {
    return add(a, negate(b));
  }

  static long negate(long a) {
    return a == 0 ? 0 : P - a;
  }

  /** The 122-bit product folded at bit 61, since 2^61 ≡ 1. */
  static long multiply(long a, long b) {
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    return add(low & P, (low >>> 61) | (high << 3));
  }

  static long residue(BigInteger x) {
    return x.mod(MODULUS).longValueExact();
  }

  /**
   * The inverse of a.
   *
   * @throws ArithmeticException if a ≡ 0
   */
  static long inverse(long a) {
    return BigInteger.valueOf(a).modInverse(MODULUS).longValueExact();
  }
}
