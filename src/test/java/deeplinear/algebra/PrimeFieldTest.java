package deeplinear.algebra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrimeFieldTest {

  private static final BigInteger P = BigInteger.TWO.pow(61).subtract(BigInteger.ONE);
  private static final long LAST = (1L << 61) - 2;

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

  private static final long SMALL = 43;

  /** The field of p with the representatives of residues, edges among them. */
  private static long[] representatives(PrimeField field) {
    return Arrays.stream(residues()).map(x -> field.of(x % field.modulus())).toArray();
  }

  private static BigInteger residue(PrimeField field, long a) {
    long residue = field.residue(a);
    assertTrue(residue >= 0 && residue < field.modulus(), () -> "no residue: " + residue);
    return big(residue);
  }

  @ParameterizedTest
  @ValueSource(longs = {LAST + 1, (1L << 60) + 33, SMALL})
  void operationsAreThoseOfIntegersModuloP(long order) {
    PrimeField field = new PrimeField(order);
    BigInteger p = big(order);
    for (long a : representatives(field)) {
      BigInteger x = residue(field, a);
      for (long b : representatives(field)) {
        BigInteger y = residue(field, b);
        assertEquals(x.add(y).mod(p), residue(field, field.add(a, b)));
        assertEquals(x.subtract(y).mod(p), residue(field, field.subtract(a, b)));
        assertEquals(x.multiply(y).mod(p), residue(field, field.multiply(a, b)));
      }
      assertEquals(x, residue(field, field.of(x)));
      assertEquals(x.modPow(big(1000003), p), residue(field, field.power(a, 1000003)));
      assertEquals(BigInteger.ONE, residue(field, field.power(a, 0)));
    }
  }

  /** The largest sums there are. */
  @ParameterizedTest
  @ValueSource(longs = {LAST + 1, (1L << 60) + 33, SMALL})
  void sumsOfEightProductsAreReduced(long order) {
    PrimeField field = new PrimeField(order);
    BigInteger p = big(order);
    BigInteger product = big(order - 1).pow(2);
    BigInteger radix = BigInteger.ONE.shiftLeft(64);
    for (int terms = 0; terms <= PrimeField.TERMS; terms++) {
      BigInteger sum = product.multiply(big(terms));
      long reduced = field.reduce(sum.shiftRight(64).longValueExact(), sum.longValue());
      assertTrue(reduced >= 0 && reduced < order);
      assertEquals(sum.mod(p), big(reduced).multiply(radix).mod(p));
    }
  }

  @Test
  void inversesAreInverse() {
    PrimeField field = new PrimeField(LAST + 1);
    for (long a : representatives(field)) {
      if (a != 0) {
        assertEquals(BigInteger.ONE, residue(field, field.multiply(a, field.inverse(a))));
      }
    }
    assertThrows(ArithmeticException.class, () -> field.inverse(0));
  }

  @Test
  void integersOfEitherSignHaveResidues() {
    PrimeField field = new PrimeField(LAST + 1);
    assertEquals(0, field.residue(field.of(P)));
    assertEquals(LAST, field.residue(field.of(BigInteger.valueOf(-1))));
    assertEquals(1, field.residue(field.of(P.pow(4).add(BigInteger.ONE))));
    assertEquals(LAST - 4, field.residue(field.of(P.negate().subtract(BigInteger.valueOf(5)))));
  }

  @ParameterizedTest
  @ValueSource(longs = {-7, 0, 1, 2, 44, 1L << 61, (1L << 61) + 1})
  void modulesAreOddAndBelowTwoToThe61(long order) {
    assertThrows(IllegalArgumentException.class, () -> new PrimeField(order));
  }
}
