package deeplinear.sample;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.Rationals;
import deeplinear.landscape.SpectralTarget;
import deeplinear.network.Architecture;
import deeplinear.network.Chain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/** Generators of chains. */
public final class Chains {

  private Chains() {}

  /** Aligned, with any diagonals. */
  public static Source<Chain> aligned() {
    return Source.of("bulk", 6, aligned(Size.BULK, 2, 6))
        .and("small", 2, aligned(Size.SMALL, 1, 3))
        .and("depth-one", 1, aligned(Size.BULK, 1, 1));
  }

  private static Generator<Chain> aligned(Size size, int minDepth, int maxDepth) {
    return draw -> {
      Architecture architecture = size.architecture(draw, minDepth, maxDepth);
      if (!draw.frame().isFree()) {
        return learning(draw, architecture, given(draw));
      }
      int modes = modes(size, draw, architecture);
      List<List<BigFraction>> diagonals = new ArrayList<>();
      for (int i = 0; i < architecture.depth(); i++) {
        diagonals.add(IntStream.range(0, modes).mapToObj(k -> draw.eighth(2)).toList());
      }
      int rank =
          architecture.depth() == 1 || draw.onceIn(2)
              ? modes
              : Math.min(architecture.inputs(), architecture.outputs());
      List<BigFraction> core = IntStream.range(0, rank).mapToObj(k -> draw.eighth(3)).toList();
      return build(draw, architecture, diagonals, core);
    };
  }

  /** Aligned and balanced, all modes and limits positive. */
  public static Source<Chain> balanced() {
    return Source.of("bulk", 4, positive(Size.BULK, 1, 6, true))
        .and("small", 1, positive(Size.SMALL, 1, 3, true))
        .and("near-the-limit", 1, Chains::nearLimit);
  }

  /** Small, aligned, balanced and positive. */
  public static Generator<Chain> shallow() {
    return positive(Size.SMALL, 1, 2, true);
  }

  /** Aligned and positive, but with other diagonals in each layer. */
  public static Generator<Chain> unbalanced() {
    return positive(Size.SMALL, 2, 3, false);
  }

  /** A target that is not diagonal in the bases. */
  public static Generator<Chain> misaligned() {
    return draw -> {
      Chain chain = aligned(Size.SMALL, 1, 3).next(draw);
      return withCore(draw, chain);
    };
  }

  /** Balanced and positive, with a target that is not diagonal in the bases. */
  public static Generator<Chain> balancedMisaligned() {
    return draw -> {
      Chain chain = positive(Size.SMALL, 1, 3, true).next(draw);
      RationalMatrix core = chain.core();
      for (int i = 0; i < core.rows(); i++) {
        for (int j = 0; j < core.columns(); j++) {
          if (i != j) {
            core = withEntry(core, i, j, new BigFraction(draw.between(-2, 2)));
          }
        }
      }
      return new Chain(chain.bases(), chain.diagonals(), core);
    };
  }

  private static Chain withCore(Draw draw, Chain chain) {
    return new Chain(
        chain.bases(),
        chain.diagonals(),
        draw.integers(chain.core().rows(), chain.core().columns(), 2));
  }

  private static RationalMatrix withEntry(RationalMatrix a, int i, int j, BigFraction x) {
    return RationalAlgebra.INSTANCE.insert(a, i, j, RationalMatrix.scalar(x));
  }

  /** Depth 1 with a target that has more modes than the layer. */
  public static Generator<Chain> shallowWithMoreModes() {
    return draw -> {
      Architecture architecture = Architecture.of(draw.between(1, 3), draw.between(1, 3));
      int all = architecture.bottleneck();
      int modes = draw.between(0, all - 1);
      List<BigFraction> diagonal = IntStream.range(0, modes).mapToObj(k -> draw.eighth(2)).toList();
      List<BigFraction> core =
          IntStream.range(0, all).mapToObj(k -> new BigFraction(draw.between(1, 3))).toList();
      return build(draw, architecture, List.of(diagonal), core);
    };
  }

