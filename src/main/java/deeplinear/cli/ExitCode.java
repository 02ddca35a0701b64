package deeplinear.cli;

import deeplinear.claim.Kind;
import deeplinear.evidence.Status;
import deeplinear.report.EntryStatus;
import deeplinear.report.LedgerEntry;
import java.util.List;

/** What the program returns to the shell. */
final class ExitCode {

  /** Everything holds. */
  static final int HOLDS = 0;

  /** Some claim is violated. */
  static final int VIOLATED = 1;

  /** The command or its input cannot be used. */
  static final int BAD_INPUT = 2;

  /** Nothing is violated, but something could not be decided, or nothing was applicable. */
  static final int INCONCLUSIVE = 3;

  /** A fault of the program. */
  static final int FAULT = 70;

  private ExitCode() {}

  /** The exit code of a check that led to these entries. Open questions may come out anyhow. */
  static int of(List<LedgerEntry> entries) {
    if (entries.stream()
        .anyMatch(e -> e.kind() == Kind.THEOREM && e.outcome().status() == EntryStatus.VIOLATED)) {
      return VIOLATED;
    }
    return !entries.isEmpty() && entries.stream().allMatch(e -> e.outcome().passed())
        ? HOLDS
        : INCONCLUSIVE;
  }

  /** The exit code of a single verdict. */
  static int of(Status status) {
    return switch (status) {
      case HOLDS -> HOLDS;
      case VIOLATED -> VIOLATED;
      case INCONCLUSIVE -> INCONCLUSIVE;
    };
  }
}
