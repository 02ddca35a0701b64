package deeplinear.theorem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import deeplinear.evidence.Status;
import deeplinear.network.Instance;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A fault in the law of motion must show wherever a theorem speaks of motion. */
class WrongLawTest {

  /** Asks only whether the loss ends low, and takes seconds to give up. */
  private static final String SLOW = "convergence/almost-sure-global";

  private static void assertViolated(WrongLaw law, String... expected) {
    Set<String> violated = new TreeSet<>();
    for (String id : Specimens.valid().keySet()) {
      if (!id.equals(SLOW)
          && Checks.check(id, Specimens.valid(id), Laboratory.STANDARD.with(law)).status()
              == Status.VIOLATED) {
        violated.add(id);
      }
    }
    assertEquals(new TreeSet<>(Set.of(expected)), violated);
  }

  @Test
  void aFlippedSignIsSeenByAllThatMoves() {
    assertViolated(
        WrongLaw.FLIPPED_SIGN,
        "structure/adjacency-gradient",
        "structure/nilpotent",
        "conservation/imbalance",
        "conservation/quadratic-invariants-of-gauss",
        "lyapunov/monotone-loss",
        "manifolds/aligned-invariant",
        "learning/mode-equation",
        "learning/riccati",
        "convergence/imbalance-rate",
        "convergence/certificate");
  }

  /** The loss falls only faster, so that its upper bound stays true. */
  @Test
  void aDoubledLayerIsSeenByAllThatMovesExceptUpperBounds() {
    assertViolated(
        WrongLaw.DOUBLED_LAYER,
        "structure/adjacency-gradient",
        "structure/nilpotent",
        "conservation/imbalance",
        "conservation/quadratic-invariants-of-gauss",
        "lyapunov/monotone-loss",
        "manifolds/aligned-invariant",
        "learning/mode-equation",
        "learning/riccati");
  }

  /** Imbalances are conserved for whatever stands in the place of R. */
  @Test
  void aTransposedResidualIsSeenAtCriticalPointsTooButNotByImbalances() {
    assertViolated(
        WrongLaw.TRANSPOSED_RESIDUAL,
        "structure/adjacency-gradient",
        "structure/nilpotent",
        "lyapunov/monotone-loss",
        "landscape/critical-values",
        "quotient/orbit-closure",
        "manifolds/aligned-invariant",
        "learning/mode-equation",
        "learning/riccati",
        "convergence/certificate");
  }

  /** Far from balance α = w_2² is all but attained, so that a slower flow misses the bound. */
  @Test
  void aSlowedFlowMissesItsRate() {
    String id = "convergence/imbalance-rate";
    Instance sharp = Specimens.scalars(1, 0, 10);
    assertEquals(Status.HOLDS, Checks.check(id, sharp, Laboratory.STANDARD).status());
    assertEquals(
        Status.VIOLATED,
        Checks.check(id, sharp, Laboratory.STANDARD.with(WrongLaw.SLOWED)).status());
  }
}
