package deeplinear.algebra.formal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Equations that the letters fulfil, together with their transposes. A polynomial that reduces to
 * zero vanishes wherever they hold. The converse, that one that vanishes is recognized, needs
 * {@link #unresolved() confluence}.
 */
public final class Relations {

  /** No equation. */
  public static final Relations NONE = new Relations(List.of());

  private final List<Relation> rules;
  private final Map<Letter, List<Relation>> byFirstLetter;

  /**
   * These equations and their transposes.
   *
   * @throws IllegalArgumentException if a transposed equation does not lead to smaller words, as of
   *     Aᵀ → A: any symmetric matrix is a sum A + Aᵀ instead
   */
  public Relations(List<Relation> rules) {
    this.rules = rules.stream().flatMap(r -> Stream.of(r, r.transpose())).distinct().toList();
    byFirstLetter =
        this.rules.stream().collect(Collectors.groupingBy(r -> r.word().letters().get(0)));
  }

  /** These equations and their transposes. */
  public static Relations of(Relation... rules) {
    return new Relations(List.of(rules));
  }

  /** The polynomial without the left side of any equation. */
  FormalMatrix reduce(FormalMatrix a) {
    if (rules.isEmpty()) {
      return a;
    }
    Sum pending = new Sum();
    Sum reduced = new Sum();
    pending.add(a, BigFraction.ONE);
    while (!pending.isEmpty()) {
      Map.Entry<Term, BigFraction> next = pending.removeLast();
      step(next.getKey())
          .ifPresentOrElse(
              image -> pending.add(image, next.getValue()),
              () -> reduced.add(next.getKey(), next.getValue()));
    }
    return reduced.matrix(a.rows(), a.columns());
  }

  private List<Relation> startingWith(Letter letter) {
    return byFirstLetter.getOrDefault(letter, List.of());
  }

  /** The image of a term under one replacement, if one applies. */
  private Optional<FormalMatrix> step(Term term) {
    Word word = term.word();
    for (int place = 0; place < word.length(); place++) {
      for (Relation rule : startingWith(word.letters().get(place))) {
        if (word.hasAt(place, rule.word())) {
          return Optional.of(inWord(term, place, rule));
        }
      }
    }
    return term.numbers().stream().flatMap(cycle -> step(term, cycle).stream()).findFirst();
  }

  private Optional<FormalMatrix> step(Term term, Cycle cycle) {
    Word word = cycle.word();
    for (int place = 0; place < word.length(); place++) {
      for (Relation rule : startingWith(word.letters().get(place))) {
        if (word.hasAround(place, rule.word())) {
          return Optional.of(inCycle(term, cycle, word.rotation(place), rule));
        }
      }
    }
    return Optional.empty();
  }

  private static FormalMatrix inWord(Term term, int place, Relation rule) {
    Word word = term.word();
    Term before = new Term(term.numbers(), word.part(0, place));
    Term after = new Term(List.of(), word.part(place + rule.word().length(), word.length()));
    Sum image = new Sum();
    rule.value().terms().forEach((t, c) -> image.add(before.times(t).times(after), c));
    return image.matrix(word.rows(), word.columns());
  }

  private static FormalMatrix inCycle(Term term, Cycle cycle, Word turned, Relation rule) {
    List<Cycle> others = new ArrayList<>(term.numbers());
    others.remove(cycle);
    Term rest = new Term(List.of(), turned.part(rule.word().length(), turned.length()));
    Sum image = new Sum();
    rule.value()
        .terms()
        .forEach((t, c) -> image.add(combined(others, term, t.times(rest).trace()), c));
    return image.matrix(term.word().rows(), term.word().columns());
  }

  private static Term combined(List<Cycle> others, Term term, Term trace) {
    return new Term(others, term.word()).times(trace.numbers());
  }

  /**
   * What is left of the overlaps of two left sides after reducing them in both ways. If it is
   * empty, the order of replacements in products does not matter: each polynomial has one reduced
   * form.
   */
  public List<FormalMatrix> unresolved() {
    List<FormalMatrix> left = new ArrayList<>();
    for (Relation a : rules) {
      for (Relation b : rules) {
        for (int place = 0; place < a.word().length(); place++) {
          overlap(a, b, place).filter(d -> !d.isZero()).ifPresent(left::add);
        }
      }
    }
    return left;
  }

  /** The difference of both ways, if the left side of b, put at a place in that of a, fits. */
  private Optional<FormalMatrix> overlap(Relation a, Relation b, int place) {
    int shared = Math.min(a.word().length() - place, b.word().length());
    if (!a.word().part(place, place + shared).equals(b.word().part(0, shared))) {
      return Optional.empty();
    }
    Word both = a.word().then(b.word().part(shared, b.word().length()));
    Term term = new Term(List.of(), both);
    FormalMatrix difference =
        FormalAlgebra.FREE.subtract(inWord(term, 0, a), inWord(term, place, b));
    return Optional.of(reduce(difference));
  }
}
