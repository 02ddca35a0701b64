package deeplinear.network;

import static deeplinear.fixture.Exact.q;
import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.CayleyTransform;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.fixture.Exact;
import deeplinear.fixture.RandomExact;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class ChainTest {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;
  private static final RandomExact DRAW = new RandomExact(150);
  private static final List<RationalMatrix> BASES = List.of(rotation(3), rotation(2), rotation(4));
  private static final List<BigFraction> FIRST = List.of(q(1, 2), q(-3, 1));
  private static final List<BigFraction> SECOND = List.of(q(5, 1), q(2, 3));
  private static final RationalMatrix CORE = DRAW.matrix(4, 3);

  private static RationalMatrix rotation(int n) {
    return CayleyTransform.of(DRAW.skew(n));
  }

  private static RationalMatrix diagonal(int m, int n, List<BigFraction> x) {
    return Exact.build(m, n, (i, j) -> i.equals(j) && i < x.size() ? x.get(i) : BigFraction.ZERO);
  }

  @Test
  void theInstanceIsTheProductOfItsFactors() {
    Instance instance = new Chain(BASES, List.of(FIRST, SECOND), CORE).instance();
    assertEquals(Architecture.of(3, 2, 4), instance.architecture());
    assertEquals(conjugated(1, diagonal(2, 3, FIRST), 0), instance.weights().layer(1));
    assertEquals(conjugated(2, diagonal(4, 2, SECOND), 1), instance.weights().layer(2));
    assertEquals(conjugated(2, CORE, 0), instance.target().matrix());
    assertTrue(instance.isWhitened());
  }

  private static RationalMatrix conjugated(int above, RationalMatrix d, int below) {
    return Exact.product(BASES.get(above), Exact.product(d, Exact.transpose(BASES.get(below))));
  }

  @Test
  void quantitiesByHand() {
    Chain chain = new Chain(BASES, List.of(FIRST, SECOND), CORE);
    assertEquals(2, chain.depth());
    assertEquals(2, chain.modes());
    assertEquals(List.of(CORE.entry(0, 0), CORE.entry(1, 1)), chain.targets());
  }

  @Test
  void balancedChainsHaveEqualDiagonals() {
    assertTrue(new Chain(BASES, List.of(FIRST, FIRST), CORE).isBalanced());
    assertFalse(new Chain(BASES, List.of(FIRST, SECOND), CORE).isBalanced());
  }

  @Test
  void alignedChainsHaveADiagonalCore() {
    RationalMatrix within = diagonal(4, 3, List.of(q(7, 1), q(0, 1)));
    RationalMatrix beyond = diagonal(4, 3, List.of(q(7, 1), q(0, 1), q(1, 1)));
    RationalMatrix off = Q.insert(within, 1, 0, RationalMatrix.identity(1));
    RationalMatrix last = Q.insert(within, 3, 2, RationalMatrix.identity(1));
    assertTrue(new Chain(BASES, List.of(FIRST, SECOND), within).isAligned());
    assertTrue(new Chain(BASES, List.of(FIRST, SECOND), beyond).isAligned());
    assertFalse(new Chain(BASES, List.of(FIRST, SECOND), off).isAligned());
    assertFalse(new Chain(BASES, List.of(FIRST, SECOND), last).isAligned());
  }

  @Test
  void chainsHaveAllModes_ifTheCoreVanishesBeyondThem() {
    List<RationalMatrix> bases = List.of(BASES.get(0), BASES.get(2));
    RationalMatrix within = diagonal(4, 3, List.of(q(7, 1), q(5, 1)));
    RationalMatrix beyond = diagonal(4, 3, List.of(q(7, 1), q(5, 1), q(1, 1)));
    assertTrue(new Chain(bases, List.of(FIRST), within).hasAllModes());
    assertFalse(new Chain(bases, List.of(FIRST), beyond).hasAllModes());
  }

  @Test
  void basesMustBeOrthogonal() {
    RationalMatrix stretched = RationalMatrix.of(new long[][] {{2, 0}, {0, 1}});
    List<RationalMatrix> bases = List.of(BASES.get(0), stretched, BASES.get(2));
    assertRejected(() -> new Chain(bases, List.of(FIRST, SECOND), CORE), stretched.toString());
    RationalMatrix shear = RationalMatrix.of(new long[][] {{1, 1}, {0, 1}});
    List<RationalMatrix> sheared = List.of(BASES.get(0), shear, BASES.get(2));
    assertRejected(() -> new Chain(sheared, List.of(FIRST, SECOND), CORE), shear.toString());
    RationalMatrix wide = RationalMatrix.of(new long[][] {{1, 0}});
    List<RationalMatrix> narrow = List.of(BASES.get(0), wide, BASES.get(2));
    assertRejected(() -> new Chain(narrow, List.of(FIRST, SECOND), CORE), wide.toString());
  }

  @Test
  void thereIsOneDiagonalForEachLayerAllEquallyLong() {
    assertRejected(() -> new Chain(BASES, List.of(FIRST), CORE), "3 bases", "2 diagonals", "not 1");
    List<List<BigFraction>> uneven = List.of(FIRST, FIRST.subList(0, 1));
    assertRejected(() -> new Chain(BASES, uneven, CORE), "equally long");
  }

  @Test
  void partsThatDoNotFitHaveNoInstance() {
    List<BigFraction> three = List.of(q(1, 1), q(1, 1), q(1, 1));
    RationalMatrix small = Q.zeros(2, 2);
    assertThrows(
        IllegalArgumentException.class,
        () -> new Chain(BASES, List.of(three, three), CORE).instance());
    assertThrows(
        IllegalArgumentException.class,
        () -> new Chain(BASES, List.of(FIRST, SECOND), small).instance());
  }

  @Test
  void listsAreCopied() {
    List<RationalMatrix> bases = new ArrayList<>(BASES);
    List<BigFraction> first = new ArrayList<>(FIRST);
    List<List<BigFraction>> diagonals = new ArrayList<>(List.of(first, SECOND));
    Chain chain = new Chain(bases, diagonals, CORE);
    bases.clear();
    first.set(0, q(99, 1));
    diagonals.clear();
    assertEquals(new Chain(BASES, List.of(FIRST, SECOND), CORE), chain);
  }
}
