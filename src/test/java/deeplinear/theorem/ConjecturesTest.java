package deeplinear.theorem;

import static deeplinear.fixture.RandomPoints.numbers;
import static deeplinear.theorem.Specimens.matrix;
import static deeplinear.theorem.Specimens.scalars;
import static deeplinear.theorem.Specimens.weights;
import static org.junit.jupiter.api.Assertions.assertEquals;

import deeplinear.evidence.Grade;
import deeplinear.evidence.Status;
import deeplinear.evidence.Verdict;
import deeplinear.landscape.BlockPoint;
import deeplinear.landscape.LearnedSet;
import deeplinear.landscape.SpectralTarget;
import deeplinear.network.Instance;
import deeplinear.network.Subject;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** False conjectures fail on their smallest witnesses, and hold where they are true. */
class ConjecturesTest {

  private static final String STRICT = "conjectures/all-saddles-are-strict";
  private static final String RANK = "conjectures/rank-is-conserved";
  private static final String UNBOUNDED = "conjectures/every-critical-fiber-is-unbounded";

  private static final String EXPLICIT = "conjectures/explicit-runge-kutta-conserves-imbalance";

  private static void assertStatus(Status expected, String id, Subject subject) {
    Verdict verdict = Checks.check(id, subject, Laboratory.STANDARD);
    assertEquals(expected, verdict.status(), verdict::toString);
    assertEquals(Grade.EXACT, verdict.grade());
    assertEquals(List.of(), Checks.missing(id, subject));
  }

  private static BlockPoint plain(
      int outputs, int inputs, List<BigFraction> s, LearnedSet learned, Integer... hidden) {
    return BlockPoint.plain(
        SpectralTarget.diagonal(outputs, inputs, s), learned, List.of(hidden));
  }

  @Test
  void saddlesAreStrictAtDepthTwoButNotTheOriginAtDepthThree() {
    assertStatus(Status.HOLDS, STRICT, plain(1, 1, numbers(2), LearnedSet.of(), 1));
    assertStatus(Status.VIOLATED, STRICT, plain(1, 1, numbers(2), LearnedSet.of(), 1, 1));
    assertStatus(Status.HOLDS, STRICT, plain(2, 2, numbers(2, 1), LearnedSet.of(2), 2, 2));
  }

  @Test
  void rankGrowsFromAZeroLayerBesideAnother() {
    assertStatus(Status.VIOLATED, RANK, scalars(2, 0, 1));
    assertStatus(Status.VIOLATED, RANK, scalars(2, 1, 0));
    assertStatus(Status.HOLDS, RANK, scalars(2, 0, 0));
    assertStatus(Status.HOLDS, RANK, scalars(2, 1, 1));
    assertStatus(Status.HOLDS, RANK, scalars(2, 0, 0, 1));
  }

  /** W_1 = [[1, 0], [0, 0]] moves by W_2ᵀ R, whose entries outside both kernels do not count. */
  @Test
  void onlyTheMotionBetweenTheKernelsCounts() {
    assertStatus(Status.HOLDS, RANK, between(new long[] {5, 7}, new long[] {3, 0}));
    assertStatus(Status.VIOLATED, RANK, between(new long[] {0, 0}, new long[] {0, 3}));
  }

  private static Instance between(long[] upper, long[] lower) {
    return Instance.whitened(
        matrix(upper, lower),
        weights(
            matrix(new long[] {1, 0}, new long[] {0, 0}),
            matrix(new long[] {1, 0}, new long[] {0, 1})));
  }

  @Test
  void theFiberOfTheOriginIsAPointForInvertibleTargetsAtDepthTwo() {
    assertStatus(Status.VIOLATED, UNBOUNDED, plain(1, 1, numbers(2), LearnedSet.of(), 1));
    assertStatus(Status.VIOLATED, UNBOUNDED, plain(2, 2, numbers(2, 1), LearnedSet.of(), 3));
  }

  @Test
  void allOtherFibersAreUnbounded() {
    assertStatus(Status.HOLDS, UNBOUNDED, plain(1, 1, numbers(2), LearnedSet.of(1), 1));
    assertStatus(Status.HOLDS, UNBOUNDED, plain(1, 1, numbers(2), LearnedSet.of(), 1, 1));
    assertStatus(Status.HOLDS, UNBOUNDED, plain(2, 2, numbers(2), LearnedSet.of(), 1));
    assertStatus(Status.HOLDS, UNBOUNDED, plain(2, 1, numbers(2), LearnedSet.of(), 1));
    assertStatus(Status.HOLDS, UNBOUNDED, plain(1, 2, numbers(2), LearnedSet.of(), 1));
    assertStatus(Status.HOLDS, UNBOUNDED, plain(3, 3, numbers(3, 2, 1), LearnedSet.of(2), 3));
  }

  /** Equal layers move equally, and resting ones not at all. */
  @Test
  void explicitStepsKeepOnlyWhatSymmetryKeeps() {
    assertStatus(Status.VIOLATED, EXPLICIT, scalars(1, 0, 1));
    assertStatus(Status.VIOLATED, EXPLICIT, Specimens.deep());
    assertStatus(Status.HOLDS, EXPLICIT, scalars(3, 1, 1, 1));
    assertStatus(Status.HOLDS, EXPLICIT, scalars(6, 2, 3));
    assertStatus(Status.HOLDS, EXPLICIT, scalars(6, 0, 0, 5));
  }
}
