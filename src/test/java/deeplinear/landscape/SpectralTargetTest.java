package deeplinear.landscape;

import static deeplinear.fixture.RandomPoints.numbers;
import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;

import deeplinear.algebra.RationalMatrix;
import deeplinear.fixture.Exact;
import deeplinear.fixture.RandomPoints;
import org.junit.jupiter.api.Test;

class SpectralTargetTest {

  @Test
  void matrixIsTheSumOfItsTriplets() {
    SpectralTarget target = new RandomPoints(1).target(3, 2, numbers(5, 2));
    RationalMatrix sum = RationalMatrix.zeros(3, 2);
    for (int k = 1; k <= 2; k++) {
      RationalMatrix u = target.leftVector(k);
      RationalMatrix v = target.rightVector(k);
      sum =
          Exact.sum(
              sum, Exact.scaled(target.values().get(k - 1), Exact.product(u, Exact.transpose(v))));
    }
    assertEquals(sum, target.matrix());
    assertEquals(2, target.rank());
  }

  @Test
  void vectorsAreTheColumnsOfTheBases() {
    SpectralTarget target = SpectralTarget.diagonal(3, 2, numbers(5));
    assertEquals("[[0], [1], [0]]", target.leftVector(2).toString());
    assertEquals("[[1], [0]]", target.rightVector(1).toString());
    assertEquals("[[5, 0], [0, 0], [0, 0]]", target.matrix().toString());
  }

  @Test
  void basesAreOrthogonal() {
    RationalMatrix skewed = RationalMatrix.of(new long[][] {{1, 1}, {0, 1}});
    RationalMatrix one = RationalMatrix.identity(1);
    assertRejected(() -> new SpectralTarget(skewed, numbers(1), one), "orthogonal", "[[1, 1]");
    assertRejected(() -> new SpectralTarget(one, numbers(1), skewed), "orthogonal", "[[1, 1]");
  }

  @Test
  void valuesArePositiveAndDescend() {
    assertRejected(() -> SpectralTarget.diagonal(2, 2, numbers(1, 2)), "descend", "[1, 2]");
    assertRejected(() -> SpectralTarget.diagonal(2, 2, numbers(1, 0)), "positive", "[1, 0]");
    assertRejected(() -> SpectralTarget.diagonal(2, 2, numbers(-1)), "positive", "[-1]");
    assertEquals(2, SpectralTarget.diagonal(2, 2, numbers(1, 1)).rank());
  }

  @Test
  void thereAreNoMoreValuesThanRowsOrColumns() {
    assertRejected(() -> SpectralTarget.diagonal(1, 2, numbers(2, 1)), "1 × 2", "2 singular");
    assertRejected(() -> SpectralTarget.diagonal(2, 1, numbers(2, 1)), "2 × 1", "2 singular");
  }
}
