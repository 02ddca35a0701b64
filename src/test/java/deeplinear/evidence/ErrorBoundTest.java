package deeplinear.evidence;

import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ErrorBoundTest {

  @Test
  void anUnknownErrorIsInfinite() {
    assertEquals(Double.POSITIVE_INFINITY, new ErrorBound(Double.NaN, "").value());
    assertEquals(Double.POSITIVE_INFINITY, ErrorBound.rounding(1, Double.NaN).value());
    ErrorBound known = new ErrorBound(1, "");
    assertEquals(Double.POSITIVE_INFINITY, known.plus(new ErrorBound(Double.NaN, "")).value());
  }

  @Test
  void noErrorIsNegative() {
    assertRejected(() -> new ErrorBound(-1e-300, ""), "-1.0E-300");
    assertEquals(0.0, ErrorBound.none().value());
  }

  @Test
  void roundingsCountTheUnitInTheLastPlaceAtTheSize() {
    ErrorBound bound = ErrorBound.rounding(12, -4);
    assertEquals(12 * 4 * 0x1p-52, bound.value());
    assertEquals("12 roundings at size -4.00", bound.derivation());
  }

  @Test
  void boundsAddUpWithTheirReasons() {
    ErrorBound sum = new ErrorBound(0.25, "one").plus(new ErrorBound(0.5, "two"));
    assertEquals(new ErrorBound(0.75, "one + two"), sum);
    assertEquals("7.50e-01 (one + two)", sum.toString());
  }
}
