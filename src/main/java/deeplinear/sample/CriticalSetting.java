package deeplinear.sample;

import deeplinear.landscape.LearnedSet;
import deeplinear.landscape.SpectralTarget;
import deeplinear.network.Architecture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Where a critical point lives.
 *
 * @param architecture the widths
 * @param values the singular values of the target
 */
record CriticalSetting(Architecture architecture, List<BigFraction> values) {

  /** At most so many weights, so that exact Hessians take milliseconds. */
  static final int MOST_WEIGHTS = 84;

  private static final int WIDEST = 8;

  static CriticalSetting small(Draw draw) {
    int depth = draw.between(2, 4);
    return of(draw, IntStream.rangeClosed(0, depth).mapToObj(i -> draw.between(1, 3)).toList());
  }

  static CriticalSetting ofDepthOne(Draw draw) {
    return of(draw, List.of(draw.between(1, 4), draw.between(1, 4)));
  }

  static CriticalSetting bulk(Draw draw, int shallowest) {
    int depth = draw.between(shallowest, 6);
    List<Integer> widths = new ArrayList<>();
    int weights = 0;
    for (int i = 0; i <= depth; i++) {
      int before = i == 0 ? 0 : widths.get(i - 1);
      // What layers of width 2 need above this one.
      int reserve = 4 * Math.max(0, depth - i - 1);
      int room = (MOST_WEIGHTS - weights - reserve) / (before + (i == depth ? 0 : 2));
      int width = draw.between(2, Math.max(2, Math.min(WIDEST, room)));
      width = i == 0 || i == depth ? Math.max(width, Math.min(4, Math.max(2, room))) : width;
      widths.add(width);
      weights += before * width;
    }
    if (draw.onceIn(2)) {
      Collections.reverse(widths);
    }
    if (draw.onceIn(10)) {
      widths.set(draw.between(0, depth), 1);
    }
    return of(draw, widths);
  }

  static CriticalSetting beyond(Draw draw) {
    if (draw.onceIn(3)) {
      return of(draw, IntStream.rangeClosed(0, 12).mapToObj(i -> draw.between(2, 4)).toList());
    }
    int widest = draw.oneOf(16, 32);
    int depth = draw.between(2, 3);
    List<Integer> widths =
        new ArrayList<>(
            IntStream.rangeClosed(0, depth).mapToObj(i -> draw.between(2, widest)).toList());
    widths.set(draw.between(0, depth), widest);
    return of(draw, widths);
  }

  private static CriticalSetting of(Draw draw, List<Integer> widths) {
    if (!draw.frame().isFree()) {
      return given(draw, widths.size() == 2);
    }
    int smaller = Math.min(widths.get(0), widths.get(widths.size() - 1));
    int p = smaller;
    if (draw.onceIn(2)) {
      p = draw.onceIn(10) ? 0 : draw.between(Math.min(2, smaller), smaller);
    }
    return new CriticalSetting(new Architecture(widths), draw.singularValues(p, !draw.onceIn(3)));
  }

  /** The given network and singular values. */
  private static CriticalSetting given(Draw draw, boolean isShallow) {
    SpectralTarget target =
        draw.frame()
            .spectrum()
            .orElseThrow(() -> new UnsuitableFrameException("needs whitened data with Σ ≠ 0"));
    Architecture architecture = draw.frame().architecture().orElseThrow();
    if (isShallow != (architecture.depth() == 1)) {
      throw new UnsuitableFrameException("the network " + architecture + " has another depth");
    }
    return new CriticalSetting(architecture, target.values());
  }

  private void requireFree(Draw draw) {
    if (!draw.frame().isFree()) {
      throw new UnsuitableFrameException("the singular values are given");
    }
  }

  /** At least two inputs and outputs, and two equal singular values. */
  CriticalSetting withTies(Draw draw) {
    requireFree(draw);
    List<Integer> widths = new ArrayList<>(architecture.widths());
    int last = architecture.depth();
    widths.set(0, Math.max(2, widths.get(0)));
    widths.set(last, Math.max(2, widths.get(last)));
    int p = draw.between(2, Math.min(widths.get(0), widths.get(last)));
    List<BigFraction> tied = new ArrayList<>(draw.singularValues(p, false));
    int k = draw.between(0, p - 2);
    tied.set(k + 1, tied.get(k));
    return new CriticalSetting(new Architecture(widths), tied);
  }

  CriticalSetting withFullRank(Draw draw) {
    requireFree(draw);
    return new CriticalSetting(architecture, draw.singularValues(smaller(), true));
  }

  /** At least one singular value. */
  CriticalSetting withMode(Draw draw) {
    return values.isEmpty() ? withFullRank(draw) : this;
  }

  CriticalSetting withoutFullRank(Draw draw) {
    requireFree(draw);
    int p = draw.between(Math.min(1, smaller() - 1), smaller() - 1);
    return new CriticalSetting(architecture, draw.singularValues(p, !draw.onceIn(3)));
  }

  private int smaller() {
    return Math.min(architecture.inputs(), architecture.outputs());
  }

  /** ρ. */
  int largest() {
    return Math.min(values.size(), architecture.bottleneck());
  }

  SpectralTarget target(Draw draw) {
    if (draw.frame().spectrum().isPresent()) {
      return draw.frame().spectrum().get();
    }
    return new SpectralTarget(
        draw.orthogonal(architecture.outputs()), values, draw.orthogonal(architecture.inputs()));
  }

  /** {1..size}. */
  LearnedSet top(int size) {
    return new LearnedSet(IntStream.rangeClosed(1, size).boxed().toList());
  }

  /** Of a random size, small sizes rarely, and all of {1..p} rarely. */
  LearnedSet learned(Draw draw) {
    int size = draw.between(0, largest());
    for (int again = 0; again < 3 && (size < 2 || size == values.size()); again++) {
      size = draw.onceIn(3) ? size : draw.between(0, largest());
    }
    return learned(draw, size);
  }

  /** The top one once in eight times, else any, but again if that is top. */
  LearnedSet learned(Draw draw, int size) {
    LearnedSet learned = top(size);
    int trials = draw.between(0, 7);
    for (int trial = 0; trial < trials && learned.isTop(values); trial++) {
      learned = subset(draw, size);
    }
    return learned;
  }

  private LearnedSet subset(Draw draw, int size) {
    List<Integer> indices =
        new ArrayList<>(IntStream.rangeClosed(1, values.size()).boxed().toList());
    while (indices.size() > size) {
      indices.remove(draw.between(0, indices.size() - 1));
    }
    return new LearnedSet(indices);
  }
}
