package deeplinear.flow.method;

import static deeplinear.fixture.Exact.q;
import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurdTest {

  private static Surd surd(long a, long b, long denominator) {
    return new Surd(q(a, denominator), q(b, denominator), 6);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 1",
    "-3/7, -3, 0, 7",
    "(16-5√6)/108, 16, -5, 108",
    "(-16+5√6)/108, -16, 5, 108",
    "12-√6, 12, -1, 1",
    "√6, 0, 1, 1",
    "-√6, 0, -1, 1",
    "+√6, 0, 1, 1",
    "5√6, 0, 5, 1",
    "65√6/3, 0, 65, 3",
    "-13√6, 0, -13, 1",
    "(5√6)/10, 0, 1, 2",
    "(4)/6, 2, 0, 3",
    "123456789012345678901234567890/123456789012345678901234567890, 1, 0, 1"
  })
  void numbersAreRead(String text, long a, long b, long denominator) {
    assertEquals(surd(a, b, denominator), Surd.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "x",
        "()",
        "/3",
        "3/",
        "1/0",
        "1/-2",
        "1.5",
        "1e3",
        "--1",
        "+1",
        "√",
        "√0",
        "√-6",
        "3√",
        "(16-5√6/108",
        "16-5√6)/108",
        "16-5√6/108",
        "3 √6",
        "3+5",
        "√6+3",
        "√6√6",
        "1/2/3",
        "2√6+1",
        "NaN",
        "∞",
        "√99999999999999"
      })
  void otherTextsAreRejected(String text) {
    assertRejected(() -> Surd.parse(text), "\"" + text + "\"", "-3/7");
  }

  @ParameterizedTest
  @ValueSource(ints = {-6, 0, 1, 4, 2_147_395_600})
  void squaresAreNoRadicands(int radicand) {
    assertRejected(() -> new Surd(q(1, 1), q(1, 1), radicand), String.valueOf(radicand));
  }

  @Test
  void rationalNumbersHaveNoRadicand() {
    assertEquals(Surd.of(q(1, 2)), new Surd(q(1, 2), q(0, 1), 6));
    assertEquals(0, new Surd(q(1, 2), q(0, 1), -5).radicand());
    assertEquals(Surd.of(q(6, 1)), Surd.parse("√6").times(Surd.parse("√6")));
    assertEquals(Surd.of(q(2, 1)), Surd.parse("1+√6").plus(Surd.parse("1-√6")));
  }

  @Test
  void rootsOfDifferentIntegersDoNotMix() {
    Surd two = Surd.parse("√2");
    Surd three = Surd.parse("√3");
    assertRejected(() -> two.plus(three), "√2", "√3");
    assertRejected(() -> two.times(three), "√2", "√3");
    assertEquals(Surd.parse("1+√2"), Surd.parse("1").plus(two));
    assertEquals(Surd.parse("3√2"), two.times(Surd.parse("3")));
  }

  /** (a + b√6)(a − b√6) = a² − 6b², and the laws of a ring. */
  @Test
  void arithmeticIsExact() {
    Random random = new Random(601);
    for (int i = 0; i < 200; i++) {
      Surd x = draw(random);
      Surd y = draw(random);
      Surd z = draw(random);
      assertEquals(x.times(y.plus(z)), x.times(y).plus(x.times(z)));
      assertEquals(x.times(y).times(z), y.times(z).times(x));
      Surd conjugate = new Surd(x.rational(), x.factor().negate(), 6);
      assertEquals(
          Surd.of(
              x.rational()
                  .multiply(x.rational())
                  .subtract(x.factor().multiply(x.factor()).multiply(6))),
          x.times(conjugate));
      double value = x.times(y).toDouble();
      // Three roundings of values that are larger than their product by what cancels.
      double terms =
          (Math.abs(x.rational().doubleValue()) + Math.abs(x.factor().doubleValue() * 2.5))
              * (Math.abs(y.rational().doubleValue()) + Math.abs(y.factor().doubleValue() * 2.5));
      assertEquals(x.toDouble() * y.toDouble(), value, 3 * Math.ulp(terms));
    }
  }

  private static Surd draw(Random random) {
    return surd(random.nextInt(99) - 49, random.nextInt(99) - 49, 1 + random.nextInt(30));
  }

  /** √6 to 30 digits is 2.44948974278317809819728407471; 5 − 2√6 cancels two digits. */
  @Test
  void valuesAreRoundedOnce() {
    assertEquals(
        Double.parseDouble("2.44948974278317809819728407471"), Surd.parse("√6").toDouble());
    assertEquals(
        Double.parseDouble("0.10102051443364380360543185059"), Surd.parse("5-2√6").toDouble());
    assertEquals(1 / 3.0, Surd.parse("1/3").toDouble());
  }
}
