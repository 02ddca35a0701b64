package deeplinear.algebra;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Integers of which one at least exceeds {@link Words}. */
final class BigIntegers implements Integers {

  private final BigInteger[] x;

  BigIntegers(BigInteger[] x) {
    this.x = x;
  }

  /** The array, which must not be changed. */
  private static BigInteger[] view(Integers x) {
    return x instanceof BigIntegers y ? y.x : x.toArray();
  }

  static Integers combination(BigInteger c, Integers x, BigInteger d, Integers y) {
    BigInteger[] a = view(x);
    BigInteger[] b = view(y);
    BigInteger[] sum = new BigInteger[a.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = times(c, a[i]).add(times(d, b[i]));
    }
    return Integers.of(sum);
  }

  static Integers product(int m, int k, int n, Integers x, Integers y) {
    BigInteger[] a = view(x);
    BigInteger[] b = view(y);
    BigInteger[] product = new BigInteger[m * n];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        BigInteger sum = BigInteger.ZERO;
        for (int l = 0; l < k; l++) {
          BigInteger p = a[i * k + l];
          BigInteger q = b[l * n + j];
          if (p.signum() != 0 && q.signum() != 0) {
            sum = sum.add(p.multiply(q));
          }
        }
        product[i * n + j] = sum;
      }
    }
    return Integers.of(product);
  }

  static Integers scaled(BigInteger c, Integers x) {
    BigInteger[] product = x.toArray();
    for (int i = 0; i < product.length; i++) {
      product[i] = times(c, product[i]);
    }
    return Integers.of(product);
  }

  private static BigInteger times(BigInteger c, BigInteger x) {
    return c.equals(BigInteger.ONE) ? x : c.multiply(x);
  }

  @Override
  public int size() {
    return x.length;
  }

  @Override
  public BigInteger get(int i) {
    return x[i];
  }

  @Override
  public boolean areZero() {
    return false;
  }

  @Override
  public BigInteger[] toArray() {
    return x.clone();
  }

  @Override
  public Integers select(int n, IntUnaryOperator index) {
    BigInteger[] selected = new BigInteger[n];
    for (int i = 0; i < n; i++) {
      selected[i] = x[index.applyAsInt(i)];
    }
    return Integers.of(selected);
  }

  @Override
  public Integers times(BigInteger c) {
    return scaled(c, this);
  }

  @Override
  public Integers dividedBy(BigInteger c) {
    BigInteger[] quotient = new BigInteger[x.length];
    int shift = c.getLowestSetBit();
    boolean isPowerOfTwo = c.signum() > 0 && c.bitLength() == shift + 1;
    for (int i = 0; i < x.length; i++) {
      quotient[i] = isPowerOfTwo ? x[i].shiftRight(shift) : x[i].divide(c);
    }
    return Integers.of(quotient);
  }

  @Override
  public BigInteger gcd(BigInteger start) {
    BigInteger gcd = start;
    for (int i = 0; i < x.length && !gcd.equals(BigInteger.ONE); i++) {
      int shift = gcd.getLowestSetBit();
      if (gcd.bitLength() == shift + 1) {
        return BigInteger.ONE.shiftLeft(commonShift(i, shift));
      }
      gcd = gcd.gcd(x[i]);
    }
    return gcd;
  }

  /** The largest power of two, up to {@code shift}, that divides all integers from i on. */
  private int commonShift(int i, int shift) {
    int common = shift;
    for (int j = i; j < x.length && common > 0; j++) {
      if (x[j].signum() != 0) {
        common = Math.min(common, x[j].getLowestSetBit());
      }
    }
    return common;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BigIntegers that && Arrays.equals(x, that.x);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(x);
  }
}
