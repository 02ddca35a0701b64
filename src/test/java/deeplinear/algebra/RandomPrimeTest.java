package deeplinear.algebra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RandomPrimeTest {

  @Test
  void primesAreRecognized_asTrialDivisionDoes() {
    for (long n = 41; n < 6000; n += 2) {
      boolean isPrime = true;
      for (long d = 3; d * d <= n; d += 2) {
        isPrime &= n % d != 0;
      }
      assertEquals(isPrime, RandomPrime.isPrime(n), "n = " + n);
    }
  }

  /** Strong pseudoprimes to the first 1 to 7 primes as bases, and Carmichael numbers. */
  @Test
  void pseudoprimesAreNoPrimes() {
    long[] composites = {
      2047,
      1373653,
      25326001,
      3215031751L,
      2152302898747L,
      3474749660383L,
      341550071728321L,
      561,
      1105,
      1729,
      825265,
      321197185
    };
    for (long n : composites) {
      assertFalse(RandomPrime.isPrime(n), "n = " + n);
    }
  }

  @Test
  void primesOfSixtyOneBitsAreRecognized() {
    Random random = new Random(8);
    int primes = 0;
    for (int i = 0; i < 4000; i++) {
      long n = (1L << 60) | (random.nextLong() >>> 4) | 1;
      boolean isPrime = BigInteger.valueOf(n).isProbablePrime(60);
      assertEquals(isPrime, RandomPrime.isPrime(n), "n = " + n);
      primes += isPrime ? 1 : 0;
    }
    assertTrue(primes > 100, "only " + primes);
  }

  @Test
  void drawnPrimesAreLong_andNotAlwaysTheSame() {
    SplittableRandom random = new SplittableRandom(1);
    long before = 0;
    int upperHalf = 0;
    for (int i = 0; i < 200; i++) {
      long p = RandomPrime.next(random);
      assertTrue(p > 1L << 60 && p < 1L << 61);
      assertTrue(BigInteger.valueOf(p).isProbablePrime(60));
      assertNotEquals(before, p);
      before = p;
      upperHalf += p > 3L << 59 ? 1 : 0;
    }
    // Of 200 fair coins, 40 or fewer heads come once in 10^17 times.
    assertTrue(upperHalf > 40 && upperHalf < 160, "upper half: " + upperHalf);
    assertEquals(
        RandomPrime.next(new SplittableRandom(3)), RandomPrime.next(new SplittableRandom(3)));
  }

  /** By x / ln x &lt; π(x) &lt; 1.25506 x / ln x. */
  @Test
  void thereAreAsManyPrimesAsIsSaid() {
    double least = 0x1p61 / (61 * Math.log(2)) - 1.25506 * 0x1p60 / (60 * Math.log(2));
    assertTrue(RandomPrime.COUNT < 0.95 * least);
    assertTrue(RandomPrime.COUNT > 0.85 * least);
  }
}
