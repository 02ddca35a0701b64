package deeplinear.flow.trajectory;

import deeplinear.flow.kernel.RealField;
import deeplinear.flow.kernel.StateVector;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Stops where the flow seems to rest: once a state has been still at all steps for longer than
 * {@value #TIME_SCALES} time scales. A start that is still because it is near a saddle has that
 * long to leave; one so near that it needs longer is mistaken for the end, which is why a theorem
 * must not conclude more from this rule than it checks at the end.
 *
 * <p>It remembers since when the states are still, so each integration needs a rule of its own.
 */
public final class Rest implements StoppingRule {

  /** How many time scales a state must stay still. */
  public static final double TIME_SCALES = 10;

  private final double wait;
  private final Predicate<double[]> isStill;
  private double since = Double.NaN;

  /**
   * Rest by a criterion.
   *
   * @param timeScale the time in which the flow changes by about its own size
   * @param isStill whether a state is as good as at rest
   * @throws IllegalArgumentException if the time scale is not positive and finite
   */
  public Rest(double timeScale, Predicate<double[]> isStill) {
    if (!(timeScale > 0 && timeScale < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "a time scale is positive and finite, unlike %s", timeScale));
    }
    this.wait = TIME_SCALES * timeScale;
    this.isStill = isStill;
  }

  /**
   * Rest by speed: a state x is still where ‖ẋ‖ · timeScale ≤ relative · ‖x‖, so that it would move
   * by no more than that part of its own size in a time scale. NaN is never still.
   */
  public static Rest of(RealField field, double timeScale, double relative) {
    return new Rest(timeScale, x -> field.speed(x) * timeScale <= relative * StateVector.norm(x));
  }

  @Override
  public boolean isMet(double time, double[] state) {
    if (!isStill.test(state)) {
      since = Double.NaN;
      return false;
    }
    since = Double.isNaN(since) ? time : since;
    return time - since > wait;
  }

  @Override
  public Outcome outcome() {
    return Outcome.CONVERGED;
  }
}
