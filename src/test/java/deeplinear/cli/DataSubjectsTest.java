package deeplinear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.landscape.CriticalPoint;
import deeplinear.network.Chain;
import deeplinear.network.Instance;
import deeplinear.network.Subject;
import deeplinear.theorem.ChainHypotheses;
import deeplinear.theorem.CriticalPointHypotheses;
import deeplinear.theorem.InstanceHypotheses;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataSubjectsTest {

  private static DataSubjects iris(long seed, Integer... hidden) throws IOException {
    return new DataSubjects(
        BundledData.read("iris", List.of(), List.of()), List.of(hidden), seed, 4);
  }

  private static <I extends Subject> List<I> of(DataSubjects subjects, Class<I> kind) {
    return subjects.of(kind).stream().map(Candidate::subject).toList();
  }

  /** Narrower and wider than the 3 outputs and the 4 inputs. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void lambdaBalancedStartsAreWhatTheyAreCalled(int hidden) throws IOException {
    List<Candidate<Instance>> starts =
        iris(7, hidden).of(Instance.class).stream()
            .filter(c -> c.label().equals("λ-balanced start"))
            .toList();
    assertEquals(4, starts.size());
    for (Candidate<Instance> start : starts) {
      assertTrue(InstanceHypotheses.LAMBDA_BALANCED.holdsFor(start.subject()));
    }
    boolean someNotZero =
        starts.stream()
            .anyMatch(
                c ->
                    c.subject().weights().imbalance(1).entry(0, 0).compareTo(BigFraction.ZERO)
                        != 0);
    assertEquals(hidden <= 4, someNotZero);
  }

  @Test
  void criticalPointsAreCritical_forEveryLearnedSet() throws IOException {
    List<CriticalPoint> points = of(iris(7, 3, 3), CriticalPoint.class);
    assertEquals(8, points.stream().map(CriticalPoint::learned).distinct().count());
    assertTrue(points.stream().anyMatch(p -> !p.learned().isTop(p.target().values())));
    assertTrue(points.stream().allMatch(CriticalPointHypotheses.NO_NULL_BLOCKS::holdsFor));
  }

  @Test
  void chainsAreAlignedBalancedAndPositive_withBottleneckOrWithout() throws IOException {
    List<Chain> chains = new ArrayList<>(of(iris(7, 3, 5), Chain.class));
    chains.addAll(of(iris(7, 2), Chain.class));
    for (Chain chain : chains) {
      assertTrue(ChainHypotheses.ALIGNED.holdsFor(chain));
      assertTrue(ChainHypotheses.BALANCED.holdsFor(chain));
      assertTrue(ChainHypotheses.POSITIVE.holdsFor(chain));
    }
  }

  @Test
  void seedDecidesTheStarts() throws IOException {
    assertEquals(of(iris(1, 3), Instance.class), of(iris(1, 3), Instance.class));
    assertTrue(!of(iris(1, 3), Instance.class).equals(of(iris(2, 3), Instance.class)));
  }

  @Test
  void largeNetworksHaveNoCriticalPoints() throws IOException {
    assertEquals(
        Optional.of("not run: 70 weights, at most 60"), iris(1, 10).obstacle(CriticalPoint.class));
    assertTrue(iris(1, 10).of(CriticalPoint.class).isEmpty());
  }
}
