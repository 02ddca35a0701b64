package deeplinear.landscape;

import static org.apache.commons.math3.fraction.BigFraction.ONE_HALF;
import static org.apache.commons.math3.fraction.BigFraction.ZERO;

import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * The critical values of the loss at depth h ≥ 2: half the sums of the unlearned squared singular
 * values, over all learned sets of at most ρ elements. Source: [WA25].
 *
 * @param singularValues s_1 ≥ … ≥ s_p &gt; 0
 * @param largest ρ = min(r*, p), the largest number of values that can be learned
 */
public record CriticalValues(List<BigFraction> singularValues, int largest) {

  /** Above this p the 2^p learned sets are too many to list. */
  public static final int MAX_LISTED = 20;

  /** Copies the list and cuts {@code largest} at p. */
  public CriticalValues {
    singularValues = List.copyOf(singularValues);
    largest = Math.min(largest, singularValues.size());
  }

  /** ½ Σ_{k∉S} s_k². */
  public BigFraction of(LearnedSet learned) {
    return learned.unlearned(singularValues.size()).stream()
        .map(k -> singularValues.get(k - 1))
        .map(s -> s.multiply(s))
        .reduce(ZERO, BigFraction::add)
        .multiply(ONE_HALF);
  }

  /**
   * All critical values in ascending order.
   *
   * @throws IllegalArgumentException if p is larger than {@value #MAX_LISTED}
   */
  public SortedSet<BigFraction> all() {
    int p = singularValues.size();
    if (p > MAX_LISTED) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "2^%d learned sets are too many to list; at most 2^%d are",
              p,
              MAX_LISTED));
    }
    return LearnedSet.all(p, largest).map(this::of).collect(Collectors.toCollection(TreeSet::new));
  }

  /** v* = ½ Σ_{k&gt;ρ} s_k², the value of the global minimum. */
  public BigFraction minimum() {
    return of(top(largest));
  }

  private static LearnedSet top(int size) {
    return new LearnedSet(IntStream.rangeClosed(1, size).boxed().toList());
  }
}
