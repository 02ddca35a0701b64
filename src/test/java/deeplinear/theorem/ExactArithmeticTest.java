package deeplinear.theorem;

import static deeplinear.fixture.Exact.q;
import static org.junit.jupiter.api.Assertions.assertEquals;

import deeplinear.algebra.ModularAlgebra;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.network.Instance;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExactArithmeticTest {

  private static RationalMatrix part(long denominator) {
    return RationalMatrix.scalar(q(1, denominator));
  }

  @Test
  void denominatorsOfAtMostEightBitsAreKept() {
    assertEquals(RationalAlgebra.INSTANCE, ExactArithmetic.of(List.of(part(255), part(7))));
    assertEquals(ModularAlgebra.INSTANCE, ExactArithmetic.of(List.of(part(255), part(256))));
  }

  @Test
  void targetAndAllLayersAreAsked() {
    assertEquals(RationalAlgebra.INSTANCE, ExactArithmetic.of(instance(3, 3, 3)));
    assertEquals(ModularAlgebra.INSTANCE, ExactArithmetic.of(instance(999, 3, 3)));
    assertEquals(ModularAlgebra.INSTANCE, ExactArithmetic.of(instance(3, 3, 999)));
  }

  private static Instance instance(long target, long first, long second) {
    return Instance.whitened(part(target), Specimens.weights(part(first), part(second)));
  }

  @Test
  void theChoiceIsSaidInWords() {
    assertEquals("in rationals", ExactArithmetic.describe(RationalAlgebra.INSTANCE, 9));
    assertEquals(
        "degree 9 in the field of order 2^61 − 1: error probability at most 3.9e-18",
        ExactArithmetic.describe(ModularAlgebra.INSTANCE, 9));
  }
}
