package deeplinear.algebra;

import java.math.BigInteger;

/**
 * Products of matrices of machine words. Sums of products that may exceed a word are kept in two,
 * as high · 2^64 + low with an unsigned low word, and so many terms at a time as cannot exceed
 * these.
 */
final class WordProduct {

  /** Sums are at most 2 to this power in absolute value. */
  private static final int PAIR_BITS = 2 * Long.SIZE - 2;

  private WordProduct() {}

  /** The product of an m × k and a k × n matrix. */
  static Integers of(int m, int k, int n, Words x, Words y) {
    int bits = x.bits() + y.bits();
    if (bits + lengthOf(k) < Words.BITS) {
      return new Words(inWords(m, k, n, x.x, y.x));
    }
    int terms = 1 << Math.min(30, PAIR_BITS - bits);
    return inPairs(m, k, n, x.x, y.x, terms);
  }

  /** The smallest b with k ≤ 2^b. */
  private static int lengthOf(int k) {
    return k <= 1 ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(k - 1);
  }

  private static long[] inWords(int m, int k, int n, long[] x, long[] y) {
    long[] product = new long[m * n];
    for (int i = 0; i < m; i++) {
      for (int l = 0; l < k; l++) {
        long factor = x[i * k + l];
        for (int j = 0; j < n; j++) {
          product[i * n + j] += factor * y[l * n + j];
        }
      }
    }
    return product;
  }

  private static Integers inPairs(int m, int k, int n, long[] x, long[] y, int terms) {
    long[] words = new long[m * n];
    BigInteger[] big = new BigInteger[0];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        int at = i * n + j;
        BigInteger sum = BigInteger.ZERO;
        long high = 0;
        long low = 0;
        int last = 0;
        do {
          int first = last;
          last = Math.min(k, first + Math.min(terms, k));
          if (first > 0) {
            sum = sum.add(integer(high, low));
            high = 0;
            low = 0;
          }
          for (int l = first; l < last; l++) {
            long p = x[i * k + l];
            long q = y[l * n + j];
            long product = p * q;
            low += product;
            high += Math.multiplyHigh(p, q) + (Long.compareUnsigned(low, product) < 0 ? 1 : 0);
          }
        } while (last < k);
        boolean fits = sum.signum() == 0 && high == low >> (Long.SIZE - 1);
        if (fits && big.length == 0) {
          words[at] = low;
        } else {
          if (big.length == 0) {
            big = Words.toBig(words);
          }
          big[at] = sum.add(integer(high, low));
        }
      }
    }
    return big.length == 0 ? Integers.of(words) : Integers.of(big);
  }

  /** high · 2^64 + low. */
  static BigInteger integer(long high, long low) {
    if (high == low >> (Long.SIZE - 1)) {
      return BigInteger.valueOf(low);
    }
    byte[] bytes = new byte[2 * Long.BYTES];
    for (int i = 0; i < Long.BYTES; i++) {
      bytes[Long.BYTES - 1 - i] = (byte) (high >> (Byte.SIZE * i));
      bytes[2 * Long.BYTES - 1 - i] = (byte) (low >> (Byte.SIZE * i));
    }
    return new BigInteger(bytes);
  }
}
