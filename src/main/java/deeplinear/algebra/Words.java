package deeplinear.algebra;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Integers x with −2^62 ≤ x &lt; 2^62. */
final class Words implements Integers {

  /** No integer is longer, without its sign. */
  static final int BITS = 62;

  final long[] x;

  Words(long[] x) {
    this.x = x;
  }

  /** The smallest b with −2^b ≤ x &lt; 2^b for all x. */
  static int bits(long[] x) {
    long union = 0;
    for (long entry : x) {
      union |= entry ^ (entry >> (Long.SIZE - 1));
    }
    return Long.SIZE - Long.numberOfLeadingZeros(union);
  }

  int bits() {
    return bits(x);
  }

  static BigInteger[] toBig(long[] x) {
    return Arrays.stream(x).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new);
  }

  /** Whether c x + d y needs no more than machine words. */
  static boolean suffice(BigInteger c, Words x, BigInteger d, Words y) {
    return c.bitLength() + x.bits() < BITS && d.bitLength() + y.bits() < BITS;
  }

  static Words combination(long c, Words x, long d, Words y) {
    long[] sum = new long[x.x.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = c * x.x[i] + d * y.x[i];
    }
    return new Words(sum);
  }

  @Override
  public int size() {
    return x.length;
  }

  @Override
  public BigInteger get(int i) {
    return BigInteger.valueOf(x[i]);
  }

  @Override
  public boolean areZero() {
    return Arrays.stream(x).allMatch(entry -> entry == 0);
  }

  @Override
  public BigInteger[] toArray() {
    return toBig(x);
  }

  @Override
  public Integers select(int n, IntUnaryOperator index) {
    long[] selected = new long[n];
    for (int i = 0; i < n; i++) {
      selected[i] = x[index.applyAsInt(i)];
    }
    return new Words(selected);
  }

  @Override
  public Integers times(BigInteger c) {
    if (c.bitLength() + bits() >= BITS) {
      return BigIntegers.scaled(c, this);
    }
    long factor = c.longValue();
    long[] product = new long[x.length];
    for (int i = 0; i < x.length; i++) {
      product[i] = factor * x[i];
    }
    return new Words(product);
  }

  @Override
  public Integers dividedBy(BigInteger c) {
    if (c.bitLength() >= Long.SIZE) {
      return this; // Such a number divides no word but 0.
    }
    long divisor = c.longValue();
    long[] quotient = new long[x.length];
    for (int i = 0; i < x.length; i++) {
      quotient[i] = x[i] / divisor;
    }
    return Integers.of(quotient);
  }

  @Override
  public BigInteger gcd(BigInteger start) {
    BigInteger common = start;
    int i = 0;
    while (i < x.length && common.bitLength() > BITS) {
      common = common.gcd(BigInteger.valueOf(x[i++]));
    }
    if (common.bitLength() > BITS) {
      return common;
    }
    long gcd = common.longValue();
    if (Long.bitCount(gcd) == 1) {
      long union = gcd;
      for (long entry : x) {
        union |= entry;
      }
      return BigInteger.valueOf(Long.lowestOneBit(union));
    }
    for (; i < x.length && gcd != 1; i++) {
      long a = gcd;
      long b = Math.abs(x[i]);
      while (b != 0) {
        long rest = a % b;
        a = b;
        b = rest;
      }
      gcd = a;
    }
    return BigInteger.valueOf(gcd);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Words that && Arrays.equals(x, that.x);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(x);
  }
}
