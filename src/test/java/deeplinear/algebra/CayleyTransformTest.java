package deeplinear.algebra;

import static deeplinear.fixture.Exact.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import deeplinear.fixture.Exact;
import deeplinear.fixture.RandomExact;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.apache.commons.math3.linear.FieldLUDecomposition;
import org.junit.jupiter.api.Test;

class CayleyTransformTest {

  @Test
  void planeRotationByHand() {
    RationalMatrix k = RationalMatrix.of(2, 2, List.of(q(0, 1), q(1, 2), q(-1, 2), q(0, 1)));
    assertEquals("[[3/5, 4/5], [-4/5, 3/5]]", CayleyTransform.of(k).toString());
  }

  @Test
  void zeroGivesTheIdentity() {
    assertEquals(RationalMatrix.identity(3), CayleyTransform.of(RationalMatrix.zeros(3, 3)));
    assertEquals(RationalMatrix.identity(0), CayleyTransform.of(RationalMatrix.zeros(0, 0)));
  }

  @Test
  void resultSolvesItsEquationAndIsARotation() {
    RandomExact draw = new RandomExact(50);
    for (int n = 1; n <= 5; n++) {
      RationalMatrix k = draw.skew(n);
      RationalMatrix u = CayleyTransform.of(k);
      RationalMatrix one = RationalMatrix.identity(n);
      assertEquals(one, Exact.product(Exact.transpose(u), u));
      assertEquals(Exact.sum(one, k), Exact.product(Exact.difference(one, k), u));
      assertEquals(BigFraction.ONE, new FieldLUDecomposition<>(Exact.field(u)).getDeterminant());
    }
  }

  @Test
  void otherMatricesAreRejected() {
    RationalMatrix symmetric = RationalMatrix.of(new long[][] {{0, 1}, {1, 0}});
    assertThrows(IllegalArgumentException.class, () -> CayleyTransform.of(symmetric));
    RationalMatrix diagonal = RationalMatrix.of(new long[][] {{1, 1}, {-1, 0}});
    assertThrows(IllegalArgumentException.class, () -> CayleyTransform.of(diagonal));
    RationalMatrix wide = RationalMatrix.zeros(1, 2);
    assertThrows(IllegalArgumentException.class, () -> CayleyTransform.of(wide));
  }
}
