package deeplinear.flow;

import deeplinear.algebra.Rationals;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.fraction.BigFraction;

/** Laws of motion by name. */
public final class Laws {

  private static final String DECAY = "gradient flow with weight decay ";

  private Laws() {}

  /** All laws near gradient flow that no claim about it should mistake for it. */
  public static List<Dynamics> wrong() {
    return Stream.<Dynamics>concat(
            Arrays.stream(WrongLaw.values()), Stream.of(new WeightDecay(BigFraction.ONE_HALF)))
        .toList();
  }

  /**
   * The law with a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Dynamics find(String name) {
    if (name.equals(GradientFlow.INSTANCE.name())) {
      return GradientFlow.INSTANCE;
    }
    if (name.startsWith(DECAY)) {
      return new WeightDecay(Rationals.parse(name.substring(DECAY.length())));
    }
    return wrong().stream()
        .filter(law -> law.name().equals(name))
        .findFirst()
        .or(() -> UnevenFlow.parse(name))
        .orElseThrow(() -> new IllegalArgumentException("no law is called \"" + name + "\""));
  }
}
