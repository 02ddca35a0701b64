package deeplinear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import deeplinear.claim.Sheet;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Status;
import deeplinear.evidence.Verdict;
import deeplinear.network.Instance;
import deeplinear.report.LedgerEntry;
import deeplinear.sample.Instances;
import deeplinear.trial.Acceptance;
import deeplinear.trial.Plan;
import deeplinear.trial.Trials;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExitCodeTest {

  private static LedgerEntry violated(Sheet<Instance> sheet) {
    Fake claim =
        new Fake(
            sheet.atoms("x").cases(Instances.whitened(1, 2)),
            i -> Verdict.of(Atom.exact("x", false, "")));
    return LedgerEntry.of(
        claim,
        Trials.run(Plan.corpus(claim, 1), 3),
        "here",
        1,
        new Acceptance(0, 0, 0, 0),
        Optional.empty());
  }

  @Test
  void onlyViolatedTheoremsAreViolations() {
    LedgerEntry theorem = violated(Sheet.theorem(Instance.class, "text", "X", Grade.EXACT));
    LedgerEntry conjecture =
        violated(Sheet.falseConjecture(Instance.class, "text", "X", Grade.EXACT, "1-1"));
    LedgerEntry question = violated(Sheet.open(Instance.class, "text", "X", Grade.EXACT));
    assertEquals(ExitCode.VIOLATED, ExitCode.of(List.of(question, theorem)));
    assertEquals(ExitCode.HOLDS, ExitCode.of(List.of(conjecture, question)));
  }

  @Test
  void verdictsHaveExitCodes() {
    assertEquals(0, ExitCode.of(Status.HOLDS));
    assertEquals(1, ExitCode.of(Status.VIOLATED));
    assertEquals(3, ExitCode.of(Status.INCONCLUSIVE));
  }
}
