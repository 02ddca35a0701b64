package deeplinear.sample;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where subjects come from: named strata with shares.
 *
 * @param strata at least one, with different names
 * @param <I> the kind of subject
 */
public record Source<I>(List<Stratum<I>> strata) {

  /** Checks that there are strata, and that no two have one name. */
  public Source {
    strata = List.copyOf(strata);
    Set<String> names = new HashSet<>();
    for (Stratum<I> stratum : strata) {
      if (!names.add(stratum.name())) {
        throw new IllegalArgumentException("two strata are called " + stratum.name());
      }
    }
    if (strata.isEmpty()) {
      throw new IllegalArgumentException("a source needs at least one stratum");
    }
  }

  /** A source with one stratum. */
  public static <I> Source<I> of(String name, int weight, Generator<I> generator) {
    return new Source<>(List.of(new Stratum<>(name, weight, generator)));
  }

  /** This source with one more stratum. */
  public Source<I> and(String name, int weight, Generator<I> generator) {
    List<Stratum<I>> more = new ArrayList<>(strata);
    more.add(new Stratum<>(name, weight, generator));
    return new Source<>(more);
  }

  /** The stratum of case {@code index}: each gets its share of every round of all weights. */
  public Stratum<I> stratum(int index) {
    int place = Math.floorMod(index, round());
    for (Stratum<I> stratum : strata) {
      place -= stratum.weight();
      if (place < 0) {
        return stratum;
      }
    }
    throw new AssertionError("weights are positive");
  }

  private int round() {
    return strata.stream().mapToInt(Stratum::weight).sum();
  }

  /** Draws from all strata, each with its share. */
  public Generator<I> mixed() {
    return draw -> stratum(draw.between(0, round() - 1)).generator().next(draw);
  }
}
