package deeplinear.algebra;

import static org.junit.jupiter.api.Assertions.assertEquals;

import deeplinear.fixture.Exact;
import deeplinear.fixture.RandomExact;
import java.math.BigInteger;
import java.util.Random;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** Eliminations that begin in machine words and leave them on the way. */
class FractionFreeTest {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  /** A symmetric matrix of known inertia: a congruence of a diagonal one. */
  private static RationalMatrix congruent(RandomExact draw, long[] diagonal, BigFraction factor) {
    int n = diagonal.length;
    RationalMatrix d = Exact.build(n, n, (i, j) -> new BigFraction(i.equals(j) ? diagonal[i] : 0L));
    RationalMatrix u = draw.unimodular(n);
    return Q.scale(factor, Q.multiply(Q.multiply(Q.transpose(u), d), u));
  }

  @Test
  void inertiaAndRankAreTheConstructedOnes_howeverLongTheIntegers() {
    RandomExact draw = new RandomExact(5);
    Random random = new Random(6);
    for (int length = 0; length <= 80; length += 4) {
      BigFraction factor =
          new BigFraction(
              BigInteger.ONE.shiftLeft(length).subtract(BigInteger.ONE).max(BigInteger.ONE));
      for (int n = 1; n <= 7; n++) {
        long[] diagonal = random.ints(n, -2, 3).asLongStream().toArray();
        int positive = 0;
        int negative = 0;
        for (long x : diagonal) {
          positive += x > 0 ? 1 : 0;
          negative += x < 0 ? 1 : 0;
        }
        RationalMatrix a = congruent(draw, diagonal, factor);
        assertEquals(
            new Inertia(positive, n - positive - negative, negative), Inertia.of(a), a.toString());
        assertEquals(positive + negative, Q.rank(a));
        assertEquals(n - positive - negative, Q.kernel(a).columns());
      }
    }
  }

  @Test
  void inversesAreInverse_howeverLongTheIntegers() {
    RandomExact draw = new RandomExact(7);
    for (int length = 0; length <= 80; length += 2) {
      BigFraction factor = new BigFraction(BigInteger.ONE.shiftLeft(length).add(BigInteger.ONE));
      RationalMatrix a = Q.scale(factor, draw.unimodular(5));
      RationalMatrix shifted = Q.add(a, RationalMatrix.diagonal(5, 5, java.util.List.of(factor)));
      for (RationalMatrix x : java.util.List.of(a, shifted)) {
        if (Q.rank(x) == 5) {
          assertEquals(RationalMatrix.identity(5), Exact.product(Q.inverse(x), x));
        }
      }
    }
  }
}
