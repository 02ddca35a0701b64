package deeplinear.claim;

import static deeplinear.fixture.Exact.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.ExactAlgebra;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.ResidueAlgebra;
import deeplinear.evidence.Status;
import deeplinear.evidence.Verdict;
import deeplinear.flow.GradientFlow;
import deeplinear.network.Architecture;
import deeplinear.network.Graph;
import deeplinear.network.Instance;
import deeplinear.network.SecondMoments;
import deeplinear.network.Weights;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class ExactArithmeticTest {

  private static RationalMatrix part(long denominator) {
    return RationalMatrix.scalar(q(1, denominator));
  }

  @Test
  void denominatorsOfAtMostEightBitsAreKept() {
    assertEquals(
        RationalAlgebra.INSTANCE,
        ExactArithmetic.of(List.of(part(255), part(7)), Laboratory.STANDARD));
    assertResidues(ExactArithmetic.of(List.of(part(255), part(256)), Laboratory.STANDARD));
  }

  private static void assertResidues(ExactAlgebra<?> algebra) {
    assertTrue(algebra instanceof ResidueAlgebra, algebra::name);
  }

  @Test
  void targetAndAllLayersAreAsked() {
    assertEquals(
        RationalAlgebra.INSTANCE, ExactArithmetic.of(instance(3, 3, 3), Laboratory.STANDARD));
    assertResidues(ExactArithmetic.of(instance(999, 3, 3), Laboratory.STANDARD));
    assertResidues(ExactArithmetic.of(instance(3, 3, 999), Laboratory.STANDARD));
    Weights<RationalMatrix> weights = weights(part(3), part(3));
    SecondMoments<RationalMatrix> raw = SecondMoments.exact(part(999), part(3), part(1));
    assertResidues(ExactArithmetic.of(new Instance(raw, weights), Laboratory.STANDARD));
  }

  private static Weights<RationalMatrix> weights(RationalMatrix... layers) {
    return new Weights<>(RationalAlgebra.INSTANCE, List.of(layers));
  }

  private static Instance instance(long target, long first, long second) {
    return Instance.whitened(part(target), weights(part(first), part(second)));
  }

  @Test
  void theChoiceIsSaidInWords() {
    assertEquals("in rationals", ExactArithmetic.describe(RationalAlgebra.INSTANCE));
    ExactAlgebra<?> residues = ExactArithmetic.of(List.of(part(999)), Laboratory.STANDARD);
    assertTrue(
        ExactArithmetic.describe(residues)
            .matches("modulo the random prime \\d{19}: error probability at most 0.0e\\+00"));
  }

  /** The data alone must not choose it: they could be made for it. */
  @Test
  void theSeedOfTheRunDrawsThePrime() {
    Set<String> primes = new TreeSet<>();
    for (int seed = 0; seed < 9; seed++) {
      Laboratory run = Laboratory.STANDARD.seeded(seed);
      ExactAlgebra<?> once = ExactArithmetic.of(List.of(part(999)), run);
      primes.add(ExactArithmetic.describe(once));
      ExactAlgebra<?> again = ExactArithmetic.of(List.of(part(999)), run);
      assertEquals(ExactArithmetic.describe(once), ExactArithmetic.describe(again));
    }
    assertEquals(9, primes.size());
    Laboratory other = Laboratory.STANDARD.seeded(7).refinedBy(2).with(GradientFlow.INSTANCE);
    assertEquals(7, other.seed());
  }

  /**
   * A two-cycle with weights p = 2^61 − 1: its traces do not vanish, but do so modulo p. A long
   * denominator elsewhere must not hide that.
   */
  @Test
  void spectraThatMoveAreSeen_alsoModuloAPrime() {
    long p = (1L << 61) - 1;
    RationalMatrix a = RationalMatrix.of(new long[][] {{p, p}, {p, 0}});
    for (BigFraction corner : List.of(BigFraction.ONE, q(1, 1024))) {
      RationalMatrix e = RationalMatrix.diagonal(2, 2, List.of());
      e = RationalAlgebra.INSTANCE.insert(e, 1, 0, RationalMatrix.scalar(corner));
      Graph graph = new Graph(new Architecture(List.of(1, 1)), a, e);
      Verdict verdict =
          Claims.find("structure/isospectral", Graph.class).check(graph, Laboratory.STANDARD);
      assertEquals(Status.VIOLATED, verdict.status(), verdict.toString());
    }
  }
}
