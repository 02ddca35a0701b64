package deeplinear.report;

import com.fasterxml.jackson.annotation.JsonFormat;
import deeplinear.claim.Sheet;
import deeplinear.trial.Tally;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The cases of a ledger entry.
 *
 * @param origin where they come from, for example {@code random corpus} or {@code iris, hidden 5}
 * @param seed of the run: with it and its name, every case can be made again. A text in JSON, where
 *     many readers have no such long numbers
 * @param counts how many there were, by what came out
 * @param substance how many were worth having
 * @param strata how many checked cases came from each stratum
 * @param features how many checked cases had each feature
 */
public record Cases(
    String origin,
    @JsonFormat(shape = JsonFormat.Shape.STRING) long seed,
    Counts counts,
    Substance substance,
    Map<String, Integer> strata,
    Map<String, Integer> features) {

  /** Where the cases of the random corpus come from. */
  public static final String CORPUS = "random corpus";

  /**
   * What makes a case worth having.
   *
   * @param text in words
   * @param count how many checked cases were
   */
  public record Substance(String text, int count) {
    /** Requires the text. */
    public Substance {
      Objects.requireNonNull(text, "text");
    }
  }

  /** Sorts the names. */
  public Cases {
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(counts, "counts");
    Objects.requireNonNull(substance, "substance");
    strata = sorted(Objects.requireNonNull(strata, "strata"));
    features = sorted(Objects.requireNonNull(features, "features"));
  }

  private static Map<String, Integer> sorted(Map<String, Integer> map) {
    return Collections.unmodifiableMap(new TreeMap<>(map));
  }

  static Cases of(Sheet<?> sheet, Tally<?> tally, String origin, long seed) {
    return new Cases(
        origin,
        seed,
        Counts.of(tally),
        new Substance(sheet.substance(), tally.substantial()),
        tally.strata(),
        tally.features());
  }
}
