package deeplinear.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The sets on which contenders are compared. Each has a seed of its own. */
public final class StandardSets {

  private static final int MANY = 2000;
  private static final int FEW = 200;

  private static final List<int[]> SHAPES =
      List.of(
          new int[] {4, 6, 3},
          new int[] {5, 5, 5, 5},
          new int[] {8, 4, 6, 2},
          new int[] {3, 7, 5, 7, 4},
          new int[] {6, 8, 2, 5, 8, 3});

  private StandardSets() {}

  /** The names of all sets. */
  public static List<String> names() {
    return List.of("E1", "E1s", "E1b", "E2", "E3", "E4", "E4b");
  }

  /**
   * A set by its name.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static NetSet of(String name) {
    return switch (name) {
      case "E1" -> mixed();
      case "E1s" -> mixed().first(FEW, "E1s");
      case "E1b" -> fewShapes();
      case "E2" -> wide("E2", 20, 64, 3);
      case "E3" -> wide("E3", 1, 512, 4);
      case "E4" -> plateaus().first(10, "E4");
      case "E4b" -> plateaus();
      default ->
          throw new IllegalArgumentException(
              "the sets are " + names() + "; none is '" + name + "'");
    };
  }

  /** 2000 nets of depth 2–5 and widths 1–8, weights N(0, ½²), Σ standard normal, t = 50. */
  private static NetSet mixed() {
    return new NetSet(
        "E1",
        50,
        0,
        nets(
            MANY,
            1,
            random -> {
              int depth = random.integer(2, 5);
              int[] widths = new int[depth + 1];
              for (int i = 0; i <= depth; i++) {
                widths[i] = random.integer(1, 8);
              }
              return net(widths, 1, 0.5, random);
            }));
  }

  /** Like E1, but of five shapes. */
  private static NetSet fewShapes() {
    return new NetSet(
        "E1b",
        50,
        0,
        nets(
            MANY,
            2,
            random ->
                net(SHAPES.get(random.integer(0, SHAPES.size() - 1)).clone(), 1, 0.5, random)));
  }

  /**
   * Depth 3, all widths n, weights and Σ N(0, 1/n), t = 20: the layers' norms do not grow with n.
   */
  private static NetSet wide(String name, int count, int width, long seed) {
    double deviation = 1 / Math.sqrt(width);
    int[] widths = {width, width, width, width};
    return new NetSet(
        name, 20, 0, nets(count, seed, random -> net(widths, deviation, deviation, random)));
  }

  /** Depth 4, widths 5, weights N(0, 0.01²), Σ standard normal, until ‖∇L‖_F ≤ 1e-10. */
  private static NetSet plateaus() {
    int[] widths = {5, 5, 5, 5, 5};
    return new NetSet("E4b", 1e9, 1e-10, nets(64, 5, random -> net(widths, 1, 0.01, random)));
  }

  private static Net net(int[] widths, double ofTarget, double ofWeights, Gaussians random) {
    int entries = widths[0] * widths[widths.length - 1];
    double[] target = random.array(entries, ofTarget);
    return new Net(widths, target, random.array(Net.size(widths), ofWeights));
  }

  private static List<Net> nets(int count, long seed, Function<Gaussians, Net> draw) {
    Gaussians random = new Gaussians(seed);
    List<Net> nets = new ArrayList<>(count);
    IntStream.range(0, count).forEach(i -> nets.add(draw.apply(random)));
    return nets;
  }
}
