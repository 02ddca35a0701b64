package deeplinear.algebra.formal;

import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.fixture.RandomExact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelationsTest {

  private static final FormalAlgebra F = FormalAlgebra.FREE;
  private static final Letter P = Letter.matrix("P", 2, 2);
  private static final Letter INVERSE = Letter.matrix("P⁻¹", 2, 2);
  private static final Letter A = Letter.matrix("A", 2, 2);
  private static final Relations INVERSES =
      Relations.of(
          new Relation(Word.of(P, INVERSE), F.identity(2)),
          new Relation(Word.of(INVERSE, P), F.identity(2)));

  private static Letter layer(int i) {
    return Letter.matrix("W_" + i, i + 2, i + 1);
  }

  /** W_{i+1}ᵀ W_{i+1} → W_i W_iᵀ + λI. */
  private static FormalAlgebra balanced(int depth) {
    List<Relation> rules = new ArrayList<>();
    for (int i = 1; i < depth; i++) {
      FormalMatrix w = F.letter(layer(i));
      FormalMatrix shift = F.scale(F.letter(Letter.scalar("λ")), F.identity(i + 2));
      rules.add(
          new Relation(
              Word.of(layer(i + 1).transpose(), layer(i + 1)),
              F.add(F.multiply(w, F.transpose(w)), shift)));
    }
    return new FormalAlgebra(new Relations(rules));
  }

  @Test
  void inversesCancelInProductsTransposesAndTraces() {
    FormalAlgebra algebra = new FormalAlgebra(INVERSES);
    FormalMatrix a = algebra.letter(A);
    FormalMatrix similar =
        algebra.multiply(algebra.letter(P), algebra.multiply(a, algebra.letter(INVERSE)));
    assertEquals(
        algebra.multiply(
            algebra.letter(P), algebra.multiply(algebra.power(a, 2), algebra.letter(INVERSE))),
        algebra.power(similar, 2));
    assertEquals(algebra.trace(algebra.power(a, 3)), algebra.trace(algebra.power(similar, 3)));
    assertEquals(
        algebra.identity(2),
        algebra.multiply(algebra.letter(P.transpose()), algebra.letter(INVERSE.transpose())));
    assertFalse(algebra.areEqual(similar, a));
  }

  /** W_{h:1} W_{h:1}ᵀ = Π_k (W_h W_hᵀ + …) has only letters of one layer when λ-balanced. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5})
  void powersOfTheFirstLayerAreLeftWhenBalanced(int depth) {
    FormalAlgebra algebra = balanced(depth);
    FormalMatrix map = algebra.letter(layer(1));
    for (int i = 2; i <= depth; i++) {
      map = algebra.multiply(algebra.letter(layer(i)), map);
    }
    FormalMatrix first = algebra.letter(layer(1));
    FormalMatrix gram = algebra.multiply(algebra.transpose(first), first);
    FormalMatrix shifted = gram;
    FormalMatrix lambda = algebra.letter(Letter.scalar("λ"));
    for (int i = 1; i < depth; i++) {
      gram = algebra.add(gram, algebra.scale(lambda, algebra.identity(2)));
      shifted = algebra.multiply(shifted, gram);
    }
    assertEquals(shifted, algebra.multiply(algebra.transpose(map), map));
    assertEquals(
        algebra.trace(algebra.multiply(map, algebra.transpose(map))), algebra.trace(shifted));
  }

  @Test
  void theOrderOfReplacementsDoesNotMatterForTheseRelations() {
    assertEquals(List.of(), INVERSES.unresolved());
    assertEquals(List.of(), balanced(8).relations().unresolved());
  }

  /** AP → 0 and PP⁻¹ → I: the word A P P⁻¹ leads to 0 and to A. */
  @Test
  void overlapsThatLeadApartAreSeen() {
    Relations relations =
        Relations.of(
            new Relation(Word.of(A, P), F.zeros(2, 2)),
            new Relation(Word.of(P, INVERSE), F.identity(2)));
    assertTrue(
        relations.unresolved().stream().map(FormalMatrix::toString).toList().contains("-1 A"),
        () -> relations.unresolved().toString());
  }

  /** Otherwise tr(AP) and tr(APᵀ) would lead to each other for ever. */
  @Test
  void symmetryIsNoRelation() {
    Relation symmetry = new Relation(Word.of(A.transpose()), F.letter(A));
    assertRejected(() -> Relations.of(symmetry), "smaller words", "A → 1 Aᵀ");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void reducingDoesNotChangeTheValueWhereTheRelationsHold(int seed) {
    RandomExact draw = new RandomExact(seed);
    RationalMatrix p = draw.unimodular(2);
    Substitution s =
        new Substitution(
            Map.of(2, 2),
            Map.of(A, draw.matrix(2, 2), P, p, INVERSE, RationalAlgebra.INSTANCE.inverse(p)));
    FormalMatrix a = F.add(F.letter(A), F.letter(P));
    FormalMatrix product = F.multiply(a, F.multiply(F.letter(INVERSE), F.power(a, 2)));
    FormalMatrix all = F.scale(F.trace(product), F.multiply(product, F.letter(INVERSE)));
    FormalMatrix reduced = INVERSES.reduce(all);
    assertFalse(reduced.equals(all));
    assertEquals(s.of(all), s.of(reduced));
  }

  @Test
  void relationsLeadToSmallerWords() {
    FormalMatrix swapped = F.multiply(F.letter(P), F.letter(A));
    assertRejected(() -> new Relation(Word.of(A, P), swapped), "smaller words");
    assertRejected(() -> new Relation(Word.of(A), F.letter(P)), "smaller words");
    assertRejected(
        () -> new Relation(Word.of(A), F.scale(F.trace(F.letter(A)), F.identity(2))),
        "without traces");
    assertRejected(() -> new Relation(Word.of(A), F.zeros(2, 3)), "2 × 2", "2 × 3");
    assertRejected(() -> new Relation(Word.empty(2), F.zeros(2, 2)), "has letters");
  }
}
