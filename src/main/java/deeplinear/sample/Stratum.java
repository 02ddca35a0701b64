package deeplinear.sample;

/**
 * A named part of the cases of a claim.
 *
 * @param name short, for the names of trials and for reports
 * @param weight its share of the cases, relative to the other strata
 * @param generator draws its subjects
 * @param <I> the kind of subject
 */
public record Stratum<I>(String name, int weight, Generator<I> generator) {

  /** Checks name and weight. */
  public Stratum {
    if (!name.matches("[a-z0-9][a-z0-9-]*") || weight < 1) {
      throw new IllegalArgumentException(
          "a stratum has a name such as near-minimum and a weight ≥ 1, not \""
              + name
              + "\" and "
              + weight);
    }
  }
}
