package deeplinear.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.Jet;
import deeplinear.algebra.ModularAlgebra;
import deeplinear.algebra.ModularMatrix;
import deeplinear.flow.GradientFlow;
import deeplinear.flow.TaylorSeries;
import deeplinear.network.Architecture;
import deeplinear.network.SecondMoments;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RandomPointTest {

  private static final ModularAlgebra F = ModularAlgebra.MERSENNE;
  private static final Architecture NET = new Architecture(List.of(3, 2, 4, 2));

  private static RandomPoint point(long seed) {
    return RandomPoint.of(new SplittableRandom(seed));
  }

  @Test
  void entriesAreDrawnFromTheWholeField_eachForItself() {
    ModularMatrix a = point(1).matrix(20, 20);
    Set<Long> residues = new HashSet<>();
    int upper = 0;
    for (int i = 0; i < 20; i++) {
      for (int j = 0; j < 20; j++) {
        residues.add(a.entry(i, j));
        upper += a.entry(i, j) > F.modulus() / 2 ? 1 : 0;
      }
    }
    assertEquals(400, residues.size());
    // Of 400 fair coins, 110 or fewer heads come once in 10^19 times.
    assertTrue(upper > 110 && upper < 290, "upper half: " + upper);
    assertEquals(20, F.rank(a));
    assertFalse(F.areEqual(a, point(2).matrix(20, 20)));
    assertTrue(F.areEqual(a, point(1).matrix(20, 20)));
  }

  @Test
  void shapesAreThoseOfTheArchitecture() {
    RandomPoint point = point(3);
    assertEquals(NET, point.weights(NET).architecture());
    assertEquals(NET, point.chain(NET, 2).weights().architecture());
    assertEquals(2, point.whitened(NET).outputs());
    assertEquals(3, point.whitened(NET).inputs());
    SecondMoments<ModularMatrix> raw = point.raw(NET, 5);
    assertEquals(3, F.rank(raw.moment()));
    assertEquals(2, F.rank(point.raw(NET, 2).moment()));
    assertTrue(F.areEqual(raw.moment(), F.transpose(raw.moment())));
  }

  @Test
  void basesAreOrthogonal_butNoPermutations() {
    for (int n = 1; n <= 8; n++) {
      ModularMatrix q = point(n).orthogonal(n);
      assertTrue(F.areEqual(F.identity(n), F.multiply(F.transpose(q), q)));
      assertEquals(n, F.rank(q));
      assertEquals(n == 1, F.areEqual(q, F.identity(n)));
    }
  }

  /** What is true of all networks is true here, and what is not is not. */
  @Test
  void imbalancesAreConstantAlongTheFlow_andSomeProductIsNot() {
    RandomPoint point = point(4);
    for (Target<ModularMatrix> target :
        List.<Target<ModularMatrix>>of(point.whitened(NET), point.raw(NET, 4))) {
      Weights<Jet<ModularMatrix>> w =
          TaylorSeries.of(target, point.weights(NET), GradientFlow.INSTANCE, 4);
      for (int i = 1; i < NET.depth(); i++) {
        assertTrue(w.imbalance(i).coefficients().stream().skip(1).allMatch(F::isZero));
      }
      assertTrue(w.endToEnd().coefficients().stream().noneMatch(F::isZero));
    }
  }

  /** Q_iᵀ W_i(t) Q_{i−1} is diagonal for all times, and no layer is. */
  @Test
  void chainsStayDiagonalInTheirBases() {
    DiagonalPoint chain = point(5).chain(NET, 2);
    Weights<Jet<ModularMatrix>> w =
        TaylorSeries.of(chain.target(), chain.weights(), GradientFlow.INSTANCE, 3);
    for (int i = 1; i <= NET.depth(); i++) {
      for (ModularMatrix c : w.layer(i).coefficients()) {
        ModularMatrix above = F.transpose(chain.bases().get(i));
        ModularMatrix rotated = F.multiply(F.multiply(above, c), chain.bases().get(i - 1));
        assertTrue(isDiagonal(rotated));
        assertFalse(isDiagonal(c));
        assertEquals(2, F.rank(c));
      }
    }
  }

  private static boolean isDiagonal(ModularMatrix a) {
    for (int i = 0; i < F.rows(a); i++) {
      for (int j = 0; j < F.columns(a); j++) {
        if (i != j && a.entry(i, j) != 0) {
          return false;
        }
      }
    }
    return true;
  }
}
