package deeplinear.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.landscape.BlockPoint;
import deeplinear.landscape.PointKind;
import deeplinear.landscape.Strictness;
import deeplinear.network.Chain;
import deeplinear.network.Graph;
import deeplinear.network.Instance;
import deeplinear.network.Subject;
import deeplinear.sample.Chains;
import deeplinear.sample.CriticalPoints;
import deeplinear.sample.Draw;
import deeplinear.sample.Generator;
import deeplinear.sample.Graphs;
import deeplinear.sample.Instances;
import deeplinear.theorem.Registry;
import deeplinear.theorem.Theorem;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;

/** What the generators can produce, and that they build all hypotheses in. */
class GeneratorProperties {

  private static final int DRAWS = 1000;

  /** Each stratum makes up at least this part of the draws. */
  private static final double RAREST = 0.01;

  private static final String[] NETWORK_STRATA = {
    "depth 2",
    "depth ≥ 3",
    "bottleneck",
    "rank-deficient target",
    "repeated singular values",
    "tiny scale",
    "huge scale",
    "1 × N",
    "zero layer",
    "full-precision entries"
  };

  /** Draws from a generator; every claim's hypotheses hold, and every stratum occurs. */
  private static <I extends Subject> void produces(
      Random random, Class<I> kind, Generator<I> generator, String[] strata, String... claims) {
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < DRAWS; i++) {
      I subject = generator.next(new Draw(random));
      for (String claim : claims) {
        Theorem<I> theorem = Registry.find(claim, kind);
        assertEquals(List.of(), theorem.missing(subject), claim);
      }
      Stratum.labels(subject).forEach(label -> counts.merge(label, 1, Integer::sum));
    }
    for (String stratum : strata) {
      int count = counts.getOrDefault(stratum, 0);
      assertTrue(count >= RAREST * DRAWS, () -> stratum + " only " + count + " times of " + DRAWS);
    }
  }

  @Once
  void instancesCanBeOfEveryStratum(@ForAll Random random) {
    String[] all = Arrays.copyOf(NETWORK_STRATA, NETWORK_STRATA.length + 2);
    all[all.length - 2] = "depth 1";
    all[all.length - 1] = "raw data";
    produces(random, Instance.class, Instances.any(1, 4), all, "lyapunov/monotone-loss");
  }

  @Once
  void deepInstancesCanBeOfEveryStratum(@ForAll Random random) {
    produces(
        random,
        Instance.class,
        Instances.any(2, 4),
        NETWORK_STRATA,
        "conservation/imbalance",
        "conservation/quadratic-invariants-of-gauss");
  }

  @Once
  void convergentInstancesCanBeOfEveryStratumButScale(@ForAll Random random) {
    String[] strata = {
      "depth 1",
      "depth 2",
      "depth ≥ 3",
      "bottleneck",
      "rank-deficient target",
      "repeated singular values",
      "1 × N",
      "full-precision entries"
    };
    produces(
        random,
        Instance.class,
        Instances.convergent(1, 4),
        strata,
        "lyapunov/limit-loss-is-critical-value");
  }

  @Once
  void graphsCanBeOfEveryStratum(@ForAll Random random) {
    produces(
        random,
        Graph.class,
        Graphs.layered(),
        NETWORK_STRATA,
        "structure/adjacency-gradient",
        "structure/nilpotent",
        "structure/isospectral");
  }

  @Once
  void specialInstancesMeetTheirHypotheses(@ForAll Random random) {
    String[] strata = {"depth 2", "1 × N"};
    Class<Instance> kind = Instance.class;
    produces(random, kind, Instances.lambdaBalanced(), strata, "learning/riccati");
    produces(random, kind, Instances.imbalanced(), strata, "convergence/imbalance-rate");
    produces(
        random,
        kind,
        Instances.nearMinimum(2, 4),
        new String[] {"depth 2", "depth ≥ 3", "1 × N", "full-precision entries"},
        "convergence/certificate");
    produces(
        random,
        kind,
        Instances.randomStarts(),
        new String[] {"bottleneck", "rank-deficient target", "1 × N"},
        "convergence/almost-sure-global");
  }

  @Once
  void chainsCanBeOfEveryDepth(@ForAll Random random) {
    String[] strata = {"depth 1", "depth 2", "depth ≥ 3", "1 × N", "bottleneck"};
    Class<Chain> kind = Chain.class;
    produces(random, kind, Chains.aligned(), strata, "manifolds/aligned-invariant");
    produces(random, kind, Chains.balanced(), strata, "learning/mode-equation");
  }

  @Once
  void criticalPointsCanBeOfEveryStratum(@ForAll Random random) {
    String[] strata = {
      "depth 2",
      "depth ≥ 3",
      "bottleneck",
      "rank-deficient target",
      "repeated singular values",
      "1 × N",
      "zero layer"
    };
    Class<BlockPoint> kind = BlockPoint.class;
    produces(
        random,
        kind,
        CriticalPoints.any(),
        strata,
        "landscape/critical-values",
        "saddles/strictness",
        "quotient/orbit-closure");
    produces(random, kind, CriticalPoints.notGlobal(), strata, "landscape/no-spurious-minimum");
    produces(
        random,
        kind,
        CriticalPoints.generic(),
        new String[] {"depth 2", "depth ≥ 3", "bottleneck", "1 × N"},
        "saddles/inertia");
  }

  @Once
  void criticalPointsCanBeOfEveryType(@ForAll Random random) {
    Map<PointKind, Integer> counts = new HashMap<>();
    int withNullBlocks = 0;
    for (int i = 0; i < DRAWS; i++) {
      BlockPoint point = CriticalPoints.any().next(new Draw(random));
      counts.merge(Strictness.BY_BOTH_BLOCKS.classify(point), 1, Integer::sum);
      for (int j = 1; j <= point.depth(); j++) {
        if (!point.isNull(j)) {
          withNullBlocks++;
          break;
        }
      }
    }
    for (PointKind type : PointKind.values()) {
      assertTrue(counts.getOrDefault(type, 0) >= RAREST * DRAWS, () -> type + " in " + counts);
    }
    assertTrue(withNullBlocks >= RAREST * DRAWS);
  }
}
