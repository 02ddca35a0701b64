package deeplinear.bench;

import java.util.Locale;

/** What the numbers were measured with. */
final class Machine {

  private Machine() {}

  static String describe() {
    return String.format(
        Locale.ROOT,
        "JDK %s (%s), %s, %d processors. Times of one machine at one time: ratios mean more.%n%n",
        System.getProperty("java.version"),
        System.getProperty("java.vm.name"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors());
  }
}
