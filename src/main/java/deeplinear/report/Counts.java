package deeplinear.report;

import deeplinear.evidence.Status;
import deeplinear.trial.Tally;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How many cases there were.
 *
 * @param tries how many were asked for: all that follow together
 * @param holds in how many the claim holds
 * @param violated how many violate it
 * @param inconclusive how many could not be decided
 * @param discards how many lacked a hypothesis and were not checked
 * @param faults how many broke off
 * @param unsuitable for how many nothing fits what is given, by reason
 */
public record Counts(
    int tries,
    int holds,
    int violated,
    int inconclusive,
    int discards,
    int faults,
    Map<String, Integer> unsuitable) {

  /** Sorts the reasons. */
  public Counts {
    unsuitable =
        Collections.unmodifiableMap(
            new TreeMap<>(Objects.requireNonNull(unsuitable, "unsuitable")));
  }

  static Counts of(Tally<?> tally) {
    return new Counts(
        tally.tries(),
        tally.count(Status.HOLDS),
        tally.count(Status.VIOLATED),
        tally.count(Status.INCONCLUSIVE),
        tally.discards(),
        tally.faults().size(),
        tally.unsuitable());
  }

  /** How many cases were checked. */
  public int checked() {
    return holds + violated + inconclusive;
  }
}
