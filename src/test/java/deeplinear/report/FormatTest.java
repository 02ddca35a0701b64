package deeplinear.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {

  @ParameterizedTest
  @CsvSource({
    "1, 100 %",
    "0.9999, 100 %",
    "0.0227621, 2.3 %",
    "0.5, 50 %",
    "0.02, 2 %",
    "0.00046041, 0.047 %",
    "4.6e-9, 4.6e-07 %",
    "0, 0 %",
  })
  void percentagesAreRoundedUp(double probability, String expected) {
    assertEquals(expected, Format.percent(probability));
  }

  @ParameterizedTest
  @CsvSource({"0, 0 ms", "999, 999 ms", "1000, 1.0 s", "119900, 119.9 s", "600000, 10 min"})
  void timesHaveFittingUnits(long millis, String expected) {
    assertEquals(expected, Format.time(millis));
  }

  @ParameterizedTest
  @CsvSource({"FLIPPED_SIGN, flipped sign", "SLOWED, slowed", "gradient flow W, gradient flow W"})
  void lawsAreWords(String name, String expected) {
    assertEquals(expected, Format.law(name));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "-1, -1", "0.9994, 0.999", "1.4e-7, 1.40e-07", ", not finite"})
  void marginsHaveThreeDigits(Double margin, String expected) {
    assertEquals(expected, Format.margin(margin));
  }
}
