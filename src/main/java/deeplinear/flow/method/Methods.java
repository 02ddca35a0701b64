package deeplinear.flow.method;

import java.util.List;

/** One-step methods by name. */
public final class Methods {

  private static final List<OneStepMethod> ALL =
      List.of(
          GaussCollocation.of(1),
          GaussCollocation.of(2),
          GaussCollocation.of(3),
          GaussCollocation.of(4),
          ClassicalRungeKutta.INSTANCE);

  private Methods() {}

  /**
   * The method with a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static OneStepMethod find(String name) {
    return ALL.stream()
        .filter(method -> method.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no method is called \"" + name + "\""));
  }
}
