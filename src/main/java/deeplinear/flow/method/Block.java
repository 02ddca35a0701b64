package deeplinear.flow.method;

/**
 * What a step takes and gives, for several lanes side by side: component c of lane l stands at c ·
 * lanes + l. Arrays may be longer than needed. Grows when it must and is used again for the next
 * step.
 */
public final class Block {

  private int dimension;
  private int lanes;
  private double[] state = {};
  private double[] velocity = {};
  private double[] end = {};
  private double[] endVelocity = {};
  private double[] steps = {};
  private double[] step = {};
  private double[] error = {};
  private double[] stiffness = {};
  private double[] relative = {};
  private double[] absolute = {};
  private int[] components = {};

  /** Takes on a size; the contents of the arrays are then undefined. */
  public void size(int newDimension, int newLanes) {
    dimension = newDimension;
    lanes = newLanes;
    int size = size();
    if (state.length < size) {
      state = new double[size];
      velocity = new double[size];
      end = new double[size];
      endVelocity = new double[size];
      steps = new double[size];
    }
    if (step.length < lanes) {
      step = new double[lanes];
      error = new double[lanes];
      stiffness = new double[lanes];
      relative = new double[lanes];
      absolute = new double[lanes];
      components = new int[lanes];
    }
  }

  /** Copies the step sizes of the lanes to every component. */
  void spreadSteps() {
    int size = size();
    if (lanes == 1) {
      java.util.Arrays.fill(steps, 0, size, step[0]);
      return;
    }
    for (int at = 0; at < size; at += lanes) {
      System.arraycopy(step, 0, steps, at, lanes);
    }
  }

  /** Lets the next step begin, in all lanes, where the last one ended. */
  public void moveOn() {
    double[] spare = state;
    state = end;
    end = spare;
    spare = velocity;
    velocity = endVelocity;
    endVelocity = spare;
  }

  /** Lets the next step begin, in a lane, where the last one ended. */
  public void moveOn(int lane) {
    for (int at = lane; at < size(); at += lanes) {
      state[at] = end[at];
      velocity[at] = endVelocity[at];
    }
  }

  /** Components of each lane. */
  public int dimension() {
    return dimension;
  }

  /** The number of lanes. */
  public int lanes() {
    return lanes;
  }

  /** dimension × lanes. */
  public int size() {
    return dimension * lanes;
  }

  /** Where the step begins. */
  public double[] state() {
    return state;
  }

  /** The field where the step begins. */
  public double[] velocity() {
    return velocity;
  }

  /** Where the step ends: a result. */
  public double[] end() {
    return end;
  }

  /** The field where the step ends: a result. */
  public double[] endVelocity() {
    return endVelocity;
  }

  /** The step size of the lane of each component, after {@link #spreadSteps}. */
  double[] steps() {
    return steps;
  }

  /** The step size of each lane. */
  public double[] step() {
    return step;
  }

  /** The error estimate of each lane as a multiple of its tolerance: a result. */
  public double[] error() {
    return error;
  }

  /**
   * For each lane h‖f(y) − f(z)‖/‖y − z‖ with two states near the end of the step, which comes near
   * h ‖∂f‖ where that limits the step; 0 if unknown: a result.
   */
  public double[] stiffness() {
    return stiffness;
  }

  /** The relative tolerance of each lane. */
  public double[] relative() {
    return relative;
  }

  /** The absolute tolerance of each lane. */
  public double[] absolute() {
    return absolute;
  }

  /** The components of each lane that are not padding. */
  public int[] components() {
    return components;
  }
}
