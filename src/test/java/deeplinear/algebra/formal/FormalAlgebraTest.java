package deeplinear.algebra.formal;

import static deeplinear.fixture.Exact.q;
import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.RationalMatrix;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormalAlgebraTest {

  private static final FormalAlgebra F = FormalAlgebra.FREE;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void polynomialsAreARingWithTransposition(int seed) {
    RandomFormal draw = new RandomFormal(seed);
    FormalMatrix a = draw.polynomial(2, 3);
    FormalMatrix b = draw.polynomial(3, 5);
    FormalMatrix c = draw.polynomial(5, 2);
    FormalMatrix d = draw.polynomial(3, 5);
    assertEquals(F.multiply(F.multiply(a, b), c), F.multiply(a, F.multiply(b, c)));
    assertEquals(F.multiply(a, F.add(b, d)), F.add(F.multiply(a, b), F.multiply(a, d)));
    assertEquals(F.multiply(F.add(b, d), c), F.add(F.multiply(b, c), F.multiply(d, c)));
    assertEquals(F.add(b, d), F.add(d, b));
    assertEquals(b, F.subtract(F.add(b, d), d));
    assertTrue(F.isZero(F.subtract(b, b)));
    assertEquals(a, F.multiply(F.identity(2), a));
    assertEquals(a, F.multiply(a, F.identity(3)));
    assertTrue(F.isZero(F.multiply(F.zeros(7, 2), a)));
    assertEquals(F.multiply(F.transpose(b), F.transpose(a)), F.transpose(F.multiply(a, b)));
    assertEquals(a, F.transpose(F.transpose(a)));
    assertEquals(F.scale(q(2, 3), F.multiply(a, b)), F.multiply(a, F.scale(q(2, 3), b)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void tracesForgetRotationAndTransposition(int seed) {
    RandomFormal draw = new RandomFormal(seed);
    FormalMatrix a = draw.polynomial(2, 3);
    FormalMatrix b = draw.polynomial(3, 2);
    FormalMatrix n = draw.number();
    FormalMatrix ab = F.multiply(a, b);
    assertEquals(F.trace(ab), F.trace(F.multiply(b, a)));
    assertEquals(F.trace(ab), F.trace(F.transpose(ab)));
    assertEquals(F.trace(F.add(ab, F.identity(2))), F.add(F.trace(ab), F.trace(F.identity(2))));
    assertEquals(n, F.trace(n));
    assertEquals(n, F.transpose(n));
    assertEquals(F.trace(F.scale(n, ab)), F.multiply(n, F.trace(ab)));
    assertEquals(F.multiply(F.trace(ab), n), F.multiply(n, F.trace(ab)));
    assertEquals(F.inner(a, F.transpose(b)), F.inner(F.transpose(b), a));
  }

  @Test
  void wordsThatDifferAreDifferent() {
    FormalMatrix a = F.matrix("A", 2, 2);
    FormalMatrix b = F.matrix("B", 2, 2);
    FormalMatrix ab = F.multiply(a, b);
    assertNotEquals(ab, F.multiply(b, a));
    assertNotEquals(a, F.transpose(a));
    assertNotEquals(F.trace(F.multiply(ab, ab)), F.trace(F.multiply(F.power(a, 2), F.power(b, 2))));
    assertNotEquals(F.trace(ab), F.trace(F.multiply(a, F.transpose(b))));
    assertNotEquals(F.multiply(F.trace(a), F.trace(b)), F.trace(ab));
    assertNotEquals(F.trace(F.identity(2)), F.trace(F.identity(3)));
    assertFalse(F.areEqual(a, b));
    assertTrue(F.areEqual(a, a));
  }

  /** tr(ABCCC) under six letters: rotations are found wherever the least one starts. */
  @Test
  void theLeastRotationStartsAnywhere() {
    FormalMatrix a = F.matrix("A", 2, 2);
    FormalMatrix c = F.matrix("C", 2, 2);
    FormalMatrix one = F.multiply(F.power(c, 2), F.multiply(F.power(a, 2), F.multiply(c, a)));
    FormalMatrix two = F.multiply(a, F.multiply(F.power(c, 2), F.multiply(F.power(a, 2), c)));
    FormalMatrix three = F.multiply(F.power(a, 2), F.multiply(F.power(c, 2), F.multiply(a, c)));
    assertEquals(F.trace(one), F.trace(two));
    assertNotEquals(F.trace(one), F.trace(three));
    assertEquals("1 tr(A A C A C C)", F.trace(one).toString());
  }

  @Test
  void polynomialsAreReadable() {
    FormalMatrix a = F.matrix("W_1", 3, 2);
    FormalMatrix s = F.letter(Letter.scalar("λ"));
    FormalMatrix sum =
        F.subtract(F.multiply(a, F.transpose(a)), F.scale(s, F.scale(q(1, 2), F.identity(3))));
    assertEquals("-1/2 λ I + 1 W_1 W_1ᵀ", sum.toString());
    assertEquals("0", F.subtract(sum, sum).toString());
    assertEquals("1 W_1 W_1ᵀ", sum.part(x -> x.name().equals("W_1"), d -> d == 2).toString());
    assertEquals("-1/2 λ I", sum.part(x -> x.isScalar(), d -> d == 1).toString());
  }

  @Test
  void zerosIdentitiesAndNumbersAloneAreLifted() {
    assertEquals(F.zeros(4, 6), F.lift(RationalMatrix.zeros(4, 6)));
    assertEquals(F.identity(4), F.lift(RationalMatrix.identity(4)));
    assertEquals(F.scale(q(3, 1), F.identity(1)), F.lift(RationalMatrix.of(new long[][] {{3}})));
    assertRejected(
        () -> F.lift(RationalMatrix.of(new long[][] {{1, 0}, {0, 2}})),
        "2 × 2",
        "[[1, 0], [0, 2]]");
    assertRejected(() -> F.lift(RationalMatrix.of(new long[][] {{1, 0}})), "1 × 2");
  }

  @Test
  void shapesThatDoNotFitAreNamed() {
    FormalMatrix a = F.matrix("A", 2, 3);
    assertRejected(() -> F.multiply(a, a), "2 × 3", "3 ≠ 2");
    assertRejected(() -> F.add(a, F.transpose(a)), "2 × 3", "3 × 2");
    assertRejected(() -> F.subtract(a, F.transpose(a)), "2 × 3", "3 × 2");
    assertRejected(() -> F.trace(a), "2 × 3");
    assertRejected(() -> F.scale(a, a), "2 × 3", "1 × 1");
    assertRejected(() -> F.block(a, 0, 0, 1, 3), "has no entries", "2 × 3", "1 × 3");
    assertRejected(() -> F.insert(a, 0, 0, F.zeros(2, 1)), "has no entries", "2 × 1");
    assertRejected(() -> F.block(a, 1, 0, 2, 3), "does not lie inside");
    assertRejected(() -> F.matrix("v", 3, 1), "v is 3 × 1");
    assertRejected(() -> new Letter("λ", 1, 1, true), "its own transpose");
    assertRejected(
        () -> new Term(List.of(), Word.of(Letter.scalar("λ"))), "belongs to the numbers");
  }
}
