package deeplinear.flow.trajectory;

import deeplinear.flow.kernel.LaneKernel;
import deeplinear.flow.kernel.RealInstance;
import deeplinear.flow.trajectory.Trajectory.Sample;

/** A network of an ensemble: its course, and how its states go into lanes and come back. */
final class Member {

  private final boolean turned;
  private final RealInstance instance;
  private final Course course;

  /**
   * A network that begins with {@code given.weights()}. It is turned around where that is cheaper:
   * the inner dimension of all products is then d_0 ≤ d_h.
   */
  Member(
      RealInstance given, double[] times, Accuracy accuracy, StoppingRule rule, Steering steering) {
    turned = given.prefersTransposed();
    instance = turned ? given.transposed() : given;
    StoppingRule own = turned ? turned(rule) : rule;
    course = new Course(instance.weights(), times, accuracy, own, steering);
  }

  /** The rule sees states as they were given. */
  private StoppingRule turned(StoppingRule rule) {
    return new StoppingRule() {
      @Override
      public boolean isMet(double time, double[] state) {
        return rule.isMet(time, back(state));
      }

      @Override
      public Outcome outcome() {
        return rule.outcome();
      }
    };
  }

  private double[] back(double[] state) {
    return RealInstance.transposed(instance.widths(), state);
  }

  /** The network as it is integrated. */
  RealInstance instance() {
    return instance;
  }

  Course course() {
    return course;
  }

  int depth() {
    return instance.widths().length - 1;
  }

  int[] widths() {
    return instance.widths();
  }

  LaneKernel.Residual residual() {
    return LaneKernel.Residual.of(instance);
  }

  int components() {
    return instance.weights().length;
  }

  Trajectory trajectory() {
    Trajectory own = course.trajectory();
    return turned
        ? new Trajectory(
            own.samples().stream().map(s -> new Sample(s.time(), back(s.state()))).toList(),
            own.outcome(),
            own.steps(),
            own.evaluations())
        : own;
  }

  /** Puts the data of the loss into a lane. */
  void placeData(LaneKernel kernel, int[] shape, int lane) {
    int[] d = instance.widths();
    int h = d.length - 1;
    int lanes = kernel.lanes();
    kernel.pad(lane, d);
    place(instance.target(), 0, d[h], d[0], kernel.target(), lane, shape[0], lanes);
    if (instance.moment().length > 0) {
      int side = d[instance.turned() ? h : 0];
      place(instance.moment(), 0, side, side, kernel.moment(), lane, kernel.momentSide(), lanes);
    }
  }

  /** Puts a state or velocity into a lane of zeros. */
  void place(double[] state, LaneKernel kernel, int[] shape, double[] to, int lane) {
    int[] d = instance.widths();
    int lanes = kernel.lanes();
    int from = 0;
    for (int j = 1; j < d.length; j++) {
      int at = kernel.offset(j) * lanes + lane;
      place(state, from, d[j], d[j - 1], to, at, shape[j - 1], lanes);
      from += d[j] * d[j - 1];
    }
  }

  private static void place(
      double[] a, int from, int m, int n, double[] to, int at, int columns, int lanes) {
    int e = from;
    for (int i = 0; i < m; i++) {
      int row = at + i * columns * lanes;
      for (int j = 0; j < n; j++) {
        to[row + j * lanes] = a[e++];
      }
    }
  }

  /** Takes a state or velocity out of a lane. */
  void take(double[] from, int lane, LaneKernel kernel, int[] shape, double[] state) {
    int[] d = instance.widths();
    int lanes = kernel.lanes();
    int e = 0;
    for (int j = 1; j < d.length; j++) {
      int at = kernel.offset(j) * lanes + lane;
      for (int i = 0; i < d[j]; i++) {
        int row = at + i * shape[j - 1] * lanes;
        for (int k = 0; k < d[j - 1]; k++) {
          // A negative zero depends on the padding; its sign is dropped.
          state[e++] = from[row + k * lanes] + 0.0;
        }
      }
    }
  }
}
