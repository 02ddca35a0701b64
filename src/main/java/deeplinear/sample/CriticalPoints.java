package deeplinear.sample;

import deeplinear.algebra.RationalMatrix;
import deeplinear.landscape.CriticalPoint;
import deeplinear.landscape.LearnedSet;
import deeplinear.landscape.SpectralTarget;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/** Generators of critical points. */
public final class CriticalPoints {

  private CriticalPoints() {}

  /** Of every type: all learned sets, gauges, and null blocks of which at least two vanish. */
  public static Generator<CriticalPoint> any() {
    return draw -> withNullBlocks(draw, point(draw, draw.between(2, 4), draw.onceIn(2)), 2);
  }

  /** As {@link #any}, without the global minima: of these the learned set loses an element. */
  public static Generator<CriticalPoint> notGlobal() {
    return draw -> {
      CriticalPoint point = point(draw, draw.between(2, 4), draw.onceIn(2));
      if (point.isGlobalMinimum()) {
        List<Integer> fewer = new ArrayList<>(point.learned().indices());
        fewer.remove(draw.between(0, fewer.size() - 1));
        point = withLearned(point, new LearnedSet(fewer));
      }
      return withNullBlocks(draw, point, 2);
    };
  }

  /** Without null blocks, with targets of full rank and distinct singular values. */
  public static Generator<CriticalPoint> generic() {
    return draw -> fullRank(draw, true);
  }

  /** As {@link #generic}, but singular values may be equal. */
  public static Generator<CriticalPoint> repeated() {
    return draw -> fullRank(draw, false);
  }

  /** Global minima. */
  public static Generator<CriticalPoint> minima() {
    return draw -> {
      CriticalPoint point = point(draw, draw.between(2, 3), false);
      int size = point.values().largest();
      List<Integer> top = IntStream.rangeClosed(1, size).boxed().toList();
      return withLearned(point, new LearnedSet(top));
    };
  }

  /** At least depth 3, with a single vanishing null block: not critical in general. */
  public static Generator<CriticalPoint> oneVanishingBlock() {
    return draw -> {
      CriticalPoint point = point(draw, 3, false);
      return withNullBlocks(draw, withLearned(point, LearnedSet.of()), 1);
    };
  }

  /** Depth 1, with any learned set. */
  public static Generator<CriticalPoint> depthOne() {
    return draw -> point(draw, 1, false);
  }

  private static CriticalPoint fullRank(Draw draw, boolean distinct) {
    int depth = draw.between(2, 3);
    List<Integer> widths = widths(draw, depth);
    int p = Math.min(widths.get(0), widths.get(depth));
    return point(draw, widths, draw.singularValues(p, distinct));
  }

  private static CriticalPoint point(Draw draw, int depth, boolean repeated) {
    List<Integer> widths = widths(draw, depth);
    int smaller = Math.min(widths.get(0), widths.get(depth));
    int p = draw.onceIn(2) ? draw.between(1, smaller) : smaller;
    return point(draw, widths, draw.singularValues(p, !repeated));
  }

  private static List<Integer> widths(Draw draw, int depth) {
    return IntStream.rangeClosed(0, depth)
        .mapToObj(i -> draw.between(1, depth <= 2 ? 4 : 3))
        .toList();
  }

  private static CriticalPoint point(Draw draw, List<Integer> widths, List<BigFraction> values) {
    int depth = widths.size() - 1;
    SpectralTarget target =
        new SpectralTarget(
            draw.orthogonal(widths.get(depth)), values, draw.orthogonal(widths.get(0)));
    int largest = Math.min(values.size(), Collections.min(widths));
    List<Integer> indices =
        new ArrayList<>(IntStream.rangeClosed(1, values.size()).boxed().toList());
    int size = draw.between(0, largest);
    while (indices.size() > size) {
      indices.remove(draw.between(0, indices.size() - 1));
    }
    CriticalPoint plain =
        CriticalPoint.plain(target, new LearnedSet(indices), widths.subList(1, depth));
    List<RationalMatrix> gauges =
        plain.gauges().stream().map(g -> draw.invertible(g.rows())).toList();
    return new CriticalPoint(target, plain.learned(), gauges, plain.nullBlocks());
  }

  private static CriticalPoint withLearned(CriticalPoint point, LearnedSet learned) {
    List<Integer> hidden = point.gauges().stream().map(RationalMatrix::rows).toList();
    CriticalPoint plain = CriticalPoint.plain(point.target(), learned, hidden);
    return new CriticalPoint(point.target(), learned, point.gauges(), plain.nullBlocks());
  }

  /** Random null blocks of small integers, of which {@code vanishing} at random places are zero. */
  private static CriticalPoint withNullBlocks(Draw draw, CriticalPoint point, int vanishing) {
    List<Integer> places = new ArrayList<>(IntStream.range(0, point.depth()).boxed().toList());
    while (places.size() > vanishing) {
      places.remove(draw.between(0, places.size() - 1));
    }
    List<RationalMatrix> blocks = new ArrayList<>();
    for (int i = 0; i < point.depth(); i++) {
      RationalMatrix zero = point.nullBlocks().get(i);
      boolean vanishes = places.contains(i) || (vanishing > 1 && draw.onceIn(3));
      blocks.add(vanishes ? zero : draw.integers(zero.rows(), zero.columns(), 2));
    }
    return point.withNullBlocks(blocks);
  }
}