  private static int modes(Size size, Draw draw, Architecture architecture) {
    int most = architecture.bottleneck();
    return size == Size.BULK ? draw.between(Math.min(2, most), most) : draw.between(1, most);
  }

  private static Generator<Chain> positive(
      Size size, int minDepth, int maxDepth, boolean isBalanced) {
    return draw -> {
      Architecture architecture = size.architecture(draw, minDepth, maxDepth);
      if (!draw.frame().isFree()) {
        return learning(draw, architecture, given(draw));
      }
      int modes = modes(size, draw, architecture);
      List<List<BigFraction>> diagonals = new ArrayList<>();
      for (int i = 0; i < architecture.depth(); i++) {
        diagonals.add(
            IntStream.range(0, modes)
                .mapToObj(k -> Rationals.fraction(draw.between(3, 8), 8))
                .toList());
      }
      if (isBalanced) {
        diagonals = Collections.nCopies(architecture.depth(), diagonals.get(0));
      }
      // Above 1, so that no mode, of at most 1, starts at its limit.
      List<BigFraction> core =
          IntStream.range(0, modes)
              .mapToObj(k -> Rationals.fraction(2L * draw.between(8, 31) + 1, 16))
              .toList();
      return build(draw, architecture, diagonals, core);
    };
  }

  /** All modes a little above or below their limits, by 1/64 to 1/4096 of these. */
  private static Chain nearLimit(Draw draw) {
    Architecture architecture = Size.BULK.architecture(draw, 2, 6);
    if (!draw.frame().isFree()) {
      throw new UnsuitableFrameException("a given target has no rational roots");
    }
    int modes = modes(Size.BULK, draw, architecture);
    List<BigFraction> diagonal = new ArrayList<>();
    List<BigFraction> core = new ArrayList<>();
    for (int k = 0; k < modes; k++) {
      BigFraction x = Rationals.fraction(draw.between(4, 12), 8);
      BigFraction apart = Rationals.fraction(draw.oneOf(-1, 1), 1L << draw.between(6, 12));
      diagonal.add(x);
      core.add(x.pow(architecture.depth()).multiply(BigFraction.ONE.add(apart)));
    }
    return build(draw, architecture, Collections.nCopies(architecture.depth(), diagonal), core);
  }

  private static SpectralTarget given(Draw draw) {
    return draw.frame()
        .spectrum()
        .orElseThrow(() -> new UnsuitableFrameException("needs whitened data with Σ ≠ 0"));
  }

  /** A balanced start of every mode that fits at no more than 1/16 to 1/256 of its limit. */
  private static Chain learning(Draw draw, Architecture architecture, SpectralTarget target) {
    int modes = Math.min(target.rank(), architecture.bottleneck());
    if (modes == 0) {
      throw new UnsuitableFrameException("Σ = 0 has no modes");
    }
    int bits = draw.between(4, 8);
    List<BigFraction> diagonal =
        target.values().subList(0, modes).stream()
            .map(s -> root(s, bits, architecture.depth()))
            .toList();
    return build(
        draw, architecture, Collections.nCopies(architecture.depth(), diagonal), target.values());
  }

  /** A power of two x with x^h ≤ 2^{−bits} s. */
  private static BigFraction root(BigFraction s, int bits, int depth) {
    double exponent = Math.log(Rationals.toDouble(s)) / Math.log(2) - bits;
    return Rationals.exactly(Math.pow(2, Math.floor(exponent / depth)));
  }

  private static Chain build(
      Draw draw,
      Architecture architecture,
      List<List<BigFraction>> diagonals,
      List<BigFraction> core) {
    List<RationalMatrix> bases =
        architecture.widths().stream()
            .map(n -> draw.frame().isFree() ? draw.orthogonal(n) : RationalMatrix.identity(n))
            .toList();
    return new Chain(
        bases,
        diagonals,
        RationalMatrix.diagonal(architecture.outputs(), architecture.inputs(), core));
  }
}
