package deeplinear.flow.trajectory;

import deeplinear.flow.method.Method;

/**
 * Decides from one step to the next which method goes on, by the progress h‖∂f‖ that an evaluation
 * of the field buys. Where stability limits Dormand–Prince steps, they end near h‖∂f‖ = 6; ROCK4
 * gets further there, and less far where accuracy asks for short steps.
 */
final class MethodChoice {

  /** Beyond this h‖∂f‖ stability begins to limit Dormand–Prince steps. */
  private static final double LIMITING = 3;

  /**
   * What a Dormand–Prince evaluation buys at least where stability limits it: 6/12, less
   * rejections.
   */
  private static final double FAIR = 0.35;

  private static final int STREAK = 3;
  private static final int FIRST_PATIENCE = 10;

  private final Steering steering;
  private Method method;
  private int streak;
  private int since;
  private int patience = FIRST_PATIENCE;

  MethodChoice(Steering steering) {
    this.steering = steering;
    method = steering.first();
  }

  Method method() {
    return method;
  }

  /**
   * Takes note of a step.
   *
   * @param stiffness h‖∂f‖
   * @param stages of the step
   */
  void made(double stiffness, int stages) {
    if (steering != Steering.AUTOMATIC) {
      return;
    }
    since++;
    boolean other =
        method == Method.DORMAND_PRINCE_853 ? stiffness > LIMITING : stiffness < FAIR * stages;
    streak = other ? streak + 1 : 0;
    if (streak < STREAK) {
      return;
    }
    if (method == Method.DORMAND_PRINCE_853) {
      change(Method.ROCK4);
    } else if (since >= patience) {
      change(Method.DORMAND_PRINCE_853);
      patience *= 2;
    }
  }

  private void change(Method to) {
    method = to;
    streak = 0;
    since = 0;
  }
}
