package deeplinear.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * The indices S of the singular triplets that an end-to-end map has learned.
 *
 * @param indices ascending, from 1, without repetition
 */
public record LearnedSet(List<Integer> indices) {

  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException if the indices do not ascend strictly from 1 on
   */
  public LearnedSet {
    indices = List.copyOf(indices);
    for (int i = 0; i < indices.size(); i++) {
      if (indices.get(i) <= (i == 0 ? 0 : indices.get(i - 1))) {
        throw new IllegalArgumentException("indices ascend strictly from 1 on, unlike " + indices);
      }
    }
  }

  /** The set of these indices, in ascending order. */
  public static LearnedSet of(Integer... indices) {
    return new LearnedSet(List.of(indices));
  }

  /** All subsets of {1..p} with at most {@code largest} elements, by bit pattern. */
  public static Stream<LearnedSet> all(int p, int largest) {
    return IntStream.range(0, 1 << p)
        .filter(bits -> Integer.bitCount(bits) <= largest)
        .mapToObj(
            bits ->
                new LearnedSet(
                    IntStream.rangeClosed(1, p)
                        .filter(k -> (bits >> (k - 1) & 1) == 1)
                        .boxed()
                        .toList()));
  }

  /** |S|. */
  public int size() {
    return indices.size();
  }

  /** Whether k is learned. */
  public boolean contains(int k) {
    return indices.contains(k);
  }

  /** The indices of {1..n} that are not learned. */
  public List<Integer> unlearned(int n) {
    List<Integer> rest = new ArrayList<>(IntStream.rangeClosed(1, n).boxed().toList());
    rest.removeAll(indices);
    return rest;
  }

  /** Whether no unlearned value is larger than a learned one. */
  public boolean isTop(List<BigFraction> values) {
    return unlearned(values.size()).stream()
        .allMatch(
            a ->
                indices.stream()
                    .allMatch(b -> values.get(a - 1).compareTo(values.get(b - 1)) <= 0));
  }

  /** The indices in braces, for example {@code {1, 3}}. */
  @Override
  public String toString() {
    return indices.toString().replace('[', '{').replace(']', '}');
  }
}
