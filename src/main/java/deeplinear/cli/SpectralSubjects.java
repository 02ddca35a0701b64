package deeplinear.cli;

import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.Rationals;
import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.Spectrum;
import deeplinear.landscape.BlockPoint;
import deeplinear.landscape.LearnedSet;
import deeplinear.landscape.SpectralTarget;
import deeplinear.network.Architecture;
import deeplinear.network.Chain;
import deeplinear.network.Whitening;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Subjects in the singular bases of Σ. Rotating inputs and outputs turns Σ into the diagonal matrix
 * of its singular values and carries critical points, their types and trajectories along; so a
 * statement about the landscape of Σ is one about diag(s), which is exact and short.
 */
final class SpectralSubjects {

  /** Significant decimal digits that are kept of a singular value. */
  private static final MathContext DIGITS = new MathContext(5);

  /** Singular values below this part of the largest one are taken for zero. */
  private static final double NEGLIGIBLE = 1e-8;

  private static final int MOST_SETS = 16;
  private static final int GAUGED = 4;

  private final List<BigFraction> values;
  private final Architecture network;
  private final long seed;

  SpectralSubjects(Whitening whitening, Architecture network, long seed) {
    this.values = values(whitening);
    this.network = network;
    this.seed = seed;
  }

  /** The positive singular values of Σ, descending, rounded to short decimals. */
  static List<BigFraction> values(Whitening whitening) {
    double[] s = Spectrum.singularValues(RealAlgebra.INSTANCE.lift(whitening.sigma()));
    return Arrays.stream(s)
        .filter(x -> x > NEGLIGIBLE * s[0])
        .mapToObj(x -> Rationals.exactly(new BigDecimal(x, DIGITS)))
        .toList();
  }

  /**
   * Points for several learned sets, without null blocks: plain ones, and some in another gauge.
   */
  List<Candidate<BlockPoint>> criticalPoints() {
    SpectralTarget target = SpectralTarget.diagonal(network.outputs(), network.inputs(), values);
    List<Integer> hidden = network.widths().subList(1, network.depth());
    List<LearnedSet> sets = learnedSets();
    List<Candidate<BlockPoint>> points = new ArrayList<>();
    for (LearnedSet set : sets) {
      points.add(
          new Candidate<>(
              BlockPoint.plain(target, set, hidden), set.isTop(values) ? "top S" : "other S"));
    }
    Random random = new Random(seed);
    for (int n = 0; n < GAUGED && !hidden.isEmpty(); n++) {
      LearnedSet set = sets.get(random.nextInt(sets.size()));
      List<RationalMatrix> gauges = hidden.stream().map(d -> gauge(d, random)).toList();
      points.add(
          new Candidate<>(
              new BlockPoint(
                  target, set, gauges, BlockPoint.plain(target, set, hidden).nullBlocks()),
              "random gauge"));
    }
    return points;
  }

  /** All of them if they are few; else small, large, top and bottom ones. */
  private List<LearnedSet> learnedSets() {
    int p = values.size();
    int largest = Math.min(p, network.bottleneck());
    if (p < 20 && LearnedSet.all(p, largest).count() <= MOST_SETS) {
      return LearnedSet.all(p, largest).toList();
    }
    Set<LearnedSet> sets = new LinkedHashSet<>();
    sets.add(LearnedSet.of());
    for (int size : new int[] {1, 2, largest - 1, largest}) {
      if (size >= 1 && size <= largest) {
        sets.add(range(1, size));
        sets.add(range(p - size + 1, p));
        sets.add(range(Math.min(2, p - size + 1), Math.min(2, p - size + 1) + size - 1));
      }
    }
    return List.copyOf(sets);
  }

  private static LearnedSet range(int from, int to) {
    return new LearnedSet(IntStream.rangeClosed(from, to).boxed().toList());
  }

  /** Unit upper triangular, with 0 and ±1/2 beside the diagonal. */
  private static RationalMatrix gauge(int n, Random random) {
    List<BigFraction> entries = new ArrayList<>();
    for (int k = 0; k < n * n; k++) {
      BigFraction half = Rationals.fraction(random.nextInt(3) - 1, 2);
      int above = k % n - k / n;
      entries.add(above > 0 ? half : above == 0 ? BigFraction.ONE : BigFraction.ZERO);
    }
    return RationalMatrix.of(n, n, entries);
  }

  /** Balanced chains that start at no more than 1/16 and 1/256 of each singular value. */
  List<Candidate<Chain>> chains() {
    int modes = Math.min(values.size(), network.bottleneck());
    List<RationalMatrix> bases = network.widths().stream().map(RationalMatrix::identity).toList();
    RationalMatrix core = RationalMatrix.diagonal(network.outputs(), network.inputs(), values);
    List<Candidate<Chain>> chains = new ArrayList<>();
    for (int bits : new int[] {4, 8}) {
      List<BigFraction> diagonal =
          values.subList(0, modes).stream().map(s -> root(s, bits)).toList();
      chains.add(
          new Candidate<>(
              new Chain(bases, Collections.nCopies(network.depth(), diagonal), core),
              "start at 1/" + (1 << bits)));
    }
    return chains;
  }

  /** A power of two x with x^h ≤ 2^{−bits} s. */
  private BigFraction root(BigFraction s, int bits) {
    double exponent = Math.log(Rationals.toDouble(s)) / Math.log(2) - bits;
    return Rationals.exactly(Math.pow(2, Math.floor(exponent / network.depth())));
  }
}
