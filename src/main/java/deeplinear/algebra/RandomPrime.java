package deeplinear.algebra;

import java.util.random.RandomGenerator;

/**
 * Primes from 2^60 to 2^61, all equally likely. There are more than 2^54 of them: by Rosser and
 * Schoenfeld (1962) the number π(x) of primes up to x lies between x / ln x and 1.25506 x / ln x
 * for x ≥ 17, so that π(2^61) − π(2^60) &gt; 1.9 · 10^16.
 */
public final class RandomPrime {

  /** log₂ of the smallest of the primes, rounded down. */
  public static final int BITS = 60;

  /** Fewer than there are, even without all that divide one number of 2^50 digits. */
  public static final double COUNT = 0x1p54;

  /** With these as bases the test of Miller and Rabin is a proof for all numbers below 2^64. */
  private static final long[] BASES = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37};

  private RandomPrime() {}

  /** The next prime: odd numbers are drawn until one is prime. */
  public static long next(RandomGenerator random) {
    while (true) {
      long candidate = (1L << BITS) | (random.nextLong() >>> (Long.SIZE - BITS)) | 1;
      if (isPrime(candidate)) {
        return candidate;
      }
    }
  }

  /**
   * Whether an odd number between 37 and 2^61 is prime (Miller–Rabin, with the first 12 primes).
   */
  static boolean isPrime(long n) {
    PrimeField ring = new PrimeField(n);
    long one = ring.of(1L);
    long minusOne = ring.subtract(0, one);
    int twos = Long.numberOfTrailingZeros(n - 1);
    for (long base : BASES) {
      if (n % base == 0) {
        return false;
      }
      long x = ring.power(ring.of(base), (n - 1) >> twos);
      boolean passes = x == one || x == minusOne;
      for (int k = 1; k < twos && !passes; k++) {
        x = ring.multiply(x, x);
        passes = x == minusOne;
      }
      if (!passes) {
        return false;
      }
    }
    return true;
  }
}
