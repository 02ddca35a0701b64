package deeplinear.algebra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PrimeFieldTest {

  private static final BigInteger P = BigInteger.TWO.pow(61).subtract(BigInteger.ONE);
  private static final long LAST = P.longValueExact() - 1;

  /** The edges, powers of two around the folding, and random residues. */
  private static long[] residues() {
    LongStream edges =
        LongStream.of(
            0, 1, 2, 3, LAST, LAST - 1, LAST / 2, LAST / 2 + 1, 1L << 60, 1L << 31, 1L << 30, 7);
    LongStream random = new Random(60).longs(60, 0, P.longValueExact());
    return LongStream.concat(edges, random).toArray();
  }

  private static BigInteger big(long x) {
    return BigInteger.valueOf(x);
  }

  @Test
  void operationsAreThoseOfIntegersModuloP() {
    for (long a : residues()) {
      for (long b : residues()) {
        assertEquals(big(a).add(big(b)).mod(P), big(PrimeField.add(a, b)));
        assertEquals(big(a).subtract(big(b)).mod(P), big(PrimeField.subtract(a, b)));
        assertEquals(big(a).multiply(big(b)).mod(P), big(PrimeField.multiply(a, b)));
      }
      assertEquals(big(a).negate().mod(P), big(PrimeField.negate(a)));
    }
  }

  @Test
  void inversesAreInverse() {
    for (long a : residues()) {
      if (a != 0) {
        assertEquals(BigInteger.ONE, big(a).multiply(big(PrimeField.inverse(a))).mod(P));
      }
    }
    assertThrows(ArithmeticException.class, () -> PrimeField.inverse(0));
  }

  @Test
  void integersOfEitherSignHaveResidues() {
    assertEquals(0, PrimeField.residue(P));
    assertEquals(LAST, PrimeField.residue(BigInteger.valueOf(-1)));
    assertEquals(1, PrimeField.residue(P.pow(4).add(BigInteger.ONE)));
    assertEquals(LAST - 4, PrimeField.residue(P.negate().subtract(BigInteger.valueOf(5))));
  }
}
