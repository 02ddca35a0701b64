package deeplinear.bench;

import java.util.List;

/** A way to solve all problems of a set. Adding one: implement this, and list it in Contenders. */
public interface Contender {

  /** The name, as in files and tables: letters, digits and '-'. */
  String name();

  /**
   * Whether this contender is meant for a set. By default, for those with a fixed time.
   *
   * @param set the set
   */
  default boolean takes(NetSet set) {
    return set.hasFixedTime();
  }

  /** What its virtual machine is given. */
  default List<String> jvmArguments() {
    return List.of();
  }

  /**
   * The final weights of each net.
   *
   * @param set the problems; not modified
   * @param relative rtol
   * @param absolute atol
   */
  double[][] run(NetSet set, double relative, double absolute);
}
