package deeplinear.algebra.formal;

import deeplinear.algebra.Shapes;
import java.util.Comparator;
import java.util.List;

/**
 * An equation between letters, used from left to right: where the word stands, in a product or
 * around a trace, it is replaced.
 *
 * @param word the left side
 * @param value the right side, of smaller words
 */
public record Relation(Word word, FormalMatrix value) {

  /**
   * Checks that replacing comes to an end: every word on the right has fewer letters, or as many
   * which are smaller when both are sorted, and this order survives longer words and rotations.
   *
   * @throws IllegalArgumentException if the shapes differ, the left side is empty, or a word on the
   *     right is not smaller
   */
  public Relation {
    if (word.length() == 0) {
      throw new IllegalArgumentException("the left side of a relation has letters");
    }
    Shapes.requireEqual("relate", word.rows(), word.columns(), value.rows(), value.columns());
    for (Term term : value.terms().keySet()) {
      if (term.numbers().stream().anyMatch(n -> n.word().rows() != 1)
          || !isSmaller(term.word(), word)) {
        throw new IllegalArgumentException(
            "a relation leads to smaller words without traces, unlike " + word + " → " + value);
      }
    }
  }

  private static boolean isSmaller(Word a, Word b) {
    if (a.length() != b.length()) {
      return a.length() < b.length();
    }
    List<Letter> x = a.letters().stream().sorted(Comparator.reverseOrder()).toList();
    List<Letter> y = b.letters().stream().sorted(Comparator.reverseOrder()).toList();
    int k = 0;
    while (k < x.size() && x.get(k).equals(y.get(k))) {
      k++;
    }
    return k < x.size() && x.get(k).compareTo(y.get(k)) < 0;
  }

  /** The same equation of the transposes. */
  Relation transpose() {
    return new Relation(word.transpose(), FormalAlgebra.FREE.transpose(value));
  }

  @Override
  public String toString() {
    return word + " → " + value;
  }
}
