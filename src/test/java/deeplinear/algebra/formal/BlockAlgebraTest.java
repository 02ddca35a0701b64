package deeplinear.algebra.formal;

import static deeplinear.fixture.Exact.q;
import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.fixture.RandomExact;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks of rational matrices against the undivided matrix. */
class BlockAlgebraTest {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;
  private static final BlockAlgebra<RationalMatrix> B = new BlockAlgebra<>(Q, List.of(2, 1, 3));
  private static final int N = 6;

  private static RationalMatrix whole(BlockMatrix<RationalMatrix> a) {
    RationalMatrix result = Q.zeros(a.rows(), a.columns());
    int row = 0;
    for (int i = 0; i < a.heights().size(); i++) {
      int column = 0;
      for (int j = 0; j < a.widths().size(); j++) {
        result = Q.insert(result, row, column, a.block(i, j));
        column += a.widths().get(j);
      }
      row += a.heights().get(i);
    }
    return result;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void everyOperationIsThatOfTheUndividedMatrix(int seed) {
    RandomExact draw = new RandomExact(seed);
    RationalMatrix a = draw.matrix(N, N);
    RationalMatrix b = draw.matrix(N, N);
    RationalMatrix c = draw.matrix(N, 4);
    BlockMatrix<RationalMatrix> x = B.lift(a);
    BlockMatrix<RationalMatrix> y = B.lift(b);
    assertEquals(a, whole(x));
    assertEquals(Q.add(a, b), whole(B.add(x, y)));
    assertEquals(Q.subtract(a, b), whole(B.subtract(x, y)));
    assertEquals(Q.multiply(a, b), whole(B.multiply(x, y)));
    assertEquals(Q.multiply(a, c), whole(B.multiply(x, B.lift(c))));
    assertEquals(
        Q.multiply(Q.transpose(c), c), whole(B.multiply(B.transpose(B.lift(c)), B.lift(c))));
    assertEquals(Q.transpose(a), whole(B.transpose(x)));
    assertEquals(Q.scale(q(2, 7), a), whole(B.scale(q(2, 7), x)));
    assertEquals(Q.trace(a), whole(B.trace(x)));
    assertEquals(Q.power(a, 3), whole(B.power(x, 3)));
    assertEquals(Q.inner(a, b), whole(B.inner(x, y)));
    assertEquals(Q.block(a, 2, 3, 1, 3), whole(B.block(x, 2, 3, 1, 3)));
    RationalMatrix small = draw.matrix(3, 2);
    assertEquals(Q.insert(a, 3, 0, small), whole(B.insert(x, 3, 0, B.single(small))));
    assertEquals(b, whole(B.insert(x, 0, 0, y)));
    assertEquals(x, B.block(x, 0, 0, N, N));
  }

  @Test
  void zerosAndIdentitiesAreDivided() {
    assertEquals(Q.identity(N), whole(B.identity(N)));
    assertEquals(9, B.identity(N).blocks().size());
    assertEquals(Q.zeros(N, 4), whole(B.zeros(N, 4)));
    assertEquals(1, B.identity(4).blocks().size());
    assertEquals(B.identity(N), B.lift(RationalMatrix.identity(N)));
    assertTrue(B.isZero(B.zeros(N, N)));
    assertFalse(B.isZero(B.insert(B.zeros(N, N), 2, 2, B.single(RationalMatrix.identity(1)))));
  }

  @Test
  void placesOffTheDivisionAreNamed() {
    BlockMatrix<RationalMatrix> a = B.zeros(N, N);
    assertRejected(() -> B.block(a, 1, 0, 1, 2), "[2, 1, 3]", "size 1 at offset 1");
    assertRejected(() -> B.block(a, 0, 0, 3, 2), "size 3 at offset 0");
    assertRejected(() -> B.insert(a, 2, 2, B.zeros(2, 1)), "size 2 at offset 2");
    assertRejected(() -> B.block(a, 5, 0, 3, 2), "does not lie inside");
    assertRejected(() -> B.add(a, B.zeros(N, 4)), "6 × 6", "6 × 4");
    assertRejected(() -> B.multiply(a, B.zeros(4, N)), "6 ≠ 4");
    assertRejected(() -> B.trace(B.zeros(N, 4)), "6 × 4");
    assertRejected(() -> new BlockAlgebra<>(Q, List.of(3)), "[3]");
    assertRejected(() -> new BlockMatrix<>(List.of(1), List.of(1, 2), List.of(1)), "1 × 2 blocks");
  }
}
