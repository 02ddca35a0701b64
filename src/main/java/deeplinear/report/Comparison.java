package deeplinear.report;

import deeplinear.claim.Sheet;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Status;
import deeplinear.evidence.Verdict;
import deeplinear.trial.Tally;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A comparison that a claim makes.
 *
 * @param name what is compared
 * @param seen how often it was made under all hypotheses, by cases and by the proof
 * @param violated how often it failed there
 * @param violatedBy what made it fail first: {@code without: HYPOTHESIS}, {@code neighbor: NAME},
 *     {@code law: NAME} or {@code a case}; null if nothing did
 */
public record Comparison(String name, int seen, int violated, @Nullable String violatedBy) {

  /** Requires the name. */
  public Comparison {
    Objects.requireNonNull(name, "name");
  }

  /** Those that the sheet declares, in its order, and any others that were made. */
  static List<Comparison> of(
      Sheet<?> sheet, Tally<?> tally, Optional<Verdict> proof, Map<String, String> violatedBy) {
    Map<String, Integer> seen = new TreeMap<>(tally.seen());
    Map<String, Integer> violated = new TreeMap<>(tally.violated());
    for (Atom atom : proof.map(Verdict::atoms).orElse(List.of())) {
      seen.merge(atom.name(), 1, Integer::sum);
      if (atom.status() == Status.VIOLATED) {
        violated.merge(atom.name(), 1, Integer::sum);
      }
    }
    Set<String> names = new LinkedHashSet<>(sheet.atoms());
    names.addAll(seen.keySet());
    return names.stream()
        .map(
            name ->
                new Comparison(
                    name,
                    seen.getOrDefault(name, 0),
                    violated.getOrDefault(name, 0),
                    violatedBy.get(name)))
        .toList();
  }
}
