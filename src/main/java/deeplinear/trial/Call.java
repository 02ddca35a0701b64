package deeplinear.trial;

import deeplinear.evidence.Atom;
import deeplinear.network.Subject;
import java.util.Comparator;
import java.util.Optional;

/**
 * A comparison of a trial that is worth remembering.
 *
 * @param trial the case
 * @param atom the comparison
 */
public record Call<I extends Subject>(Trial<I> trial, Atom atom) {

  /** The smaller margin, or else the earlier case: an order in which no two cases are equal. */
  static <I extends Subject> Optional<Call<I>> closer(
      Optional<Call<I>> one, Optional<Call<I>> other) {
    return least(
        Comparator.<Call<I>>comparingDouble(call -> call.atom().margin())
            .thenComparing(Call::place),
        one,
        other);
  }

  /** The earlier case. */
  static <I extends Subject> Optional<Call<I>> earlier(
      Optional<Call<I>> one, Optional<Call<I>> other) {
    return least(Comparator.comparing(Call::place), one, other);
  }

  private static <T> Optional<T> least(Comparator<T> order, Optional<T> one, Optional<T> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other);
    }
    return order.compare(one.get(), other.get()) <= 0 ? one : other;
  }

  private Place place() {
    return new Place(trial.index(), trial.name());
  }

  private record Place(int index, String name) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int order = Integer.compare(index, other.index);
      return order != 0 ? order : name.compareTo(other.name);
    }
  }
}
