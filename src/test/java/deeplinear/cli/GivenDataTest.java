package deeplinear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.RationalMatrix;
import deeplinear.landscape.SpectralTarget;
import deeplinear.network.DataSet;
import deeplinear.sample.Frame;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class GivenDataTest {

  private static List<Frame> frames(GivenData given) {
    return given.plans(Fake.of(i -> Fake.holds()), 0).stream().map(plan -> plan.frame()).toList();
  }

  /** X = I, so Σ = Y. */
  private static GivenData whitened(long[][] y) {
    int n = y[0].length;
    List<String> inputs = IntStream.range(0, n).mapToObj(k -> "x" + k).toList();
    List<String> targets = IntStream.range(0, y.length).mapToObj(k -> "y" + k).toList();
    return new GivenData(
        new DataSet("d", inputs, targets, RationalMatrix.identity(n), RationalMatrix.of(y)),
        List.of(2));
  }

  @Test
  void irisIsGivenTwice() throws IOException {
    List<Frame> frames =
        frames(new GivenData(BundledData.read("iris", List.of(), List.of()), List.of(5)));
    assertEquals(2, frames.size());
    for (Frame frame : frames) {
      assertEquals("4-5-3", frame.architecture().orElseThrow().toString());
    }
    SpectralTarget spectrum = frames.get(0).spectrum().orElseThrow();
    assertEquals(3, spectrum.rank());
    assertTrue(frames.get(1).spectrum().isEmpty());
  }

  @Test
  void singularValuesAreThoseOfTheTarget_exactWhereTheyAreShort() {
    GivenData given = whitened(new long[][] {{0, 7}, {3, 0}});
    SpectralTarget spectrum = frames(given).get(0).spectrum().orElseThrow();
    assertEquals(List.of(new BigFraction(7), new BigFraction(3)), spectrum.values());
    String remarks = String.join("\n", given.remarks());
    assertEquals("singular values of the whitened target: 7.0000, 3.0000", remarks);
  }

  @Test
  void roundingIsToldWithItsSize() {
    // s² = 15 ± √221.
    GivenData given = whitened(new long[][] {{1, 2}, {3, 4}});
    String remarks = String.join("\n", given.remarks());
    assertTrue(remarks.contains("5.4650, 0.36597"), remarks);
    assertTrue(remarks.contains("rounded by at most 1.0e-05 of themselves"), remarks);
  }

  @Test
  void valuesThatAreDroppedAreTold() {
    String remarks =
        String.join("\n", whitened(new long[][] {{1_000_000_000, 0}, {0, 1}}).remarks());
    assertTrue(remarks.contains("1 more are below 1e-08 of the largest"), remarks);
    assertEquals(
        List.of("the whitened target is zero: it has no modes"),
        whitened(new long[][] {{0, 0}}).remarks());
  }

  @Test
  void inputsThatAreLostAreTold() {
    GivenData given =
        new GivenData(
            new DataSet(
                "d",
                List.of("a", "b"),
                List.of("y"),
                RationalMatrix.of(new long[][] {{1, 2}, {2, 4}}),
                RationalMatrix.of(new long[][] {{3, 5}})),
            List.of(2));
    assertTrue(given.remarks().get(0).contains("1 of 2 inputs remain"), given.remarks().get(0));
    assertEquals(
        "1-2-1, 2-2-1",
        frames(given).stream()
            .map(frame -> frame.architecture().orElseThrow().toString())
            .collect(Collectors.joining(", ")));
  }
}
