package deeplinear.counterexample;

import static deeplinear.fixture.RandomPoints.numbers;

import deeplinear.algebra.RationalMatrix;
import deeplinear.fixture.RandomExact;
import deeplinear.fixture.RandomPoints;
import deeplinear.landscape.BlockPoint;
import deeplinear.landscape.LearnedSet;
import deeplinear.network.Architecture;
import deeplinear.network.Chain;
import deeplinear.network.Graph;
import deeplinear.network.Instance;
import deeplinear.network.Subject;
import java.util.List;
import java.util.stream.Stream;

/** Random subjects of every kind, the same for the same seed. */
final class Subjects {

  private Subjects() {}

  static Instance whitened(long seed) {
    RandomExact draw = new RandomExact(seed);
    return draw.whitened(draw.architecture(4, 4));
  }

  static Instance raw(long seed) {
    return new RandomExact(seed).raw(Architecture.of(3, 2, 2), 4);
  }

  static Graph graph(long seed) {
    RandomExact draw = new RandomExact(seed);
    Architecture architecture = draw.architecture(3, 3);
    int n = architecture.nodes();
    return new Graph(architecture, draw.matrix(n, n), draw.matrix(n, n));
  }

  static Chain chain(long seed) {
    RandomExact draw = new RandomExact(seed);
    RandomPoints turn = new RandomPoints(seed);
    List<RationalMatrix> bases = Stream.of(3, 2, 3, 2).map(turn::orthogonal).toList();
    return new Chain(
        bases,
        Stream.generate(() -> draw.matrix(1, 2).entries()).limit(3).toList(),
        draw.matrix(2, 3));
  }

  /** S = {1, 3} at depth 3 with two null blocks filled and three singular values. */
  static BlockPoint point(long seed) {
    RandomPoints draw = new RandomPoints(seed);
    return draw.point(
        draw.target(4, 3, numbers(7, 5, 3)), LearnedSet.of(1, 3), List.of(4, 3, 3), List.of(1, 3));
  }

  static List<Subject> ofEveryKind(long seed) {
    return List.of(whitened(seed), raw(seed), graph(seed), chain(seed), point(seed));
  }
}
