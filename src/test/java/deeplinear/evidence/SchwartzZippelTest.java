package deeplinear.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SchwartzZippelTest {

  @Test
  void theBoundIsTheDegreeOverTheOrderOfTheField() {
    double order = (1L << 61) - 1;
    assertEquals(1 / order, SchwartzZippel.bound(1));
    assertEquals(24 / order, SchwartzZippel.bound(24));
    assertEquals(0.0, SchwartzZippel.bound(0));
  }

  @Test
  void theBoundIsSaidInWords() {
    assertEquals(
        "degree 23 at a random point of the field of order 2^61 − 1: error probability at most"
            + " 1.0e-17",
        SchwartzZippel.describe(23));
  }
}
