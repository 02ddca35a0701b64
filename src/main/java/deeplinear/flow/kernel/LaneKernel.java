package deeplinear.flow.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * The vector field of gradient flow for many networks of one depth in lock-step, in 3h − 3 products
 * as in {@link GradientKernel}, one more for raw data. The networks share a shape; a smaller one is
 * padded with zeros, which stay zero: neurons without weights are dead. Allocates nothing once it
 * has met the largest shape; not safe for use by several threads at once.
 */
public final class LaneKernel implements LaneGradient {

  private final LaneWorkspace<?> workspace;
  private final LaneHessian<?> hessian;
  private final Supplier<LaneFactorization> factorizations;
  private int[] widths = {};
  private int[] offsets = {};
  private int lanes;
  private int dimension;
  private Residual residual = Residual.WHITENED;
  private double[] target = {};
  private double[] moment = {};
  private int[][] own = {};
  private boolean hessianHasShape;

  /** The forms of the residual. */
  public enum Residual {
    /** Σ − W. */
    WHITENED,
    /** Y Xᵀ − W M. */
    RAW,
    /** Its transpose, with M on the left. */
    TURNED;

    /** The form for an instance. */
    public static Residual of(RealInstance instance) {
      if (instance.moment().length == 0) {
        return WHITENED;
      }
      return instance.turned() ? TURNED : RAW;
    }
  }

  /** A kernel without a shape, whose matrices come from {@code matrix}. */
  public <M extends LaneMatrix<M>> LaneKernel(Supplier<M> matrix) {
    workspace = new LaneWorkspace<>(matrix);
    hessian = new LaneHessian<>(matrix);
    factorizations = () -> matrix.get().factorization();
  }

  /**
   * Takes on a shape. All targets and moments become zero.
   *
   * @param newWidths d_0, …, d_h; not copied, and not to be modified afterwards
   * @param newLanes a multiple of {@link LaneMatrix#UNIT}, or 1 with {@link PlainLaneMatrix}
   * @param newResidual the form of the residual in all lanes
   */
  public void shape(int[] newWidths, int newLanes, Residual newResidual) {
    widths = newWidths;
    lanes = newLanes;
    residual = newResidual;
    int depth = widths.length - 1;
    if (offsets.length <= depth) {
      offsets = new int[depth + 1];
    }
    dimension = 0;
    for (int j = 1; j <= depth; j++) {
      offsets[j] = dimension;
      dimension += widths[j] * widths[j - 1];
    }
    target = zeros(target, widths[depth] * widths[0] * lanes);
    moment = zeros(moment, momentSide() * momentSide() * lanes);
    workspace.shape(widths, lanes);
    if (own.length < lanes) {
      own = new int[lanes][];
    }
    Arrays.fill(own, null);
    hessianHasShape = false;
  }

  /**
   * Says that the network of a lane is smaller than the shape. Only the Jacobian asks for it: it is
   * zero for weights of padding, while those of dead neurons inside a network have negative
   * curvature.
   *
   * @param lane the lane
   * @param trueWidths d_0, …, d_h of its network; not copied
   */
  public void pad(int lane, int[] trueWidths) {
    own[lane] = trueWidths;
    hessianHasShape = false;
  }

  /** Rows of M: 0 if there is none. */
  public int momentSide() {
    return switch (residual) {
      case WHITENED -> 0;
      case RAW -> widths[0];
      case TURNED -> widths[widths.length - 1];
    };
  }

  private static double[] zeros(double[] array, int length) {
    if (array.length < length) {
      return new double[length];
    }
    Arrays.fill(array, 0, length, 0);
    return array;
  }

  /** Σ or Y Xᵀ, d_h × d_0 in every lane; to be filled after {@link #shape}, before any velocity. */
  public double[] target() {
    return target;
  }

  /** M in every lane, unless data are whitened; to be filled like {@link #target}. */
  public double[] moment() {
    return moment;
  }

  /** Where the entries of W_j begin, counted in components. */
  public int offset(int layer) {
    return offsets[layer];
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public int lanes() {
    return lanes;
  }

  @Override
  public void velocity(double[] states, double[] velocities) {
    workspace.velocity(states, velocities);
  }

  @Override
  public void jacobian(double[] states, double[] jacobians) {
    if (!hessianHasShape) {
      hessian.shape(widths, lanes, own);
      hessianHasShape = true;
    }
    hessian.jacobian(states, target, moment, residual, jacobians);
  }

  @Override
  public LaneFactorization factorization() {
    return factorizations.get();
  }

  /** The matrices of the kernel, of one implementation. */
  private final class LaneWorkspace<M extends LaneMatrix<M>> {

    private final Supplier<M> matrix;
    private final List<M> weights = new ArrayList<>();
    private final List<M> prefixes = new ArrayList<>();
    private final List<M> backward = new ArrayList<>();
    private final List<M> derivatives = new ArrayList<>();
    private final M goal;
    private final M gram;
    private final M image;

    LaneWorkspace(Supplier<M> matrix) {
      this.matrix = matrix;
      goal = matrix.get();
      gram = matrix.get();
      image = matrix.get();
    }

    void shape(int[] d, int newLanes) {
      int h = d.length - 1;
      while (weights.size() <= h) {
        weights.add(matrix.get());
        prefixes.add(matrix.get());
        backward.add(matrix.get());
        derivatives.add(matrix.get());
      }
      for (int j = 1; j <= h; j++) {
        weights.get(j).shape(d[j], d[j - 1], newLanes);
        derivatives.get(j).shape(d[j], d[j - 1], newLanes);
        prefixes.get(j).shape(d[j], d[0], newLanes);
        backward.get(j).shape(d[j], d[0], newLanes);
      }
      goal.shape(d[h], d[0], newLanes);
      image.shape(d[h], d[0], newLanes);
      gram.shape(momentSide(), momentSide(), newLanes);
    }

    void velocity(double[] states, double[] velocities) {
      int h = widths.length - 1;
      for (int j = 1; j <= h; j++) {
        weights.get(j).read(states, offsets[j] * lanes);
        derivatives.get(j).redirect(velocities, offsets[j] * lanes);
      }
      M below = weights.get(1);
      for (int j = 2; j <= h; j++) {
        M p = prefixes.get(j);
        p.product(weights.get(j), below);
        below = p;
      }
      goal.read(target, 0);
      M r = h == 1 ? derivatives.get(1) : backward.get(h);
      if (residual == Residual.WHITENED) {
        r.difference(goal, below);
      } else {
        gram.read(moment, 0);
        if (residual == Residual.RAW) {
          image.product(below, gram);
        } else {
          image.product(gram, below);
        }
        r.difference(goal, image);
      }
      for (int j = h; j > 1; j--) {
        M b = backward.get(j);
        M p = j == 2 ? weights.get(1) : prefixes.get(j - 1);
        derivatives.get(j).productTransposedSecond(b, p);
        M next = j == 2 ? derivatives.get(1) : backward.get(j - 1);
        next.productTransposedFirst(weights.get(j), b);
      }
      for (int j = 1; j <= h; j++) {
        derivatives.get(j).flush();
      }
    }
  }
}
