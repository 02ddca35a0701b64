package deeplinear.network;

import deeplinear.algebra.RationalMatrix;
import java.math.BigInteger;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Exact numbers along one, two or three axes: a list, a matrix, a list of matrices. An empty list
 * of matrices is an empty list.
 *
 * @param axes from 1 to 3
 * @param matrices a single row if there is one axis, a single matrix if there are two
 */
public record Part(int axes, List<RationalMatrix> matrices) {

  /** Copies the list. */
  public Part {
    matrices = List.copyOf(matrices);
    boolean fits =
        switch (axes) {
          case 1 -> matrices.size() == 1 && matrices.get(0).rows() == 1;
          case 2 -> matrices.size() == 1;
          case 3 -> !matrices.isEmpty();
          default -> false;
        };
    if (!fits) {
      throw new IllegalArgumentException("no part has " + axes + " axes and is " + matrices);
    }
  }

  /** A list of numbers. */
  public static Part numbers(List<BigFraction> numbers) {
    return new Part(1, List.of(RationalMatrix.of(1, numbers.size(), numbers)));
  }

  /** A matrix. */
  public static Part matrix(RationalMatrix matrix) {
    return new Part(2, List.of(matrix));
  }

  /** A list of matrices. */
  public static Part matrices(List<RationalMatrix> matrices) {
    return matrices.isEmpty() ? numbers(List.of()) : new Part(3, matrices);
  }

  /**
   * The list of numbers.
   *
   * @throws IllegalArgumentException if this is none
   */
  public List<BigFraction> toNumbers() {
    require(axes == 1, "a list of numbers");
    return matrices.get(0).entries();
  }

  /**
   * The list of numbers, which must be small integers from 0 on.
   *
   * @throws IllegalArgumentException if this is none
   */
  public List<Integer> toCounts() {
    return toNumbers().stream().map(Part::toCount).toList();
  }

  private static int toCount(BigFraction x) {
    BigInteger numerator = x.getNumerator();
    if (!x.getDenominator().equals(BigInteger.ONE)
        || numerator.signum() < 0
        || numerator.bitLength() >= Integer.SIZE) {
      throw new IllegalArgumentException("a count is expected, not " + x);
    }
    return numerator.intValueExact();
  }

  /**
   * The matrix.
   *
   * @throws IllegalArgumentException if this is none
   */
  public RationalMatrix toMatrix() {
    require(axes == 2, "a matrix");
    return matrices.get(0);
  }

  /**
   * The list of matrices.
   *
   * @throws IllegalArgumentException if this is none
   */
  public List<RationalMatrix> toMatrices() {
    boolean isEmpty = axes == 1 && matrices.get(0).columns() == 0;
    require(axes == 3 || isEmpty, "a list of matrices");
    return isEmpty ? List.of() : matrices;
  }

  private void require(boolean fits, String expected) {
    if (!fits) {
      throw new IllegalArgumentException(expected + " is expected, not " + this);
    }
  }

  /** The numbers in as many brackets as there are axes. */
  @Override
  public String toString() {
    String text = matrices.toString();
    return axes == 3 ? text : text.substring(3 - axes, text.length() - 3 + axes);
  }
}
