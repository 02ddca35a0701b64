package deeplinear.landscape;

import static deeplinear.fixture.Exact.q;
import static deeplinear.fixture.RandomPoints.numbers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.JetAlgebra;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.fixture.Exact;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** Null blocks that do not vanish, but whose products do. */
class GrowthTest {

  private static final RationalMatrix NONE = RationalMatrix.zeros(2, 2);
  private static final RationalMatrix UP = RationalMatrix.of(new long[][] {{1, 0}, {0, 0}});
  private static final RationalMatrix TURN = RationalMatrix.of(new long[][] {{0, -1}, {0, 0}});
  private static final RationalMatrix LOW = RationalMatrix.of(new long[][] {{0, 0}, {0, 3}});

  /** Depth 4 or 5, nothing learned, all widths 2. */
  private static CriticalPoint point(RationalMatrix... blocks) {
    List<Integer> hidden = Stream.generate(() -> 2).limit(blocks.length - 1L).toList();
    return CriticalPoint.plain(
            SpectralTarget.diagonal(2, 2, numbers(5, 2)), LearnedSet.of(), hidden)
        .withNullBlocks(List.of(blocks));
  }

  private static List<BigFraction> fall(CriticalPoint point) {
    EscapePath escape = EscapePath.from(point);
    JetAlgebra<RationalMatrix> jets = new JetAlgebra<>(RationalAlgebra.INSTANCE, escape.order());
    return point.instance().target(jets).loss(escape.path()).coefficients().stream()
        .skip(1)
        .map(RationalMatrix::toScalar)
        .toList();
  }

  @Test
  void lossFallsFirstAtTheOrderForEveryArrangementOfBlocks() {
    List<RationalMatrix> blocks = List.of(NONE, UP, TURN, LOW);
    int vanishingProducts = 0;
    for (int code = 0; code < 1 << 10; code++) {
      RationalMatrix[] z = new RationalMatrix[5];
      for (int i = 0; i < 5; i++) {
        z[i] = blocks.get(code >> (2 * i) & 3);
      }
      CriticalPoint point = point(z);
      if (!point.hasTwoVanishingBlocks()) {
        continue;
      }
      List<BigFraction> fall = fall(point);
      int last = fall.size() - 1;
      assertTrue(
          fall.subList(0, last).stream().allMatch(BigFraction.ZERO::equals)
              && fall.get(last).compareTo(BigFraction.ZERO) < 0,
          () -> point.nullBlocks() + ": " + fall);
      vanishingProducts +=
          Growth.of(point).stream().anyMatch(g -> !point.isNull(g.layer())) ? 1 : 0;
    }
    assertTrue(vanishingProducts > 50, "only " + vanishingProducts + " vanishing products");
  }

  @Test
  void aVanishingProductOfTwoBlocksIsBridgedByOneOfThem() {
    // Z_3 Z_2 = 0: layers 1 and 4 move at ε², layer 3 at ε, and L falls by s_1 ε⁵.
    assertTrue(RationalAlgebra.INSTANCE.isZero(Exact.product(LOW, UP)));
    CriticalPoint point = point(NONE, UP, LOW, NONE);
    assertEquals(List.of(1, 3, 4), Growth.of(point).stream().map(Growth::layer).toList());
    assertEquals(List.of(q(0, 1), q(0, 1), q(0, 1), q(0, 1), q(-5, 1)), fall(point));
  }

  @Test
  void blocksThatDoNotVanishAreKeptWhereTheirProductDoesNot() {
    CriticalPoint point = point(NONE, UP, NONE, LOW);
    assertEquals(List.of(1, 3), Growth.of(point).stream().map(Growth::layer).toList());
    assertEquals(2, EscapePath.from(point).order());
    // ⟨Σ, Z_4 δ_3 Z_2 δ_1⟩ through u_2 and v_2: s_2 · 3 · 1.
    assertEquals(List.of(q(0, 1), q(-2 * 3, 1)), fall(point));
  }

  @Test
  void aNegativeProductIsMetByANegativeChange() {
    CriticalPoint point = point(NONE, TURN, NONE);
    assertEquals(
        List.of(BigFraction.MINUS_ONE, BigFraction.ONE),
        Growth.of(point).stream().map(Growth::sign).toList());
    assertTrue(fall(point).get(1).compareTo(BigFraction.ZERO) < 0);
  }

  @Test
  void aDirectionIsOneEntryBetweenTheGauges() {
    RationalMatrix shear = RationalMatrix.of(new long[][] {{1, 0}, {4, 1}});
    CriticalPoint point =
        new CriticalPoint(
            SpectralTarget.diagonal(2, 2, numbers(5, 2)),
            LearnedSet.of(1),
            List.of(shear),
            List.of(RationalMatrix.zeros(1, 1), RationalMatrix.zeros(1, 1)));
    assertEquals(
        "[[0, 0], [0, -1]]",
        new Growth(1, 0, 0, BigFraction.MINUS_ONE).direction(point).toString());
    assertEquals(
        "[[0, 0], [-4, 1]]", new Growth(2, 0, 0, BigFraction.ONE).direction(point).toString());
  }
}
