package deeplinear.flow.kernel;

import java.util.Arrays;
import java.util.function.Supplier;

/** Which lanes this machine has. All give the same bits. */
public enum LaneChoice {
  /** The Vector API, where the virtual machine was started with its module. */
  VECTOR("lanes of the Vector API", 8),
  /** Plain Java: many lanes, so that loops over them are long. */
  PLAIN("lanes of plain Java", 64);

  private static final String MODULE = "jdk.incubator.vector";
  private static final String VECTOR_CLASS = "deeplinear.flow.kernel.vector.VectorLaneMatrix";

  /**
   * In plain Java, networks whose evaluation takes more multiplications are faster one by one: the
   * blocks of {@link GradientKernel} then beat loops over lanes. Measured, in ns per network, lanes
   * against one by one: widths 2-2-2 (24 multiplications) 6 and 42, 3-5-2-6 (198) 52 and 154,
   * 4-4-4-4 (384) 136 and 122, 8-8-8-8 (3072) 1009 and 584.
   */
  private static final int SMALL = 300;

  /** Beyond it a lane's matrices leave the cache; those of one network alone do not. */
  private static final int WIDEST = 16;

  private final String title;
  private final int lanes;

  LaneChoice(String title, int lanes) {
    this.title = title;
    this.lanes = lanes;
  }

  /** The best at hand. */
  public static LaneChoice best() {
    return ModuleLayer.boot().findModule(MODULE).isPresent() && hasVectors() ? VECTOR : PLAIN;
  }

  private static boolean hasVectors() {
    try {
      vectorMatrix();
      return true;
    } catch (IllegalStateException | LinkageError e) {
      return false;
    }
  }

  /** The choice in words. */
  public String title() {
    return title;
  }

  /** How many lanes are worked on together. */
  public int lanes() {
    return lanes;
  }

  /** Whether a network gains from lanes. */
  public boolean suits(int[] widths) {
    if (this == VECTOR) {
      return Arrays.stream(widths).max().orElse(0) <= WIDEST;
    }
    int multiplications = 0;
    int narrow = Math.min(widths[0], widths[widths.length - 1]);
    for (int j = 2; j < widths.length; j++) {
      multiplications += 3 * widths[j] * widths[j - 1] * narrow;
    }
    return multiplications <= SMALL;
  }

  /** A kernel. */
  public LaneKernel kernel() {
    return this == PLAIN ? new LaneKernel(PlainLaneMatrix::new) : vectorKernel();
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  private static LaneKernel vectorKernel() {
    Supplier<LaneMatrix<?>> matrices = LaneChoice::vectorMatrix;
    // All of one class, as the type parameter of the kernel demands.
    return new LaneKernel((Supplier) matrices);
  }

  private static LaneMatrix<?> vectorMatrix() {
    try {
      return Class.forName(VECTOR_CLASS)
          .asSubclass(LaneMatrix.class)
          .getConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
