package deeplinear.report;

import deeplinear.flow.kernel.Multiplier;
import java.util.Optional;

/**
 * The versions that a result depends on.
 *
 * @param deeplinear of this project
 * @param jqwik of the driver of the random corpus; empty where it takes no part
 * @param java of the running virtual machine
 * @param largeProducts what multiplies the matrices of wide networks
 */
public record Versions(String deeplinear, String jqwik, String java, String largeProducts) {

  /**
   * The versions at hand.
   *
   * @throws IllegalArgumentException if a multiplication is asked for that this machine lacks
   */
  public static Versions current(String jqwik) {
    return new Versions(
        deeplinearVersion(),
        jqwik,
        System.getProperty("java.version", "unknown"),
        Multiplier.inUse());
  }

  /**
   * The version in the manifest of the jar; outside of a jar that of the system property {@code
   * deeplinear.version}, which the build sets.
   */
  public static String deeplinearVersion() {
    return Optional.ofNullable(Versions.class.getPackage().getImplementationVersion())
        .orElseGet(() -> System.getProperty("deeplinear.version", "development"));
  }
}
