package deeplinear.flow.method;

import deeplinear.flow.kernel.LaneField;

/** Makes steps with a workspace of its own; not safe for use by several threads at once. */
@FunctionalInterface
public interface Stepper {

  /**
   * Makes a step in all lanes. What a lane gets depends on that lane alone.
   *
   * @param field the field, of the size of the block
   * @param block holds state, velocity, step and tolerances; receives end, endVelocity, error and
   *     stiffness. Trouble shows as an error that is NaN or infinite
   * @param stages the number of stages, for methods that have a choice
   */
  void step(LaneField field, Block block, int stages);
}
