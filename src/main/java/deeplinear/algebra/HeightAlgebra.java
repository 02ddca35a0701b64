package deeplinear.algebra;

import java.math.BigInteger;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Bounds for the numerators and denominators of what is computed, without computing it. The base d
 * is a common multiple of all denominators that were lifted or multiplied by, and grows with them.
 * Mutable.
 */
final class HeightAlgebra implements Algebra<Height> {

  private BigInteger base = BigInteger.ONE;

  /** Bits of the determinants that were divided by: their product is a factor of d, too. */
  private long determinantBits;

  /** An upper bound for log₂ d. */
  long baseBits() {
    return base.bitLength() + determinantBits;
  }

  /** 0 for an integer; else 1, and d becomes a multiple of the denominator. */
  private long degree(BigInteger denominator) {
    if (denominator.equals(BigInteger.ONE)) {
      return 0;
    }
    if (base.mod(denominator).signum() != 0) {
      base = base.divide(base.gcd(denominator)).multiply(denominator);
    }
    return 1;
  }

  /** At least log₂ of |numerator / denominator|, and at least 0. */
  private static long bits(BigInteger numerator, BigInteger denominator) {
    return Math.max(0, numerator.abs().bitLength() - denominator.bitLength() + 1L);
  }

  @Override
  public String name() {
    return "heights";
  }

  @Override
  public Height lift(RationalMatrix exact) {
    long bits = 0;
    for (BigInteger x : exact.numerators().toArray()) {
      bits = Math.max(bits, bits(x, exact.denominator()));
    }
    return new Height(exact.rows(), exact.columns(), bits, degree(exact.denominator()));
  }

  @Override
  public int rows(Height a) {
    return a.rows();
  }

  @Override
  public int columns(Height a) {
    return a.columns();
  }

  @Override
  public Height add(Height a, Height b) {
    return a.plus(b);
  }

  @Override
  public Height subtract(Height a, Height b) {
    return a.plus(b);
  }

  @Override
  public Height multiply(Height a, Height b) {
    return a.times(b, a.rows(), b.columns(), a.columns());
  }

  @Override
  public Height inner(Height a, Height b) {
    return a.times(b, 1, 1, (long) a.rows() * a.columns());
  }

  @Override
  public Height transpose(Height a) {
    return a.shaped(a.columns(), a.rows());
  }

  @Override
  public Height scale(BigFraction c, Height a) {
    return new Height(
        a.rows(),
        a.columns(),
        a.bits() + bits(c.getNumerator(), c.getDenominator()),
        a.degree() + degree(c.getDenominator()));
  }

  @Override
  public Height trace(Height a) {
    return new Height(1, 1, a.bits() + Height.log2(a.rows()), a.degree());
  }

  @Override
  public Height block(Height a, int row, int column, int rows, int columns) {
    return a.shaped(rows, columns);
  }

  @Override
  public Height insert(Height a, int row, int column, Height block) {
    return new Height(
        a.rows(),
        a.columns(),
        Math.max(a.bits(), block.bits()),
        Math.max(a.degree(), block.degree()));
  }

  /** A minor of order k: a sum of k! ≤ k^k products of k entries. */
  Height minor(Height a, int k) {
    return new Height(1, 1, k * (a.bits() + Height.log2(k)), k * a.degree());
  }

  /** An upper bound for log₂ of the numerators over d^degree. */
  long numeratorBits(Height a) {
    return a.bits() + a.degree() * baseBits();
  }

  /**
   * The inverse of a regular matrix of order n. With the integer D = d^{n·degree} det a as a new
   * factor of d, the entries of D a^{-1} are integers; each is at most d^{n·degree} times a minor,
   * since |D| ≥ 1.
   */
  Height inverse(Height a) {
    int n = a.rows();
    long magnitude = numeratorBits(minor(a, n));
    determinantBits += magnitude;
    return new Height(n, n, magnitude, 1);
  }
}
