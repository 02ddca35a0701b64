package deeplinear.bench;

import java.util.List;

/**
 * Initial value problems that are solved together.
 *
 * @param name the name, as in the file names of sets and results
 * @param time the time at which the weights are wanted
 * @param gradientBound a net is done earlier once ‖∇L‖_F is at most this after a step; 0 for never
 * @param nets the problems
 */
public record NetSet(String name, double time, double gradientBound, List<Net> nets) {

  /** Requires a name without blanks, a positive time and a bound that is not negative. */
  public NetSet {
    if (!name.matches("[A-Za-z0-9._-]+")) {
      throw new IllegalArgumentException(
          "a set's name has letters, digits, '.', '_' and '-', not '" + name + "'");
    }
    if (!(time > 0 && time < Double.POSITIVE_INFINITY)
        || !(gradientBound >= 0 && gradientBound < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "set "
              + name
              + ": the time must be positive and the bound not negative, both finite; they are "
              + time
              + " and "
              + gradientBound);
    }
    nets = List.copyOf(nets);
  }

  /** The first nets of this set as a set of another name. */
  public NetSet first(int count, String newName) {
    return new NetSet(newName, time, gradientBound, nets.subList(0, count));
  }

  /** Whether every net is to be integrated to {@link #time()}. */
  public boolean hasFixedTime() {
    return gradientBound == 0;
  }
}
