package deeplinear.quantity;

import deeplinear.flow.kernel.RealField;
import deeplinear.network.Architecture;

/** A field that remembers how large the layers were at which it was evaluated. */
public final class PeakNorms implements RealField {

  private final RealField field;
  private final Architecture architecture;
  private final double[] peaks;

  public PeakNorms(RealField field, Architecture architecture) {
    this.field = field;
    this.architecture = architecture;
    peaks = new double[architecture.depth() + 1];
  }

  @Override
  public void velocity(double[] state, double[] velocity) {
    see(state);
    field.velocity(state, velocity);
  }

  /** Takes a state into account at which the field is not evaluated. */
  public void see(double[] state) {
    int at = 0;
    for (int i = 1; i < peaks.length; i++) {
      int end = at + architecture.width(i) * architecture.width(i - 1);
      double sum = 0;
      for (; at < end; at++) {
        sum += state[at] * state[at];
      }
      peaks[i] = Math.max(peaks[i], Math.sqrt(sum));
    }
  }

  /** max ‖W_i‖_F over all states seen; NaN if one of them was. */
  public double peak(int i) {
    return peaks[i];
  }
}
