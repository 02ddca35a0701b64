package deeplinear.theorem;

import static deeplinear.fixture.RandomPoints.numbers;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.fixture.Exact;
import deeplinear.fixture.RandomPoints;
import deeplinear.landscape.BlockPoint;
import deeplinear.landscape.LearnedSet;
import deeplinear.landscape.SpectralTarget;
import deeplinear.network.Chain;
import deeplinear.network.Graph;
import deeplinear.network.Instance;
import deeplinear.network.RawData;
import deeplinear.network.Subject;
import deeplinear.network.Weights;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.fraction.BigFraction;

/** One subject for each theorem that meets all its hypotheses, and parts of others that do not. */
final class Specimens {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  private Specimens() {}

  static RationalMatrix matrix(long[]... rows) {
    return RationalMatrix.of(rows);
  }

  static Weights<RationalMatrix> weights(RationalMatrix... layers) {
    return new Weights<>(Q, List.of(layers));
  }

  /** A network of width 1. */
  static Instance scalars(long target, long... layers) {
    RationalMatrix[] w =
        Arrays.stream(layers).mapToObj(x -> matrix(new long[] {x})).toArray(RationalMatrix[]::new);
    return Instance.whitened(matrix(new long[] {target}), weights(w));
  }

  /** Widths 2-2-2, without symmetry. */
  static Instance deep() {
    return Instance.whitened(
        matrix(new long[] {3, 1}, new long[] {-1, 2}),
        weights(
            matrix(new long[] {1, 2}, new long[] {0, 1}),
            matrix(new long[] {1, 0}, new long[] {-1, 1})));
  }

  /** Widths 2-2-2 with W_2ᵀW_2 − W_1W_1ᵀ = −I. */
  static Instance lambdaBalanced() {
    return Instance.whitened(
        matrix(new long[] {3, 1}, new long[] {0, 2}),
        weights(
            Exact.scaled(Exact.q(5, 4), matrix(new long[] {1, 0}, new long[] {0, 1})),
            Exact.scaled(Exact.q(3, 4), matrix(new long[] {0, 1}, new long[] {-1, 0}))));
  }

  /** Widths 2-2-2: C_1 = diag(−4, −9) gives α = 4. */
  static Instance imbalanced() {
    return Instance.whitened(
        matrix(new long[] {1, 3}, new long[] {-3, 1}),
        weights(matrix(new long[] {2, 0}, new long[] {0, 3}), RationalMatrix.zeros(2, 2)));
  }

  /** Widths 2-2-2: Σ is W_2W_1 = [[1, 2], [−1, −1]] but for 1/32 in a corner. */
  static Instance nearMinimum() {
    return Instance.whitened(
        Exact.sum(
            matrix(new long[] {1, 2}, new long[] {-1, -1}),
            Exact.scaled(Exact.q(1, 32), matrix(new long[] {1, 0}, new long[] {0, 0}))),
        deep().weights());
  }

  /** A layered network of widths 2-1-2-2 as a graph. */
  static Graph graph() {
    return Graph.of(
        Instance.whitened(
            matrix(new long[] {2, 1}, new long[] {-1, 1}),
            weights(
                matrix(new long[] {1, -1}),
                matrix(new long[] {2}, new long[] {1}),
                matrix(new long[] {1, 1}, new long[] {0, 1}))));
  }

  /** Depth 3, S = {2}, all null blocks zero but the second. */
  static BlockPoint point() {
    RandomPoints draw = new RandomPoints(901);
    SpectralTarget target =
        new SpectralTarget(draw.orthogonal(2), numbers(3, 1), RationalMatrix.identity(2));
    return draw.point(target, LearnedSet.of(2), List.of(2, 3), List.of(2));
  }

  /** The same without null blocks. */
  static BlockPoint plainPoint() {
    return BlockPoint.plain(point().target(), LearnedSet.of(2), List.of(2, 3));
  }

  /** Depth 2 with modes 1 → 3 and 1 → 2, in three different bases. */
  static Chain chain() {
    RationalMatrix turn = new RandomPoints(902).orthogonal(2);
    RationalMatrix swap = matrix(new long[] {0, 1}, new long[] {1, 0});
    return new Chain(
        List.of(turn, swap, RationalMatrix.identity(2)),
        Collections.nCopies(2, numbers(1, 1)),
        matrix(new long[] {3, 0}, new long[] {0, 2}));
  }

  /** Y Xᵀ = 1 with M and ‖Y‖² given, under scalar layers. */
  static Instance rawScalars(BigFraction moment, long energy, long... layers) {
    RationalMatrix one = RationalMatrix.identity(1);
    return new Instance(
        new RawData<>(Q, one, RationalMatrix.scalar(moment), matrix(new long[] {energy})),
        scalars(1, layers).weights());
  }

  static Map<String, Subject> valid() {
    Map<String, Subject> valid = new LinkedHashMap<>();
    valid.put("structure/adjacency-gradient", graph());
    valid.put("structure/nilpotent", graph());
    valid.put("structure/isospectral", graph());
    valid.put("conservation/imbalance", deep());
    valid.put("conservation/quadratic-invariants-of-gauss", deep());
    valid.put("lyapunov/monotone-loss", deep());
    valid.put("lyapunov/limit-loss-is-critical-value", deep());
    valid.put("landscape/critical-values", point());
    valid.put("landscape/no-spurious-minimum", point());
    valid.put("saddles/strictness", point());
    valid.put("saddles/inertia", plainPoint());
    valid.put("quotient/orbit-closure", point());
    valid.put("manifolds/aligned-invariant", chain());
    valid.put("learning/mode-equation", chain());
    valid.put("learning/riccati", lambdaBalanced());
    valid.put("convergence/imbalance-rate", imbalanced());
    valid.put("convergence/certificate", nearMinimum());
    valid.put("convergence/almost-sure-global", deep());
    return valid;
  }

  static Subject valid(String id) {
    return valid().entrySet().stream()
        .filter(e -> e.getKey().equals(id))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }
}
