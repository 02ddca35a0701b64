package deeplinear.algebra;

import static org.junit.jupiter.api.Assertions.assertEquals;

import deeplinear.fixture.Exact;
import deeplinear.fixture.RandomExact;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class SeriesAlgebraTest {

  private static final int ORDER = 4;
  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;
  private static final SeriesAlgebra<RationalMatrix> S = new SeriesAlgebra<>(Q);
  private static final JetAlgebra<RationalMatrix> J = new JetAlgebra<>(Q, ORDER);

  private static Jet<RationalMatrix> draw(RandomExact draw) {
    return new Jet<>(IntStream.rangeClosed(0, ORDER).mapToObj(k -> draw.symmetric(2)).toList());
  }

  private static Series<RationalMatrix> series(Jet<RationalMatrix> jet) {
    return new Series<>(jet::coefficient);
  }

  private static void assertAgree(Jet<RationalMatrix> expected, Series<RationalMatrix> actual) {
    assertEquals(expected, actual.truncated(ORDER));
  }

  @Test
  void seriesThatAreCutAreJets() {
    RandomExact draw = new RandomExact(90);
    Jet<RationalMatrix> a = draw(draw);
    Jet<RationalMatrix> b = draw(draw);
    Series<RationalMatrix> x = series(a);
    Series<RationalMatrix> y = series(b);
    BigFraction c = Exact.q(-2, 3);
    assertAgree(J.add(a, b), S.add(x, y));
    assertAgree(J.subtract(a, b), S.subtract(x, y));
    assertAgree(J.multiply(a, b), S.multiply(x, y));
    assertAgree(J.transpose(J.multiply(a, b)), S.transpose(S.multiply(x, y)));
    assertAgree(J.scale(c, a), S.scale(c, x));
    assertAgree(J.trace(a), S.trace(x));
    assertAgree(J.block(a, 1, 0, 1, 2), S.block(x, 1, 0, 1, 2));
    assertAgree(
        J.insert(a, 0, 1, J.block(b, 0, 0, 1, 1)), S.insert(x, 0, 1, S.block(y, 0, 0, 1, 1)));
    RationalMatrix constant = draw.symmetric(2);
    assertAgree(J.lift(constant), S.lift(constant));
    assertEquals(2, S.rows(S.constant(constant)));
    assertEquals(1, S.columns(S.block(x, 0, 0, 2, 1)));
    assertEquals("series over rational", S.name());
  }

  /** y = 1 + t y is 1 / (1 − t), and each coefficient is asked for once. */
  @Test
  void seriesMayBeDefinedByThemselves() {
    List<Integer> asked = new ArrayList<>();
    List<Series<RationalMatrix>> y = new ArrayList<>();
    y.add(
        new Series<>(
            k -> {
              asked.add(k);
              return k == 0 ? RationalMatrix.identity(1) : y.get(0).coefficient(k - 1);
            }));
    Series<RationalMatrix> square = S.multiply(y.get(0), y.get(0));
    for (int k = ORDER; k >= 0; k--) {
      assertEquals(RationalMatrix.scalar(Exact.q(k + 1, 1)), square.coefficient(k));
    }
    assertEquals(List.of(0, 1, 2, 3, 4), asked);
  }
}
