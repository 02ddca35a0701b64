package deeplinear.proof;

import deeplinear.network.Architecture;
import java.util.Collections;
import java.util.stream.IntStream;

/** The formal widths of a network of a given depth. */
public enum FormalWidths {
  /** No two alike, so that a product of matrices that do not fit is refused. */
  DISTINCT {
    @Override
    public Architecture architecture(int depth) {
      return new Architecture(IntStream.rangeClosed(0, depth).mapToObj(i -> i + LEAST).toList());
    }
  },
  /** All alike, so that a definition that treats square matrices in another way is seen. */
  EQUAL {
    @Override
    public Architecture architecture(int depth) {
      return new Architecture(Collections.nCopies(depth + 1, LEAST));
    }
  };

  /** Letters of one row or column are none: a scalar alone has the formal width 1. */
  private static final int LEAST = 2;

  /** d_0, …, d_h. */
  public abstract Architecture architecture(int depth);
}
