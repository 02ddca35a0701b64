package deeplinear.report;

import deeplinear.evidence.Grade;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came out for a claim, and whether that is accepted.
 *
 * @param status of all cases together
 * @param passed whether the run accepts the result
 * @param grade the weakest grade of evidence that was reached
 * @param complaints why the run does not accept it; empty if it does
 * @param counterexample to the claim under all its hypotheses: the name of its file; null if there
 *     is none
 */
public record Outcome(
    EntryStatus status,
    boolean passed,
    Grade grade,
    List<String> complaints,
    @Nullable String counterexample) {

  /** Copies the list. */
  public Outcome {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(grade, "grade");
    complaints = List.copyOf(Objects.requireNonNull(complaints, "complaints"));
  }
}
