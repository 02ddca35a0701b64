package deeplinear.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.Inertia;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.landscape.BlockPoint;
import deeplinear.landscape.PointKind;
import deeplinear.landscape.Strictness;
import deeplinear.network.Architecture;
import deeplinear.network.Chain;
import deeplinear.network.Instance;
import deeplinear.network.Subject;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** How much of what is drawn can surprise: shares of the default draws. */
class SharesTest {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  private static final int CASES = 1000;

  private static <I> List<I> draw(Source<I> source) {
    return IntStream.range(0, CASES)
        .mapToObj(n -> source.stratum(n).generator().next(new Draw(new Random(7919L * n + 11))))
        .toList();
  }

  private static <I> void assertShare(double least, List<I> cases, Predicate<I> test) {
    long count = cases.stream().filter(test).count();
    assertTrue(
        count >= least * cases.size(), () -> count + " of " + cases.size() + ", not " + least);
  }

  /** Whether there are entries other than 0, 1 and −1, the entries of signed permutations. */
  private static boolean turns(RationalMatrix orthogonal) {
    return orthogonal.entries().stream().anyMatch(x -> !x.getDenominator().equals(BigInteger.ONE));
  }

  private static void assertSizes(List<? extends Subject> cases) {
    List<Architecture> all = cases.stream().map(s -> s.instance().architecture()).toList();
    assertShare(0.1, all, a -> a.widths().contains(8));
    assertShare(0.1, all, a -> a.depth() >= 5);
    assertShare(0.1, all, a -> a.depth() == 2);
    assertEquals(6, all.stream().mapToInt(Architecture::depth).max().orElseThrow());
  }

  @Test
  void instancesHaveRankTwo() {
    List<Instance> cases = draw(Instances.any(2, 6));
    assertShare(
        0.6, cases, i -> Q.rank(i.weights().endToEnd()) >= 2 && Q.rank(i.target().matrix()) >= 2);
    assertShare(0.15, cases, i -> !i.isWhitened());
    assertSizes(cases);
  }

  @Test
  void criticalPointsAreOfAllKinds() {
    List<BlockPoint> cases = draw(CriticalPoints.any());
    assertSizes(cases);
    assertShare(0.6, cases, p -> p.values().largest() >= 2);
    assertShare(0.4, cases, SharesTest::hasNullBlock);
    assertShare(0.4, cases.stream().filter(p -> p.depth() == 2).toList(), SharesTest::hasNullBlock);
    assertShare(0.02, cases, BlockPoint::isGlobalMinimum);
    assertShare(
        0.1,
        cases,
        p ->
            p.learned().size() >= 1
                && Strictness.BY_BOTH_BLOCKS.classify(p) == PointKind.NON_STRICT_SADDLE);
    assertShare(0.25, cases, p -> !p.learned().isTop(p.target().values()));
  }

  private static boolean hasNullBlock(BlockPoint point) {
    return !point.nullBlocks().stream().allMatch(Q::isZero);
  }

  @Test
  void basesAndGaugesTurn() {
    List<BlockPoint> cases = draw(CriticalPoints.any());
    List<RationalMatrix> gauges =
        cases.stream().flatMap(p -> p.gauges().stream()).filter(g -> g.rows() > 1).toList();
    assertShare(0.5, gauges, g -> !Q.multiply(g, Q.transpose(g)).equals(Q.identity(g.rows())));
    List<RationalMatrix> bases =
        cases.stream().map(p -> p.target().left()).filter(u -> u.rows() > 1).toList();
    assertShare(0.3, bases, SharesTest::turns);
  }

  @Test
  void chainsHaveTwoModes_andAreNotAlwaysBalanced() {
    for (Source<Chain> source : List.of(Chains.aligned(), Chains.balanced())) {
      List<Chain> cases = draw(source);
      assertShare(0.6, cases, c -> c.modes() >= 2);
      assertShare(0.5, cases, c -> c.bases().stream().anyMatch(SharesTest::turns));
    }
    assertShare(0.5, draw(Chains.aligned()), c -> !c.isBalanced());
    assertShare(1, draw(Chains.balanced()), Chain::isBalanced);
  }

  @Test
  void imbalancesAreOfBothSigns() {
    List<Instance> cases = draw(LambdaBalancedStarts.all());
    for (int sign : new int[] {-1, 1}) {
      assertShare(
          0.25,
          cases,
          i -> i.weights().imbalance(1).entry(0, 0).compareTo(BigFraction.ZERO) == sign);
    }
    assertShare(0.5, draw(ImbalancedStarts.all()), SharesTest::hasBothSigns);
  }

  private static boolean hasBothSigns(Instance instance) {
    Inertia inertia = Inertia.of(instance.weights().imbalance(1));
    return inertia.positive() >= instance.architecture().outputs()
        && inertia.negative() >= instance.architecture().inputs();
  }

  @Test
  void everyLearnedSetOfSmallNetworksIsReached() {
    Set<String> reached =
        draw(Source.of("small", 1, SaddleStarts.small())).stream()
            .filter(i -> i.architecture().toString().equals("3-3-3"))
            .map(i -> pattern(i.weights().endToEnd()))
            .collect(Collectors.toSet());
    assertEquals(8, reached.size(), reached::toString);
  }

  private static String pattern(RationalMatrix w) {
    return IntStream.range(0, 3)
        .mapToObj(k -> w.entry(k, k).equals(BigFraction.ZERO) ? "0" : "1")
        .collect(Collectors.joining());
  }
}
