package deeplinear.algebra.formal;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.Shapes;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Rational matrices in the place of letters. Sums, products, transposes, multiples and traces may
 * be formed before or after; that is why an identity of polynomials is one of all matrices.
 *
 * @param widths what each formal width stands for
 * @param values what each letter stands for; transposed letters are not listed
 */
public record Substitution(Map<Integer, Integer> widths, Map<Letter, RationalMatrix> values) {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  /**
   * Copies the maps; the formal width 1 is 1.
   *
   * @throws IllegalArgumentException if a value has not the shape of its letter
   */
  public Substitution {
    Map<Integer, Integer> all = new HashMap<>(widths);
    all.put(1, 1);
    widths = Map.copyOf(all);
    values = Map.copyOf(values);
    values.forEach(
        (letter, value) ->
            Shapes.requireEqual(
                "substitute",
                width(all, letter.rows()),
                width(all, letter.columns()),
                value.rows(),
                value.columns()));
  }

  private static int width(Map<Integer, Integer> widths, int formal) {
    Integer width = widths.get(formal);
    if (width == null) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "the formal width %d stands for nothing", formal));
    }
    return width;
  }

  /** What a formal width stands for. */
  public int width(int formal) {
    return width(widths, formal);
  }

  /** The value of a polynomial. */
  public RationalMatrix of(FormalMatrix a) {
    RationalMatrix sum = Q.zeros(width(a.rows()), width(a.columns()));
    for (Map.Entry<Term, BigFraction> entry : a.terms().entrySet()) {
      BigFraction factor = entry.getValue();
      for (Cycle cycle : entry.getKey().numbers()) {
        factor = factor.multiply(Q.trace(of(cycle.word())).toScalar());
      }
      sum = Q.add(sum, Q.scale(factor, of(entry.getKey().word())));
    }
    return sum;
  }

  private RationalMatrix of(Word word) {
    return word.letters().stream()
        .map(this::of)
        .reduce(Q::multiply)
        .orElseGet(() -> Q.identity(width(word.rows())));
  }

  private RationalMatrix of(Letter letter) {
    RationalMatrix value = values.get(letter.transposed() ? letter.transpose() : letter);
    if (value == null) {
      throw new IllegalArgumentException("the letter " + letter + " stands for nothing");
    }
    return letter.transposed() ? Q.transpose(value) : value;
  }
}
