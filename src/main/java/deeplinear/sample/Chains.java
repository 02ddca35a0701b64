package deeplinear.sample;

import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.Rationals;
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
  public static Generator<Chain> aligned() {
    return draw -> {
      Architecture architecture = Instances.architecture(draw, 1, 5);
      int modes = draw.between(1, architecture.bottleneck());
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
  public static Generator<Chain> balanced() {
    return draw -> positive(draw, true);
  }

  /** Aligned and positive, but with other diagonals in each layer. */
  public static Generator<Chain> unbalanced() {
    return draw -> positive(draw, false);
  }

  /** A target that is not diagonal in the bases. */
  public static Generator<Chain> misaligned() {
    return draw -> {
      Chain chain = aligned().next(draw);
      return new Chain(
          chain.bases(),
          chain.diagonals(),
          draw.integers(chain.core().rows(), chain.core().columns(), 2));
    };
  }

  private static Chain positive(Draw draw, boolean balanced) {
    Architecture architecture = Instances.architecture(draw, 1, 5);
    int modes = draw.between(1, architecture.bottleneck());
    List<List<BigFraction>> diagonals = new ArrayList<>();
    for (int i = 0; i < architecture.depth(); i++) {
      diagonals.add(
          IntStream.range(0, modes)
              .mapToObj(k -> Rationals.fraction(draw.between(3, 8), 8))
              .toList());
    }
    if (balanced) {
      diagonals = Collections.nCopies(architecture.depth(), diagonals.get(0));
    }
    // Above 1, so that no mode, of at most 1, starts at its limit.
    List<BigFraction> core =
        IntStream.range(0, modes)
            .mapToObj(k -> Rationals.fraction(2L * draw.between(8, 31) + 1, 16))
            .toList();
    return build(draw, architecture, diagonals, core);
  }

  private static Chain build(
      Draw draw,
      Architecture architecture,
      List<List<BigFraction>> diagonals,
      List<BigFraction> core) {
    List<RationalMatrix> bases = architecture.widths().stream().map(draw::orthogonal).toList();
    return new Chain(
        bases,
        diagonals,
        RationalMatrix.diagonal(architecture.outputs(), architecture.inputs(), core));
  }
}
