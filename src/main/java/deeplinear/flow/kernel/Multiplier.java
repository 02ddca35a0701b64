package deeplinear.flow.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The kinds of multiplication that a machine may have, the best first. Whatever the kind, products
 * that are not large are computed in plain Java.
 */
public enum Multiplier {
  /** The Vector API, where the virtual machine was started with its module. */
  VECTOR("start Java with --add-modules jdk.incubator.vector"),
  /** A BLAS of the operating system. */
  NATIVE("no BLAS was found; on Debian, install libopenblas0"),
  /** Java alone, always present. */
  PLAIN("");

  /** The system property that chooses a kind. */
  public static final String PROPERTY = "deeplinear.multiplication";

  private static final String MODULE = "jdk.incubator.vector";
  private static final String VECTOR_CLASS = "deeplinear.flow.kernel.vector.VectorMultiplication";

  private final String remedy;

  Multiplier(String remedy) {
    this.remedy = remedy;
  }

  /**
   * The kind that the system property {@value #PROPERTY} names, or the best at hand if it names
   * none.
   *
   * @throws IllegalArgumentException if there is no kind of this name, or not on this machine
   */
  public static Multiplier chosen() {
    return chosen(System.getProperty(PROPERTY, ""));
  }

  static Multiplier chosen(String name) {
    if (name.isEmpty()) {
      return available().get(0);
    }
    Multiplier kind =
        Arrays.stream(values())
            .filter(k -> k.toString().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        String.format(
                            Locale.ROOT,
                            "%s is \"%s\", but must be one of %s",
                            PROPERTY,
                            name,
                            Arrays.stream(values())
                                .map(Multiplier::toString)
                                .collect(Collectors.joining(", ")))));
    kind.create();
    return kind;
  }

  /** The kinds that this machine has, the best first; never empty. */
  public static List<Multiplier> available() {
    return Arrays.stream(values()).filter(k -> k.find().isPresent()).toList();
  }

  /** What the kernel of a network computes with: plain Java if no product of it is large. */
  static Multiplication of(int[] widths) {
    return hasLargeProducts(widths) ? chosen().forLarge() : new PlainMultiplication();
  }

  /** Whether some product of the gradient kernel is large, for a network of these widths. */
  public static boolean hasLargeProducts(int[] widths) {
    int narrow = Math.min(widths[0], widths[widths.length - 1]);
    int widest = Arrays.stream(widths).max().orElse(0);
    return (long) narrow * widest * widest >= LargeProducts.LARGE;
  }

  private Multiplication forLarge() {
    return this == PLAIN ? create() : new LargeProducts(create());
  }

  /**
   * A multiplication of this kind.
   *
   * @throws IllegalArgumentException if this machine has none
   */
  public Multiplication create() {
    return find()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    String.format(
                        Locale.ROOT, "the multiplication %s is not available: %s", this, remedy)));
  }

  private Optional<? extends Multiplication> find() {
    return switch (this) {
      case VECTOR -> vector();
      case NATIVE -> NativeMultiplication.load();
      case PLAIN -> Optional.of(new PlainMultiplication());
    };
  }

  private static Optional<Multiplication> vector() {
    if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
      return Optional.empty();
    }
    try {
      Class<?> kind = Class.forName(VECTOR_CLASS);
      return Optional.of((Multiplication) kind.getConstructor().newInstance());
    } catch (ReflectiveOperationException | LinkageError e) {
      return Optional.empty();
    }
  }

  /** What large products are computed with here, in words. */
  public static String inUse() {
    return chosen().create().name();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
