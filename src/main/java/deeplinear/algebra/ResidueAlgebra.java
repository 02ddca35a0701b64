package deeplinear.algebra;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Rational arithmetic seen through a random prime p. A rational number that is not zero has a
 * numerator N ≠ 0, and at most log₂|N| / 60 primes above 2^60 divide it; hence it is taken for zero
 * with no more than this probability over the number of primes that p was drawn from. A bound for
 * log₂|N| is computed beside each residue, and {@link #errorProbability()} adds up what was
 * compared. Mutable: one computation has its own.
 */
public final class ResidueAlgebra implements ExactAlgebra<Residue> {

  private final ModularAlgebra field;
  private final HeightAlgebra heights = new HeightAlgebra();
  private long comparedBits;
  private long comparedDegree;

  private ResidueAlgebra(ModularAlgebra field) {
    this.field = field;
  }

  /**
   * Modulo a prime that divides no denominator of the data.
   *
   * @param random must not depend on the data
   */
  public static ResidueAlgebra of(List<RationalMatrix> data, RandomGenerator random) {
    while (true) {
      ModularAlgebra field = ModularAlgebra.modulo(RandomPrime.next(random));
      if (data.stream().allMatch(field::hasImage)) {
        return new ResidueAlgebra(field);
      }
    }
  }

  /** p. */
  public long modulus() {
    return field.modulus();
  }

  /**
   * An upper bound for the probability that any comparison so far came out otherwise than over the
   * rationals: the sum of the bounds of all of them.
   */
  public double errorProbability() {
    double bits = comparedBits + (double) comparedDegree * heights.baseBits();
    return bits / RandomPrime.BITS / RandomPrime.COUNT;
  }

  /** The prime and the bound, in words. */
  public String describe() {
    return String.format(
        Locale.ROOT,
        "modulo the random prime %d: error probability at most %.1e",
        modulus(),
        errorProbability());
  }

  @Override
  public String name() {
    return "residue";
  }

  @Override
  public Residue lift(RationalMatrix exact) {
    return new Residue(field.lift(exact), heights.lift(exact));
  }

  @Override
  public int rows(Residue a) {
    return a.value.rows;
  }

  @Override
  public int columns(Residue a) {
    return a.value.columns;
  }

  @Override
  public Residue add(Residue a, Residue b) {
    return new Residue(field.add(a.value, b.value), heights.add(a.height, b.height));
  }

  @Override
  public Residue subtract(Residue a, Residue b) {
    return new Residue(field.subtract(a.value, b.value), heights.subtract(a.height, b.height));
  }

  @Override
  public Residue multiply(Residue a, Residue b) {
    return new Residue(field.multiply(a.value, b.value), heights.multiply(a.height, b.height));
  }

  @Override
  public Residue inner(Residue a, Residue b) {
    return new Residue(field.inner(a.value, b.value), heights.inner(a.height, b.height));
  }

  @Override
  public Residue transpose(Residue a) {
    return new Residue(field.transpose(a.value), heights.transpose(a.height));
  }

  @Override
  public Residue scale(BigFraction c, Residue a) {
    return new Residue(field.scale(c, a.value), heights.scale(c, a.height));
  }

  @Override
  public Residue trace(Residue a) {
    return new Residue(field.trace(a.value), heights.trace(a.height));
  }

  @Override
  public Residue block(Residue a, int row, int column, int rows, int columns) {
    return new Residue(
        field.block(a.value, row, column, rows, columns),
        heights.block(a.height, row, column, rows, columns));
  }

  @Override
  public Residue insert(Residue a, int row, int column, Residue block) {
    return new Residue(
        field.insert(a.value, row, column, block.value),
        heights.insert(a.height, row, column, block.height));
  }

  private void compare(Height height) {
    comparedBits += height.bits();
    comparedDegree += height.degree();
  }

  @Override
  public boolean isZero(Residue a) {
    compare(a.height);
    return field.isZero(a.value);
  }

  @Override
  public int rank(Residue a) {
    compare(heights.minor(a.height, Math.min(rows(a), columns(a))));
    return field.rank(a.value);
  }

  @Override
  public Residue inverse(Residue a) {
    ModularMatrix inverse = field.inverse(a.value);
    compare(heights.minor(a.height, rows(a)));
    return new Residue(inverse, heights.inverse(a.height));
  }
}
