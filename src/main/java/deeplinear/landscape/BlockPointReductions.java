package deeplinear.landscape;

import static deeplinear.network.Simplification.anyOf;
import static deeplinear.network.Simplification.with;
import static deeplinear.network.Simplification.without;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.network.Simplification;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Reductions of a point that is built from blocks: its layers, widths, singular values, learned
 * set, null blocks, gauges and singular vectors.
 */
final class BlockPointReductions {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  private BlockPointReductions() {}

  static List<BlockPoint> of(BlockPoint point) {
    List<BlockPoint> result = new ArrayList<>();
    plain(point, result);
    layers(point, result);
    widths(point, result);
    parts(point, result);
    return result;
  }

  /** Smaller points without gauges and null blocks, in the standard bases. */
  private static void plain(BlockPoint point, List<BlockPoint> result) {
    SpectralTarget target = point.target();
    List<Integer> hidden = point.gauges().stream().map(RationalMatrix::rows).toList();
    int outputs = target.left().rows();
    int inputs = target.right().rows();
    List<BigFraction> s = target.values();
    SpectralTarget diagonal = SpectralTarget.diagonal(outputs, inputs, s);
    for (int i = 0; i < hidden.size(); i++) {
      if (hidden.size() > 1) {
        result.add(BlockPoint.plain(diagonal, point.learned(), without(hidden, i)));
      }
      if (hidden.get(i) > Math.max(1, point.learned().size())) {
        result.add(BlockPoint.plain(diagonal, point.learned(), with(hidden, i, w -> w - 1)));
      }
    }
    for (int k = 1; k <= s.size(); k++) {
      LearnedSet rest = withoutIndex(point.learned(), k);
      List<BigFraction> fewer = without(s, k - 1);
      if (outputs > 1 && inputs > 1) {
        result.add(
            BlockPoint.plain(
                SpectralTarget.diagonal(outputs - 1, inputs - 1, fewer), rest, hidden));
      }
      result.add(BlockPoint.plain(SpectralTarget.diagonal(outputs, inputs, fewer), rest, hidden));
    }
    if (outputs > Math.max(1, s.size())) {
      result.add(
          BlockPoint.plain(
              SpectralTarget.diagonal(outputs - 1, inputs, s), point.learned(), hidden));
    }
    if (inputs > Math.max(1, s.size())) {
      result.add(
          BlockPoint.plain(
              SpectralTarget.diagonal(outputs, inputs - 1, s), point.learned(), hidden));
    }
    for (int k : point.learned().indices()) {
      LearnedSet fewer =
          new LearnedSet(point.learned().indices().stream().filter(b -> b != k).toList());
      result.add(BlockPoint.plain(diagonal, fewer, hidden));
    }
    result.add(BlockPoint.plain(diagonal, point.learned(), hidden));
  }

  /** The learned set without k, and with higher indices moved down. */
  private static LearnedSet withoutIndex(LearnedSet learned, int k) {
    return new LearnedSet(
        learned.indices().stream().filter(b -> b != k).map(b -> b > k ? b - 1 : b).toList());
  }

  /** One hidden layer less, with the null blocks beside it multiplied. */
  private static void layers(BlockPoint point, List<BlockPoint> result) {
    for (int i = 0; i < point.gauges().size(); i++) {
      RationalMatrix product = Q.multiply(point.nullBlocks().get(i + 1), point.nullBlocks().get(i));
      List<RationalMatrix> blocks = without(with(point.nullBlocks(), i, z -> product), i + 1);
      result.add(
          new BlockPoint(point.target(), point.learned(), without(point.gauges(), i), blocks));
    }
  }

  /** One hidden unit less, where the gauge is the identity; the null blocks keep the rest. */
  private static void widths(BlockPoint point, List<BlockPoint> result) {
    for (int i = 1; i < point.depth(); i++) {
      RationalMatrix gauge = point.gauges().get(i - 1);
      int width = gauge.rows();
      int free = width - point.learned().size();
      if (width == 1 || !gauge.equals(RationalMatrix.identity(width))) {
        continue;
      }
      for (int unit = 0; unit < free; unit++) {
        int u = unit;
        List<RationalMatrix> gauges =
            with(point.gauges(), i - 1, g -> RationalMatrix.identity(width - 1));
        List<RationalMatrix> blocks = with(point.nullBlocks(), i - 1, z -> z.withoutRow(u));
        result.add(
            new BlockPoint(
                point.target(), point.learned(), gauges, with(blocks, i, z -> z.withoutColumn(u))));
      }
    }
    ends(point, result);
    learnedModes(point, result);
    unlearnedModes(point, result);
  }

