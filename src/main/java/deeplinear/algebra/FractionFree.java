package deeplinear.algebra;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The integers of an elimination in which every division is exact (Bareiss): in machine words until
 * one of them would need more, from then on as {@link BigInteger}. Mutable.
 */
final class FractionFree {

  private final int columns;
  private final long[][] words;
  private final BigInteger[][] big;
  private boolean isBig;
  private BigInteger pivot = BigInteger.ONE;

  /** The numerators of a matrix. */
  FractionFree(RationalMatrix a) {
    int rows = a.rows();
    columns = a.columns();
    words = new long[rows][];
    big = new BigInteger[rows][];
    isBig = !(a.numerators() instanceof Words);
    for (int i = 0; i < rows; i++) {
      if (a.numerators() instanceof Words w) {
        words[i] = Arrays.copyOfRange(w.x, i * columns, (i + 1) * columns);
      } else {
        big[i] = new BigInteger[columns];
        for (int j = 0; j < columns; j++) {
          big[i][j] = a.numerator(i, j);
        }
      }
    }
  }

  int rows() {
    return words.length;
  }

  int columns() {
    return columns;
  }

  /** The last pivot, at first 1. */
  BigInteger pivot() {
    return pivot;
  }

  int signum(int i, int j) {
    return isBig ? big[i][j].signum() : Long.signum(words[i][j]);
  }

  BigInteger get(int i, int j) {
    return isBig ? big[i][j] : BigInteger.valueOf(words[i][j]);
  }

  void swapRows(int i, int j) {
    long[] row = words[i];
    words[i] = words[j];
    words[j] = row;
    BigInteger[] bigRow = big[i];
    big[i] = big[j];
    big[j] = bigRow;
  }

  void swapColumns(int j, int k) {
    for (int i = 0; i < rows(); i++) {
      if (isBig) {
        BigInteger entry = big[i][j];
        big[i][j] = big[i][k];
        big[i][k] = entry;
      } else {
        long entry = words[i][j];
        words[i][j] = words[i][k];
        words[i][k] = entry;
      }
    }
  }

  /** In a symmetric matrix, adds row j to row i, then column j to column i. */
  void addSymmetrically(int i, int j) {
    if (!isBig && Math.max(Words.bits(words[i]), Words.bits(words[j])) <= Words.BITS - 2) {
      for (int m = 0; m < columns; m++) {
        words[i][m] += words[j][m];
      }
      for (int m = 0; m < rows(); m++) {
        words[m][i] += words[m][j];
      }
      return;
    }
    enlarge();
    for (int m = 0; m < columns; m++) {
      big[i][m] = big[i][m].add(big[j][m]);
    }
    for (int m = 0; m < rows(); m++) {
      big[m][i] = big[m][i].add(big[m][j]);
    }
  }

  /**
   * Replaces x_ij by (x_rc x_ij − x_ic x_rj) / p in all rows i from {@code first} on but r, and all
   * columns j from {@code start} on, where (r, c) is the new pivot and p the one before.
   */
  void eliminate(int r, int c, int first, int start) {
    BigInteger next = get(r, c);
    if (isBig || !eliminateInWords(r, c, first, start)) {
      enlarge();
      for (int i = first; i < rows(); i++) {
        if (i != r) {
          eliminateRow(big[i], big[r], next, big[i][c], start, columns);
        }
      }
    }
    pivot = next;
  }

  /** As {@link #eliminate} below and to the right of (k, k), in a symmetric matrix. */
  void eliminateSymmetrically(int k) {
    BigInteger next = get(k, k);
    if (isBig || !eliminateInWords(k, k, k + 1, k + 1)) {
      enlarge();
      for (int i = k + 1; i < rows(); i++) {
        eliminateRow(big[i], big[k], next, big[i][k], k + 1, i + 1);
        for (int j = k + 1; j < i; j++) {
          big[j][i] = big[i][j];
        }
      }
    }
    pivot = next;
  }

  private void eliminateRow(
      BigInteger[] row, BigInteger[] by, BigInteger next, BigInteger factor, int start, int end) {
    boolean vanishes = factor.signum() == 0;
    for (int j = start; j < end; j++) {
      BigInteger product = next.multiply(row[j]);
      row[j] = (vanishes ? product : product.subtract(factor.multiply(by[j]))).divide(pivot);
    }
  }

  /** As {@link #eliminate}; nothing is changed if a result is no word. */
  private boolean eliminateInWords(int r, int c, int first, int start) {
    long divisor = pivot.longValue();
    int shift = Long.numberOfTrailingZeros(divisor); // The pivot is a word: so was its row.
    long inverse = inverse(divisor >> shift);
    long[] by = words[r];
    long next = by[c];
    long[][] results = new long[rows()][];
    for (int i = first; i < rows(); i++) {
      long[] row = words[i];
      if (i == r) {
        continue;
      }
      long factor = row[c];
      long[] result = row.clone();
      for (int j = start; j < columns; j++) {
        long a = next * row[j];
        long b = factor * by[j];
        long low = a - b;
        long high =
            Math.multiplyHigh(next, row[j])
                - Math.multiplyHigh(factor, by[j])
                - (Long.compareUnsigned(a, b) < 0 ? 1 : 0);
        long shifted = shift == 0 ? low : (low >>> shift) | (high << (Long.SIZE - shift));
        long quotient = shifted * inverse;
        // The quotient is right modulo 2^64, hence right if it gives the dividend back.
        if (quotient * divisor != low
            || Math.multiplyHigh(quotient, divisor) != high
            || (quotient ^ (quotient >> (Long.SIZE - 1))) >> Words.BITS != 0) {
          return false;
        }
        result[j] = quotient;
      }
      results[i] = result;
    }
    for (int i = first; i < rows(); i++) {
      if (i != r) {
        words[i] = results[i];
      }
    }
    return true;
  }

  /** The inverse of an odd number modulo 2^64: each step of Newton's doubles the right bits. */
  static long inverse(long odd) {
    long x = odd;
    for (int bits = 3; bits < Long.SIZE; bits *= 2) {
      x *= 2 - odd * x;
    }
    return x;
  }

  private void enlarge() {
    if (!isBig) {
      for (int i = 0; i < rows(); i++) {
        big[i] = Words.toBig(words[i]);
      }
      isBig = true;
    }
  }
}
