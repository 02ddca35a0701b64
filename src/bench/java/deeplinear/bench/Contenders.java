package deeplinear.bench;

import java.util.List;
import java.util.stream.Stream;

/** The contenders in Java. */
final class Contenders {

  /** All of them. A new one is added here. */
  static final List<Contender> ALL =
      Stream.concat(
              Stream.of(new CommonsMath(), new Hipparchus(), new Library()),
              InLockStep.ALL.stream())
          .toList();

  private Contenders() {}

  /**
   * The contender of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Contender named(String name) {
    return ALL.stream()
        .filter(c -> c.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no contender '"
                        + name
                        + "' in "
                        + ALL.stream().map(Contender::name).toList()));
  }
}
