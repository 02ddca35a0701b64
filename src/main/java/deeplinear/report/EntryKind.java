package deeplinear.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import deeplinear.theorem.Kind;

/** What a ledger entry is about. */
public enum EntryKind {
  /** A proved claim: no case may violate it. */
  @JsonProperty("theorem")
  THEOREM,
  /** A false claim: some case must violate it. */
  @JsonProperty("false-conjecture")
  FALSE_CONJECTURE,
  /** A claim without one of its hypotheses: some case must violate it. */
  @JsonProperty("control")
  CONTROL;

  /** The kind of an entry about a claim under all its hypotheses. */
  static EntryKind of(Kind kind) {
    return switch (kind) {
      case THEOREM -> THEOREM;
      case FALSE_CONJECTURE -> FALSE_CONJECTURE;
    };
  }
}
