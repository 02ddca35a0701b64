package deeplinear.algebra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Results do not depend on whether words suffice, and only what fits is in words. */
class IntegersTest {

  private static final int CASES = 4000;

  /** Numbers around all powers of two up to 2^130, where one form of a result ends. */
  private static BigInteger edge(Random random, int longest) {
    BigInteger power = BigInteger.ONE.shiftLeft(random.nextInt(longest + 1));
    BigInteger x = power.add(BigInteger.valueOf(random.nextInt(3) - 1));
    return random.nextBoolean() ? x : x.negate();
  }

  private static BigInteger[] edges(Random random, int n, int longest) {
    BigInteger[] x = new BigInteger[n];
    Arrays.setAll(x, i -> random.nextInt(6) == 0 ? BigInteger.ZERO : edge(random, longest));
    return x;
  }

  private static int longest(Random random) {
    return new int[] {4, 30, 31, 60, 61, 62, 63, 64, 130}[random.nextInt(9)];
  }

  private static void assertIntegers(BigInteger[] expected, Integers actual) {
    assertEquals(expected.length, actual.size());
    assertTrue(Arrays.equals(expected, actual.toArray()), () -> Arrays.toString(expected));
    boolean fit = Arrays.stream(expected).allMatch(x -> x.bitLength() <= 62);
    assertEquals(fit, actual instanceof Words, () -> Arrays.toString(expected));
    assertEquals(Integers.of(expected.clone()), actual);
    assertEquals(Integers.of(expected.clone()).hashCode(), actual.hashCode());
    boolean zero = Arrays.stream(expected).allMatch(x -> x.signum() == 0);
    assertEquals(zero, actual.areZero());
  }

  @Test
  void combinationsAreExact() {
    Random random = new Random(1);
    for (int n = 0; n < CASES; n++) {
      BigInteger[] x = edges(random, 3, longest(random));
      BigInteger[] y = edges(random, 3, longest(random));
      BigInteger c = edge(random, longest(random));
      BigInteger d = edge(random, longest(random));
      BigInteger[] expected = new BigInteger[3];
      Arrays.setAll(expected, i -> c.multiply(x[i]).add(d.multiply(y[i])));
      assertIntegers(
          expected, Integers.combination(c, Integers.of(x.clone()), d, Integers.of(y.clone())));
    }
  }

  @Test
  void multiplesAndQuotientsAreExact() {
    Random random = new Random(2);
    for (int n = 0; n < CASES; n++) {
      BigInteger[] x = edges(random, 3, longest(random));
      BigInteger c = edge(random, longest(random));
      BigInteger[] expected = new BigInteger[3];
      Arrays.setAll(expected, i -> c.multiply(x[i]));
      Integers product = Integers.of(x.clone()).times(c);
      assertIntegers(expected, product);
      if (c.signum() != 0) {
        assertIntegers(x, product.dividedBy(c));
      }
    }
  }

  @Test
  void productsOfMatricesAreExact() {
    Random random = new Random(3);
    for (int n = 0; n < CASES; n++) {
      int k = random.nextInt(12);
      BigInteger[] x = edges(random, 2 * k, longest(random));
      BigInteger[] y = edges(random, k * 3, longest(random));
      BigInteger[] expected = new BigInteger[6];
      for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 3; j++) {
          BigInteger sum = BigInteger.ZERO;
          for (int l = 0; l < k; l++) {
            sum = sum.add(x[i * k + l].multiply(y[l * 3 + j]));
          }
          expected[i * 3 + j] = sum;
        }
      }
      Integers product = Integers.product(2, k, 3, Integers.of(x.clone()), Integers.of(y.clone()));
      assertIntegers(expected, product);
    }
  }

  /** The longest words, all of one sign, so that sums overflow two words unless they are split. */
  @Test
  void longSumsOfLongWordsDoNotOverflow() {
    for (int k : new int[] {3, 4, 5, 7, 8, 9, 63, 64, 65}) {
      for (long x : new long[] {-(1L << 62), (1L << 62) - 1}) {
        long[] row = new long[k];
        Arrays.fill(row, x);
        BigInteger square = BigInteger.valueOf(x).pow(2).multiply(BigInteger.valueOf(k));
        Integers words = Integers.of(row);
        assertIntegers(new BigInteger[] {square}, Integers.product(1, k, 1, words, words));
      }
    }
  }

  @Test
  void commonDivisorsAreTheGreatest() {
    Random random = new Random(4);
    for (int n = 0; n < CASES; n++) {
      BigInteger factor = edge(random, longest(random)).abs().max(BigInteger.ONE);
      BigInteger[] x = edges(random, 3, longest(random));
      Arrays.setAll(x, i -> x[i].multiply(factor));
      BigInteger start = edge(random, longest(random)).abs().max(BigInteger.ONE).multiply(factor);
      BigInteger expected = Arrays.stream(x).reduce(start, BigInteger::gcd);
      assertEquals(expected, Integers.of(x.clone()).gcd(start));
    }
  }

  @Test
  void selectionsReturnToWordsWhereTheyCan() {
    BigInteger[] x = {BigInteger.TEN, BigInteger.ONE.shiftLeft(62), BigInteger.ONE.negate()};
    Integers all = Integers.of(x.clone());
    assertFalse(all instanceof Words);
    assertIntegers(new BigInteger[] {x[2], x[0]}, all.select(2, i -> 2 - 2 * i));
    assertIntegers(new BigInteger[] {x[1]}, all.select(1, i -> 1));
  }
}
