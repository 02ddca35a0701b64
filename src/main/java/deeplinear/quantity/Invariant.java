package deeplinear.quantity;

import deeplinear.network.Instance;
import java.util.function.Function;

/**
 * A quantity that only exact arithmetic can decide, since it jumps: a rank, an inertia.
 *
 * @param label its name, formula and meaning
 * @param rule how it is found
 * @param <T> what it is
 */
public record Invariant<T>(Label label, Function<Instance, T> rule) implements Quantity {

  /** Its value at the start of an instance. */
  public T of(Instance instance) {
    return rule.apply(instance);
  }
}
