package deeplinear.algebra.formal;

import static deeplinear.fixture.Exact.q;
import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.fixture.Exact;
import deeplinear.fixture.RandomExact;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Matrices may be put in the place of letters before or after every operation. */
class SubstitutionTest {

  private static final FormalAlgebra F = FormalAlgebra.FREE;
  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;
  private static final int TRIES = 20;

  @Test
  void respectsSumsDifferencesAndMultiples() {
    for (int k = 0; k < TRIES; k++) {
      RandomFormal draw = new RandomFormal(1000 + k);
      int m = draw.width();
      int n = draw.width();
      FormalMatrix a = draw.polynomial(m, n);
      FormalMatrix b = draw.polynomial(m, n);
      FormalMatrix c = draw.number();
      Substitution s = draw.substitution();
      assertEquals(Exact.sum(s.of(a), s.of(b)), s.of(F.add(a, b)));
      assertEquals(Exact.difference(s.of(a), s.of(b)), s.of(F.subtract(a, b)));
      assertEquals(Exact.scaled(q(-5, 7), s.of(a)), s.of(F.scale(q(-5, 7), a)));
      assertEquals(Exact.scaled(s.of(c).toScalar(), s.of(a)), s.of(F.scale(c, a)));
    }
  }

  @Test
  void respectsProductsTransposesAndTraces() {
    int different = 0;
    for (int k = 0; k < TRIES; k++) {
      RandomFormal draw = new RandomFormal(2000 + k);
      int n = draw.width();
      FormalMatrix a = draw.polynomial(n, draw.width());
      FormalMatrix b = draw.polynomial(a.columns(), n);
      FormalMatrix d = draw.polynomial(n, a.columns());
      Substitution s = draw.substitution();
      RationalMatrix product = Exact.product(s.of(a), s.of(b));
      assertEquals(product, s.of(F.multiply(a, b)));
      assertEquals(Exact.transpose(s.of(a)), s.of(F.transpose(a)));
      assertEquals(Q.trace(product), s.of(F.trace(F.multiply(a, b))));
      assertEquals(Q.power(product, 2), s.of(F.power(F.multiply(a, b), 2)));
      assertEquals(Q.inner(s.of(a), s.of(d)), s.of(F.inner(a, d)));
      assertEquals(Q.normSquared(s.of(a)), s.of(F.normSquared(a)));
      different += Q.isZero(product) ? 0 : 1;
    }
    assertTrue(different > TRIES / 2, () -> "most products should not vanish");
  }

  @Test
  void respectsZerosIdentitiesNumbersAndWholes() {
    Substitution s = new RandomFormal(3).substitution();
    int two = s.width(2);
    int five = s.width(5);
    assertEquals(RationalMatrix.zeros(two, five), s.of(F.zeros(2, 5)));
    assertEquals(RationalMatrix.identity(five), s.of(F.identity(5)));
    assertEquals(q(five, 1), s.of(F.trace(F.identity(5))).toScalar());
    assertEquals(q(-3, 4), s.of(F.lift(RationalMatrix.scalar(q(-3, 4)))).toScalar());
    FormalMatrix a = new RandomFormal(4).polynomial(2, 5);
    FormalMatrix b = new RandomFormal(5).polynomial(2, 5);
    assertEquals(s.of(a), s.of(F.block(a, 0, 0, 2, 5)));
    assertEquals(s.of(b), s.of(F.insert(a, 0, 0, b)));
  }

  /** If two different polynomials had equal values everywhere, failures would prove nothing. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void tellsPolynomialsApart(int seed) {
    FormalMatrix a = F.matrix("A23", 2, 3);
    FormalMatrix b = F.matrix("B32", 3, 2);
    FormalMatrix ab = F.multiply(a, b);
    Substitution s =
        new Substitution(
            Map.of(2, 2, 3, 3),
            Map.of(
                Letter.matrix("A23", 2, 3), new RandomExact(seed).matrix(2, 3),
                Letter.matrix("B32", 3, 2), new RandomExact(-seed).matrix(3, 2)));
    assertTrue(!s.of(F.subtract(ab, F.transpose(ab))).equals(RationalMatrix.zeros(2, 2)));
  }

  @Test
  void lettersAndWidthsWithoutValueAreNamed() {
    Substitution s = new Substitution(Map.of(2, 1), Map.of());
    assertRejected(() -> s.of(F.matrix("A", 2, 2)), "the letter A stands for nothing");
    assertRejected(() -> s.of(F.zeros(2, 7)), "formal width 7");
    assertRejected(
        () ->
            new Substitution(
                Map.of(2, 1), Map.of(Letter.matrix("A", 2, 2), RationalMatrix.zeros(1, 2))),
        "1 × 1",
        "1 × 2");
  }
}
