package deeplinear.algebra.formal;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.math3.fraction.BigFraction;

/** Terms being collected, by their coefficients. */
final class Sum {

  private final TreeMap<Term, BigFraction> terms = new TreeMap<>();

  void add(Term term, BigFraction coefficient) {
    terms.merge(term, coefficient, BigFraction::add);
  }

  void add(FormalMatrix a, BigFraction factor) {
    a.terms().forEach((term, c) -> add(term, c.multiply(factor)));
  }

  boolean isEmpty() {
    return terms.isEmpty();
  }

  /** The last term in their order, which is taken out. */
  Map.Entry<Term, BigFraction> removeLast() {
    Map.Entry<Term, BigFraction> last = terms.lastEntry();
    terms.remove(last.getKey());
    return last;
  }

  FormalMatrix matrix(int rows, int columns) {
    SortedMap<Term, BigFraction> collected = terms;
    return new FormalMatrix(rows, columns, collected);
  }
}
