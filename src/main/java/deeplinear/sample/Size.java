package deeplinear.sample;

import deeplinear.network.Architecture;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How large the networks of a stratum are. */
public enum Size {
  /** Depth to 3, widths 1 to 3: where the smallest witnesses are. */
  SMALL {
    @Override
    Architecture draw(Draw draw, int minDepth, int maxDepth) {
      int depth = draw.between(minDepth, Math.max(minDepth, Math.min(3, maxDepth)));
      return widths(depth, i -> draw.between(1, 3));
    }
  },
  /** Depth to 6, widths 2 to 8: no rank is below 2 by the shape alone. */
  BULK {
    @Override
    Architecture draw(Draw draw, int minDepth, int maxDepth) {
      int depth = draw.between(minDepth, Math.max(minDepth, Math.min(6, maxDepth)));
      int widest = depth <= 2 ? 8 : depth <= 4 ? 6 : 4;
      int wide = draw.between(0, 3 * depth);
      return widths(depth, i -> i == wide ? 8 : draw.between(2, widest));
    }
  },
  /** Widths 16 and 32, or depth 12. */
  BEYOND {
    @Override
    Architecture draw(Draw draw, int minDepth, int maxDepth) {
      if (maxDepth >= 12 && draw.onceIn(2)) {
        return widths(12, i -> draw.between(2, 3));
      }
      int depth = draw.between(minDepth, Math.max(minDepth, Math.min(3, maxDepth)));
      return widths(depth, i -> draw.oneOf(16, 16, 32));
    }
  };

  /** The width of layer i. */
  private interface Widths {
    int at(int i);
  }

  private static Architecture widths(int depth, Widths width) {
    List<Integer> widths = new ArrayList<>();
    for (int i = 0; i <= depth; i++) {
      widths.add(width.at(i));
    }
    return new Architecture(widths);
  }

  abstract Architecture draw(Draw draw, int minDepth, int maxDepth);

  /**
   * The given architecture, or one of this size.
   *
   * @param minDepth the smallest depth that will do
   * @param maxDepth the largest depth that is drawn; a larger one may be given, unless both are
   *     equal
   * @throws UnsuitableFrameException if the given one is too shallow, or has another depth than the
   *     only one that will do
   */
  public Architecture architecture(Draw draw, int minDepth, int maxDepth) {
    if (draw.frame().architecture().isEmpty()) {
      return draw(draw, minDepth, maxDepth);
    }
    Architecture given = draw.frame().architecture().get();
    int depth = given.depth();
    if (depth < minDepth || (minDepth == maxDepth && depth != minDepth)) {
      throw new UnsuitableFrameException(
          String.format(
              Locale.ROOT,
              "needs depth h %s %d; the network %s has depth %d",
              minDepth == maxDepth ? "=" : "≥",
              minDepth,
              given,
              depth));
    }
    return given;
  }
}
