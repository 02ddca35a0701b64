package deeplinear.report;

import deeplinear.claim.Sheet;
import deeplinear.trial.Tally;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A comparison that a claim makes.
 *
 * @param name what is compared
 * @param seen how often it was made under all hypotheses
 * @param violated how often it failed there
 * @param violatedBy what made it fail first: {@code without: HYPOTHESIS}, {@code neighbor: NAME},
 *     {@code law: NAME} or {@code a case}; null if nothing did
 */
public record Comparison(String name, int seen, int violated, @Nullable String violatedBy) {

  /** Requires the name. */
  public Comparison {
    Objects.requireNonNull(name, "name");
  }

  /** Those that the sheet declares, in its order, and any others that were seen. */
  static List<Comparison> of(Sheet<?> sheet, Tally<?> tally, Map<String, String> violatedBy) {
    Set<String> names = new LinkedHashSet<>(sheet.atoms());
    names.addAll(new TreeSet<>(tally.seen().keySet()));
    return names.stream()
        .map(
            name ->
                new Comparison(
                    name,
                    tally.seen().getOrDefault(name, 0),
                    tally.violated().getOrDefault(name, 0),
                    violatedBy.get(name)))
        .toList();
  }
}
