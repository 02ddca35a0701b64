package deeplinear.algebra;

import static deeplinear.fixture.Exact.q;
import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class RationalMatrixShapeTest {

  private static final RationalMatrix A =
      RationalMatrix.of(new long[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}});

  @Test
  void rowsAreRemovedByIndex() {
    assertEquals("[[4, 5, 6], [7, 8, 9]]", A.withoutRow(0).toString());
    assertEquals("[[1, 2, 3], [7, 8, 9]]", A.withoutRow(1).toString());
    assertEquals("[[1, 2, 3], [4, 5, 6]]", A.withoutRow(2).toString());
  }

  @Test
  void columnsAreRemovedByIndex() {
    assertEquals("[[2, 3], [5, 6], [8, 9]]", A.withoutColumn(0).toString());
    assertEquals("[[1, 3], [4, 6], [7, 9]]", A.withoutColumn(1).toString());
    assertEquals("[[1, 2], [4, 5], [7, 8]]", A.withoutColumn(2).toString());
  }

  @Test
  void removalReducesAgain() {
    RationalMatrix a = RationalMatrix.of(1, 2, List.of(q(1, 2), q(3, 1)));
    assertEquals(RationalMatrix.of(new long[][] {{3}}), a.withoutColumn(0));
  }

  @Test
  void removalMayLeaveNothing() {
    RationalMatrix row = RationalMatrix.of(new long[][] {{1, 2, 3}});
    assertEquals(RationalMatrix.zeros(0, 3), row.withoutRow(0));
    RationalMatrix column = RationalMatrix.of(new long[][] {{1}, {2}});
    assertEquals(RationalMatrix.zeros(2, 0), column.withoutColumn(0));
    assertEquals(RationalMatrix.zeros(0, 1), RationalMatrix.zeros(0, 2).withoutColumn(1));
  }

  @Test
  void removalOutsideIsRejected() {
    assertThrows(IllegalArgumentException.class, () -> A.withoutRow(3));
    assertThrows(IllegalArgumentException.class, () -> A.withoutRow(-1));
    assertThrows(IllegalArgumentException.class, () -> A.withoutColumn(3));
    assertThrows(IllegalArgumentException.class, () -> A.withoutColumn(-1));
    RationalMatrix empty = RationalMatrix.zeros(2, 0);
    assertThrows(IllegalArgumentException.class, () -> empty.withoutColumn(0));
  }

  @Test
  void entriesOutsideAreRejected() {
    assertThrows(IllegalArgumentException.class, () -> A.entry(3, 0));
    assertThrows(IllegalArgumentException.class, () -> A.entry(0, 3));
    assertThrows(IllegalArgumentException.class, () -> A.entry(-1, 0));
    assertThrows(IllegalArgumentException.class, () -> A.entry(0, -1));
  }

  @Test
  void diagonalsMayBeShorterThanTheMatrix() {
    List<BigFraction> two = List.of(q(1, 2), q(-3, 1));
    assertEquals("[[1/2, 0, 0], [0, -3, 0]]", RationalMatrix.diagonal(2, 3, two).toString());
    assertEquals("[[1/2, 0], [0, -3], [0, 0]]", RationalMatrix.diagonal(3, 2, two).toString());
    assertEquals(RationalMatrix.zeros(2, 2), RationalMatrix.diagonal(2, 2, List.of()));
    assertRejected(() -> RationalMatrix.diagonal(1, 3, two), "2 diagonal entries", "1 × 3");
  }

  @Test
  void numbersOfEntriesAreChecked() {
    List<BigFraction> three = List.of(q(1, 1), q(2, 1), q(3, 1));
    assertRejected(() -> RationalMatrix.of(2, 2, three), "2 × 2", "3 were given");
    assertThrows(IllegalArgumentException.class, () -> RationalMatrix.of(-1, -3, three));
    assertThrows(
        IllegalArgumentException.class, () -> RationalMatrix.of(new long[][] {{1, 2}, {3}}));
    assertThrows(
        IllegalArgumentException.class,
        () -> RationalMatrix.ofDoubles(1, 2, new double[] {1, 2, 3}));
  }

  @Test
  void emptyMatricesAreLegal() {
    assertEquals(0, RationalMatrix.of(new long[0][]).rows());
    assertEquals(0, RationalMatrix.of(new long[2][0]).columns());
    assertEquals(2, RationalMatrix.of(new long[2][0]).rows());
    assertEquals(3, RationalMatrix.of(0, 3, List.of()).columns());
    assertEquals(0, RationalMatrix.zeros(0, 3).toDoubles().length);
    assertEquals(RationalMatrix.zeros(0, 0), RationalMatrix.identity(0));
  }

  @Test
  void scalarsAreOneByOne() {
    assertEquals(q(2, 3), RationalMatrix.scalar(q(4, 6)).toScalar());
    assertThrows(IllegalArgumentException.class, RationalMatrix.zeros(1, 2)::toScalar);
    assertThrows(IllegalArgumentException.class, RationalMatrix.zeros(2, 1)::toScalar);
  }
}
