package deeplinear.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import deeplinear.counterexample.Counterexample;
import deeplinear.trial.Control;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of a claim without a hypothesis, or of a wrong neighbor.
 *
 * @param name of the hypothesis or the neighbor
 * @param dropped what came out
 * @param smallest the widths of the smallest witness; null if there is none
 * @param witness the name of its file; null if there is none
 * @param cases how many cases were checked
 * @param violated the comparisons that failed, and how often
 * @param remark why the hypothesis is not needed or cannot be dropped, as far as it is known
 * @param complaint why the run does not accept that; empty if it does
 */
public record ControlEntry(
    String name,
    Dropped dropped,
    @Nullable String smallest,
    @Nullable String witness,
    int cases,
    Map<String, Integer> violated,
    String remark,
    String complaint) {

  /** What came out, in the words of reports. */
  public enum Dropped {
    /** Some case violates the statement. */
    @JsonProperty("refuted")
    REFUTED,
    /** None does. */
    @JsonProperty("not refuted")
    NOT_REFUTED,
    /** No subject lacks the hypothesis alone. */
    @JsonProperty("no source")
    NO_SOURCE;

    static Dropped of(Control.Outcome outcome) {
      return switch (outcome) {
        case REFUTED -> REFUTED;
        case NOT_REFUTED -> NOT_REFUTED;
        case NO_SOURCE -> NO_SOURCE;
      };
    }

    /** For readers. */
    public String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** Sorts the names. */
  public ControlEntry {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(dropped, "dropped");
    Objects.requireNonNull(remark, "remark");
    Objects.requireNonNull(complaint, "complaint");
    violated =
        Collections.unmodifiableMap(new TreeMap<>(Objects.requireNonNull(violated, "violated")));
  }

  static ControlEntry of(Control control, String remark) {
    return new ControlEntry(
        control.name(),
        Dropped.of(control.outcome()),
        control.witness().map(Counterexample::widths).orElse(null),
        control.witness().map(Counterexample::fileName).orElse(null),
        control.cases(),
        control.violated(),
        remark,
        control.complaint());
  }
}
