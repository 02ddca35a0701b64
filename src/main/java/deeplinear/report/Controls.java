package deeplinear.report;

import deeplinear.claim.Given;
import deeplinear.network.Subject;
import deeplinear.trial.Control;
import deeplinear.trial.Examination;
import deeplinear.trial.Sensitivity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What shows that the check of a claim can fail.
 *
 * @param hypotheses the claim without each of its hypotheses: its row of the necessity map
 * @param neighbors wrong statements next to it
 * @param laws for each wrong law of motion, by name, the comparisons that see it
 * @param bits the largest k for which a first layer that is faster by 2^{−k} is seen; null if no
 *     law is
 */
public record Controls(
    List<ControlEntry> hypotheses,
    List<ControlEntry> neighbors,
    Map<String, List<String>> laws,
    @Nullable Integer bits) {

  /** Of a run that makes none. */
  public static final Controls NONE = new Controls(List.of(), List.of(), Map.of(), null);

  /** Copies the lists. */
  public Controls {
    hypotheses = List.copyOf(Objects.requireNonNull(hypotheses, "hypotheses"));
    neighbors = List.copyOf(Objects.requireNonNull(neighbors, "neighbors"));
    Map<String, List<String>> copy = new LinkedHashMap<>();
    Objects.requireNonNull(laws, "laws").forEach((law, atoms) -> copy.put(law, List.copyOf(atoms)));
    laws = Collections.unmodifiableMap(copy);
  }

  static <I extends Subject> Controls of(Examination<I> examination) {
    List<Given<I>> givens = examination.claim().sheet().givens();
    List<ControlEntry> hypotheses = new ArrayList<>();
    for (Control control : examination.hypotheses()) {
      String remark =
          givens.stream()
              .filter(given -> given.hypothesis().name().equals(control.name()))
              .map(Given::remark)
              .findFirst()
              .orElse("");
      hypotheses.add(ControlEntry.of(control, remark));
    }
    Sensitivity sensitivity = examination.sensitivity();
    Map<String, List<String>> laws = new LinkedHashMap<>();
    sensitivity
        .violated()
        .forEach((law, atoms) -> laws.put(law, atoms.keySet().stream().sorted().toList()));
    OptionalInt bits = sensitivity.bits();
    return new Controls(
        hypotheses,
        examination.neighbors().stream().map(c -> ControlEntry.of(c, "")).toList(),
        laws,
        bits.isPresent() ? bits.getAsInt() : null);
  }
}