  /** One unlearned singular value less with its input and its output, in the standard bases. */
  private static void unlearnedModes(BlockPoint point, List<BlockPoint> result) {
    SpectralTarget target = point.target();
    int inputs = target.right().rows();
    int outputs = target.left().rows();
    List<Integer> unlearned = point.learned().unlearned(target.rank());
    for (int n = 0; n < unlearned.size() && inputs > 1 && outputs > 1; n++) {
      int place = n;
      int k = unlearned.get(n);
      List<RationalMatrix> blocks = with(point.nullBlocks(), 0, z -> z.withoutColumn(place));
      result.add(
          new BlockPoint(
              SpectralTarget.diagonal(outputs - 1, inputs - 1, without(target.values(), k - 1)),
              withoutIndex(point.learned(), k),
              point.gauges(),
              with(blocks, point.depth() - 1, z -> z.withoutRow(place))));
    }
  }

  /** One learned mode less with its unit in every layer, where all gauges are the identity. */
  private static void learnedModes(BlockPoint point, List<BlockPoint> result) {
    boolean isPlain =
        point.gauges().stream().allMatch(g -> g.equals(RationalMatrix.identity(g.rows())));
    if (!isPlain || point.architecture().bottleneck() == 1) {
      return;
    }
    SpectralTarget target = point.target();
    List<RationalMatrix> gauges =
        point.gauges().stream().map(g -> RationalMatrix.identity(g.rows() - 1)).toList();
    for (int k : point.learned().indices()) {
      SpectralTarget smaller =
          SpectralTarget.diagonal(
              target.left().rows() - 1, target.right().rows() - 1, without(target.values(), k - 1));
      result.add(
          new BlockPoint(smaller, withoutIndex(point.learned(), k), gauges, point.nullBlocks()));
    }
  }

  /** One input or output less that carries no singular value, in the standard bases. */
  private static void ends(BlockPoint point, List<BlockPoint> result) {
    SpectralTarget target = point.target();
    int outputs = target.left().rows();
    int inputs = target.right().rows();
    int last = point.depth() - 1;
    int k = point.learned().size();
    if (inputs > Math.max(1, target.rank())) {
      result.add(
          new BlockPoint(
              SpectralTarget.diagonal(outputs, inputs - 1, target.values()),
              point.learned(),
              point.gauges(),
              with(point.nullBlocks(), 0, z -> z.withoutColumn(inputs - k - 1))));
    }
    if (outputs > Math.max(1, target.rank())) {
      result.add(
          new BlockPoint(
              SpectralTarget.diagonal(outputs - 1, inputs, target.values()),
              point.learned(),
              point.gauges(),
              with(point.nullBlocks(), last, z -> z.withoutRow(outputs - k - 1))));
    }
    if (target.rank() > 0 && !point.learned().contains(target.rank())) {
      result.add(
          new BlockPoint(
              SpectralTarget.diagonal(
                  outputs, inputs, target.values().subList(0, target.rank() - 1)),
              point.learned(),
              point.gauges(),
              point.nullBlocks()));
    }
  }

  private static void parts(BlockPoint point, List<BlockPoint> result) {
    SpectralTarget target = point.target();
    Stream.of(
            new SpectralTarget(Q.identity(target.left().rows()), target.values(), target.right()),
            new SpectralTarget(target.left(), target.values(), Q.identity(target.right().rows())))
        .forEach(t -> result.add(withTarget(point, t)));
    for (int i = 0; i < point.gauges().size(); i++) {
      RationalMatrix identity = RationalMatrix.identity(point.gauges().get(i).rows());
      result.add(
          new BlockPoint(
              target, point.learned(), with(point.gauges(), i, g -> identity), point.nullBlocks()));
    }
    for (List<RationalMatrix> blocks : anyOf(point.nullBlocks(), Simplification::of)) {
      result.add(point.withNullBlocks(blocks));
    }
    for (List<BigFraction> values : anyOf(target.values(), Simplification::of)) {
      if (isDescending(values)) {
        result.add(withTarget(point, new SpectralTarget(target.left(), values, target.right())));
      }
    }
  }

  private static BlockPoint withTarget(BlockPoint point, SpectralTarget target) {
    return new BlockPoint(target, point.learned(), point.gauges(), point.nullBlocks());
  }

  private static boolean isDescending(List<BigFraction> values) {
    for (int k = 0; k < values.size(); k++) {
      if (values.get(k).compareTo(BigFraction.ZERO) <= 0
          || (k > 0 && values.get(k).compareTo(values.get(k - 1)) > 0)) {
        return false;
      }
    }
    return true;
  }
}
