package deeplinear.algebra.formal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A word times numbers. The word of a term of shape 1 × 1 is empty: all its letters are in the
 * numbers.
 *
 * @param numbers in ascending order, since they commute with everything
 * @param word the matrix
 */
public record Term(List<Cycle> numbers, Word word) implements Comparable<Term> {

  /**
   * Sorts the numbers.
   *
   * @throws IllegalArgumentException if the word has scalar letters
   */
  public Term {
    numbers = numbers.stream().sorted().toList();
    if (word.letters().stream().anyMatch(Letter::isScalar)) {
      throw new IllegalArgumentException("scalars commute: " + word + " belongs to the numbers");
    }
  }

  /** The product of two terms. */
  Term times(Term other) {
    return new Term(joined(numbers, other.numbers), word.then(other.word));
  }

  /** The product with further numbers. */
  Term times(List<Cycle> further) {
    return further.isEmpty() ? this : new Term(joined(numbers, further), word);
  }

  private static List<Cycle> joined(List<Cycle> a, List<Cycle> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.isEmpty() ? b : a;
    }
    List<Cycle> all = new ArrayList<>(a);
    all.addAll(b);
    return all;
  }

  Term transpose() {
    return new Term(numbers, word.transpose());
  }

  /** The trace, a number; that of a number is the number. */
  Term trace() {
    return word.rows() == 1 ? this : new Term(joined(numbers, List.of(new Cycle(word))), UNIT);
  }

  private static final Word UNIT = Word.empty(1);

  /** How many letters are of a kind, in the numbers and in the word. */
  public int degree(Predicate<Letter> kind) {
    return (int)
        Stream.concat(numbers.stream().map(Cycle::word), Stream.of(word))
            .flatMap(w -> w.letters().stream())
            .filter(kind)
            .count();
  }

  /** By words, then by numbers. */
  @Override
  public int compareTo(Term other) {
    int order = word.compareTo(other.word);
    order = order != 0 ? order : Integer.compare(numbers.size(), other.numbers.size());
    for (int k = 0; order == 0 && k < numbers.size(); k++) {
      order = numbers.get(k).compareTo(other.numbers.get(k));
    }
    return order;
  }

  @Override
  public String toString() {
    Stream<String> factors = numbers.stream().map(Cycle::toString);
    boolean number = word.rows() == 1 && !numbers.isEmpty();
    return (number ? factors : Stream.concat(factors, Stream.of(word.toString())))
        .collect(Collectors.joining(" "));
  }
}
