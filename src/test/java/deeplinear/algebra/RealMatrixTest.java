package deeplinear.algebra;

import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class RealMatrixTest {

  @Test
  void entriesAreStoredRowByRow() {
    RealMatrix a = RealMatrix.of(2, 3, new double[] {1, 2, 3, 4, 5, 6});
    assertEquals(2, a.rows());
    assertEquals(3, a.columns());
    assertEquals(3, a.entry(0, 2));
    assertEquals(4, a.entry(1, 0));
    assertEquals("2 × 3 [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]", a.toString());
  }

  @Test
  void arraysAreCopiedInAndOut() {
    double[] entries = {1, 2};
    RealMatrix a = RealMatrix.of(1, 2, entries);
    entries[0] = 7;
    a.toArray()[1] = 7;
    assertArrayEquals(new double[] {1, 2}, a.toArray());
  }

  @Test
  void numbersOfEntriesAreChecked() {
    assertRejected(() -> RealMatrix.of(2, 2, new double[] {1, 2, 3}), "2 × 2", "3");
  }

  @Test
  void scalarsAreOneByOne() {
    assertEquals(7, RealMatrix.of(1, 1, new double[] {7}).toScalar());
    RealMatrix row = RealMatrix.of(1, 2, new double[] {1, 2});
    assertThrows(IllegalArgumentException.class, row::toScalar);
  }

  @Test
  void normIsThatOfFrobenius() {
    assertEquals(13, RealMatrix.of(1, 3, new double[] {3, -4, 12}).norm());
    assertEquals(0, RealMatrix.of(0, 2, new double[0]).norm());
  }
}
