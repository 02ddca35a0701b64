package deeplinear.sample;

import deeplinear.algebra.CayleyTransform;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.Rationals;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Random numbers and matrices, all exact.
 *
 * @param random the source of randomness
 * @param frame what is given and not drawn
 */
public record Draw(Random random, Frame frame) {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  /** Draws with nothing given. */
  public Draw(Random random) {
    this(random, Frame.FREE);
  }

  /** Draws that depend on an object alone: for directions in which a subject is probed. */
  public static Draw from(Object seed) {
    return new Draw(new Random(seed.hashCode()));
  }

  /** Up to this order Cayley transforms and products of triangular matrices have short entries. */
  private static final int CAYLEY = 3;

  /** An integer from low to high, both included. */
  public int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  /** True once in n times. */
  public boolean onceIn(int n) {
    return random.nextInt(n) == 0;
  }

  /** k/8 within ± {@code largest}. */
  public BigFraction eighth(int largest) {
    return Rationals.fraction(between(-8 * largest, 8 * largest), 8);
  }

  /** A normal variable of the given deviation, exact to the last bit of its double. */
  public BigFraction gaussian(double deviation) {
    return Rationals.exactly(deviation * random.nextGaussian());
  }

  /** A matrix of independent entries. */
  public RationalMatrix matrix(int rows, int columns, Supplier<BigFraction> entry) {
    return RationalMatrix.of(
        rows, columns, Stream.generate(entry).limit((long) rows * columns).toList());
  }

  /** A matrix of small integers. */
  public RationalMatrix integers(int rows, int columns, int largest) {
    return matrix(rows, columns, () -> new BigFraction(between(-largest, largest)));
  }

  /**
   * A rational orthogonal matrix of order n with small denominators: a signed permutation, up to
   * order 3 a Cayley transform, a reflection in a vector of small integers, or rotations by the
   * angle of the triangle 3-4-5 in disjoint planes, each with its columns signed and shuffled.
   */
  public RationalMatrix orthogonal(int n) {
    RationalMatrix basis =
        switch (between(0, 3)) {
          case 0 -> Q.identity(n);
          case 1 -> n <= CAYLEY ? CayleyTransform.of(skew(n)) : reflection(n);
          case 2 -> reflection(n);
          default -> rotations(n);
        };
    RationalMatrix signs = Q.identity(n);
    for (int i = 0; i < n; i++) {
      signs = Q.insert(signs, i, i, sign());
    }
    return Q.multiply(Q.multiply(basis, permutation(n)), signs);
  }

  private RationalMatrix sign() {
    return RationalMatrix.scalar(random.nextBoolean() ? BigFraction.ONE : BigFraction.MINUS_ONE);
  }

  /** I − 2vvᵀ/vᵀv; the identity if v = 0. */
  private RationalMatrix reflection(int n) {
    RationalMatrix v = integers(n, 1, n <= CAYLEY ? 2 : 1);
    BigFraction square = Q.normSquared(v).toScalar();
    return square.equals(BigFraction.ZERO)
        ? Q.identity(n)
        : Q.subtract(
            Q.identity(n), Q.scale(BigFraction.TWO.divide(square), Q.multiply(v, Q.transpose(v))));
  }

  /** Rotations of the planes of coordinates (1, 2), (3, 4), … */
  private RationalMatrix rotations(int n) {
    RationalMatrix turn =
        Q.scale(Rationals.fraction(1, 5), RationalMatrix.of(new long[][] {{3, -4}, {4, 3}}));
    RationalMatrix result = Q.identity(n);
    for (int i = 0; i + 1 < n; i += 2) {
      result = Q.insert(result, i, i, turn);
    }
    return result;
  }

  private RationalMatrix skew(int n) {
    RationalMatrix a = matrix(n, n, () -> Rationals.fraction(between(-2, 2), 4));
    return Q.subtract(a, Q.transpose(a));
  }

  private RationalMatrix permutation(int n) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      order.add(between(0, i), i);
    }
    RationalMatrix result = Q.zeros(n, n);
    for (int i = 0; i < n; i++) {
      result = Q.insert(result, i, order.get(i), RationalMatrix.scalar(BigFraction.ONE));
    }
    return result;
  }

  /**
   * An invertible integer matrix of order n: the identity, or a product of triangular ones with
   * diagonals ±1 and 2, from order 4 on of a permutation and of shears, whose inverse is small,
   * too.
   */
  public RationalMatrix invertible(int n) {
    if (onceIn(4)) {
      return Q.identity(n);
    }
    return n <= CAYLEY
        ? Q.multiply(triangular(n), Q.transpose(triangular(n)))
        : Q.multiply(sheared(n), permutation(n));
  }

  private RationalMatrix sheared(int n) {
    RationalMatrix result = Q.identity(n);
    for (int i = 0; i < n; i++) {
      int j = (i + between(1, n - 1)) % n;
      result = Q.multiply(result, Q.insert(Q.identity(n), i, j, sign()));
    }
    return result;
  }

  private RationalMatrix triangular(int n) {
    RationalMatrix result = Q.zeros(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        result = Q.insert(result, i, j, RationalMatrix.scalar(new BigFraction(between(-1, 1))));
      }
      int diagonal = onceIn(4) ? 2 : 2 * between(0, 1) - 1;
      result = Q.insert(result, i, i, RationalMatrix.scalar(new BigFraction(diagonal)));
    }
    return result;
  }

  /**
   * {@code count} positive halves in descending order, distinct or often repeated; up to 4, or up
   * to {@code count} if that is larger.
   */
  public List<BigFraction> singularValues(int count, boolean distinct) {
    List<Integer> halves = new ArrayList<>();
    while (halves.size() < count) {
      boolean repeat = !distinct && !halves.isEmpty() && random.nextBoolean();
      int next = repeat ? halves.get(0) : between(1, Math.max(8, 2 * count));
      if (!distinct || !halves.contains(next)) {
        halves.add(next);
      }
    }
    return halves.stream().sorted((a, b) -> b - a).map(k -> Rationals.fraction(k, 2)).toList();
  }

  /** One of the given values. */
  @SafeVarargs
  public final <T> T oneOf(T... values) {
    return values[random.nextInt(values.length)];
  }
}
