package deeplinear.sample;

import deeplinear.algebra.RationalMatrix;
import deeplinear.landscape.SpectralTarget;
import deeplinear.network.Architecture;
import deeplinear.network.Target;
import java.util.Optional;

/**
 * What is given and not drawn: an architecture, a target. Generators take from the frame what it
 * fixes, and draw the rest; so data and the random corpus have the same generators.
 *
 * @param architecture the widths
 * @param target the target of instances
 * @param spectrum the target of subjects that need its singular triplets, with the same widths
 */
public record Frame(
    Optional<Architecture> architecture,
    Optional<Target<RationalMatrix>> target,
    Optional<SpectralTarget> spectrum) {

  /** Nothing is given. */
  public static final Frame FREE = new Frame(Optional.empty(), Optional.empty(), Optional.empty());

  /** A target and a network for it. */
  public static Frame of(
      Architecture architecture, Target<RationalMatrix> target, Optional<SpectralTarget> spectrum) {
    return new Frame(Optional.of(architecture), Optional.of(target), spectrum);
  }

  /** Whether nothing is given. */
  public boolean isFree() {
    return equals(FREE);
  }
}
