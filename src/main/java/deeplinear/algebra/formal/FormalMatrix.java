package deeplinear.algebra.formal;

import static org.apache.commons.math3.fraction.BigFraction.ZERO;

import deeplinear.algebra.Rationals;
import deeplinear.algebra.Shapes;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * A polynomial in letters that do not commute, with rational coefficients, of a formal shape. Two
 * of them are equal iff their terms are.
 *
 * @param rows the formal number of rows
 * @param columns the formal number of columns
 * @param terms the coefficients that are not zero
 */
public record FormalMatrix(int rows, int columns, SortedMap<Term, BigFraction> terms) {

  /**
   * Copies the terms and drops those whose coefficient is zero.
   *
   * @throws IllegalArgumentException if a term has another shape
   */
  public FormalMatrix {
    SortedMap<Term, BigFraction> kept = new TreeMap<>(terms);
    kept.values().removeIf(ZERO::equals);
    for (Term term : kept.keySet()) {
      Shapes.requireEqual("sum", rows, columns, term.word().rows(), term.word().columns());
    }
    terms = Collections.unmodifiableSortedMap(kept);
  }

  /** One term with coefficient 1. */
  static FormalMatrix of(Term term) {
    return of(term, BigFraction.ONE);
  }

  /** One term. */
  static FormalMatrix of(Term term, BigFraction coefficient) {
    return new FormalMatrix(
        term.word().rows(), term.word().columns(), new TreeMap<>(Map.of(term, coefficient)));
  }

  /** Whether no term is left. */
  public boolean isZero() {
    return terms.isEmpty();
  }

  /** The terms in which the number of letters of a kind is as wanted. */
  public FormalMatrix part(Predicate<Letter> kind, IntPredicate wanted) {
    SortedMap<Term, BigFraction> kept = new TreeMap<>(terms);
    kept.keySet().removeIf(term -> !wanted.test(term.degree(kind)));
    return new FormalMatrix(rows, columns, kept);
  }

  @Override
  public String toString() {
    return isZero()
        ? "0"
        : terms.entrySet().stream()
            .map(e -> Rationals.format(e.getValue()) + " " + e.getKey())
            .collect(Collectors.joining(" + "));
  }
}
