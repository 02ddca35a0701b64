package deeplinear.algebra;

import static deeplinear.fixture.Exact.q;
import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import deeplinear.fixture.Exact;
import deeplinear.fixture.RandomExact;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JetAlgebraTest {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  /** Operands have degree 2 and no operation multiplies more than 3 of them. */
  private static final int EXACT_ORDER = 6;

  private static RationalMatrix at(BigFraction t, Jet<RationalMatrix> jet) {
    RationalMatrix sum = jet.coefficient(jet.order());
    for (int k = jet.order() - 1; k >= 0; k--) {
      sum = Exact.sum(jet.coefficient(k), Exact.scaled(t, sum));
    }
    return sum;
  }

  private static List<Jet<RationalMatrix>> operands(
      Operation operation, JetAlgebra<RationalMatrix> jets, RandomExact draw) {
    List<Jet<RationalMatrix>> result = new ArrayList<>();
    for (RationalMatrix constant : operation.operands(draw)) {
      RationalMatrix linear = draw.matrix(constant.rows(), constant.columns());
      RationalMatrix square = draw.matrix(constant.rows(), constant.columns());
      result.add(jets.jet(List.of(constant, linear, square)));
    }
    return result;
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void operationsOnPolynomialsAreThoseOnTheirValues(Operation operation) {
    RandomExact draw = new RandomExact(70);
    JetAlgebra<RationalMatrix> jets = new JetAlgebra<>(Q, EXACT_ORDER);
    for (int i = 0; i < 15; i++) {
      List<Jet<RationalMatrix>> x = operands(operation, jets, draw);
      Jet<RationalMatrix> result = operation.apply(jets, x);
      assertEquals(EXACT_ORDER, result.order());
      for (BigFraction t :
          List.of(q(0, 1), q(1, 1), q(-2, 3), q(5, 2), q(3, 1), q(-4, 1), q(7, 5))) {
        List<RationalMatrix> values = x.stream().map(jet -> at(t, jet)).toList();
        assertEquals(operation.expected(values), at(t, result));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void truncationCutsHigherOrdersOnly(Operation operation) {
    for (int order = 0; order < EXACT_ORDER; order++) {
      JetAlgebra<RationalMatrix> full = new JetAlgebra<>(Q, EXACT_ORDER);
      JetAlgebra<RationalMatrix> cut = new JetAlgebra<>(Q, order);
      Jet<RationalMatrix> expected =
          operation.apply(full, operands(operation, full, new RandomExact(71)));
      Jet<RationalMatrix> actual =
          operation.apply(cut, operands(operation, cut, new RandomExact(71)));
      assertEquals(expected.coefficients().subList(0, order + 1), actual.coefficients());
    }
  }

  @Test
  void cauchyProductByHand() {
    JetAlgebra<RationalMatrix> jets = new JetAlgebra<>(Q, 2);
    List<RationalMatrix> scalars =
        IntStream.rangeClosed(1, 6).mapToObj(i -> RationalMatrix.of(new long[][] {{i}})).toList();
    Jet<RationalMatrix> product =
        jets.multiply(jets.jet(scalars.subList(0, 3)), jets.jet(scalars.subList(3, 6)));
    assertEquals("[[[4]], [[13]], [[28]]]", product.coefficients().toString());
  }

  @Test
  void linesHaveTheDirectionAtOrderOne() {
    RationalMatrix point = RationalMatrix.of(new long[][] {{1, 2}});
    RationalMatrix direction = RationalMatrix.of(new long[][] {{3, 4}});
    Jet<RationalMatrix> line = new JetAlgebra<>(Q, 2).line(point, direction);
    assertEquals(List.of(point, direction, Q.zeros(1, 2)), line.coefficients());
    assertEquals(List.of(point), new JetAlgebra<>(Q, 0).line(point, direction).coefficients());
  }

  @Test
  void constantsHaveNoHigherCoefficients() {
    RationalMatrix a = RationalMatrix.of(new long[][] {{1, 2}});
    JetAlgebra<RationalMatrix> jets = new JetAlgebra<>(Q, 1);
    assertEquals(List.of(a, Q.zeros(1, 2)), jets.lift(a).coefficients());
    assertEquals("jets of order 1 over rational", jets.name());
  }

  @Test
  void jetsHaveAtLeastOneCoefficientAndAreImmutable() {
    assertThrows(IllegalArgumentException.class, () -> new Jet<>(List.of()));
    List<String> list = new ArrayList<>(List.of("a", "b"));
    Jet<String> jet = new Jet<>(list);
    list.set(0, "c");
    assertEquals("a", jet.coefficient(0));
    assertEquals(1, jet.order());
    assertThrows(UnsupportedOperationException.class, () -> jet.coefficients().clear());
  }

  @Test
  void negativeOrdersAreRejected() {
    assertRejected(() -> new JetAlgebra<>(Q, -1), "-1");
  }
}
