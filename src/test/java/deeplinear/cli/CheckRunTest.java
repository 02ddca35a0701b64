package deeplinear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.RationalMatrix;
import deeplinear.counterexample.Counterexample;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.network.DataSet;
import deeplinear.network.Instance;
import deeplinear.report.EntryStatus;
import deeplinear.report.LedgerEntry;
import deeplinear.theorem.Hypothesis;
import deeplinear.theorem.Laboratory;
import deeplinear.theorem.Statement;
import deeplinear.theorem.Theorem;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CheckRunTest {

  private static final DataSet DATA =
      new DataSet(
          "d",
          List.of("a"),
          List.of("y"),
          RationalMatrix.of(new long[][] {{1, 2}}),
          RationalMatrix.of(new long[][] {{3, 5}}));

  /** A claim with a check of our choice. */
  private record Fake(Function<Instance, Verdict> check, boolean isMet)
      implements Theorem<Instance> {

    @Override
    public Statement statement() {
      return Statement.theorem("fake/claim", "text", "checked", Grade.EXACT, "X", "control");
    }

    @Override
    public Class<Instance> subject() {
      return Instance.class;
    }

    @Override
    public List<Hypothesis<? super Instance>> hypotheses() {
      return List.of(new Hypothesis<Instance>("luck", i -> isMet));
    }

    @Override
    public Verdict check(Instance subject, Laboratory laboratory) {
      return check.apply(subject);
    }
  }

  private static CheckRun.Result run(Function<Instance, Verdict> check, boolean isMet) {
    DataSubjects subjects = new DataSubjects(DATA, List.of(1), 1, 3);
    return new CheckRun(subjects, "d.csv, hidden 1", 1).of(new Fake(check, isMet));
  }

  private static LedgerEntry entry(Function<Instance, Verdict> check) {
    return run(check, true).entry().orElseThrow();
  }

  @Test
  void everyCandidateIsChecked() {
    LedgerEntry entry = entry(i -> Verdict.of(Atom.exact("x", true, "")));
    assertEquals(EntryStatus.HOLDS, entry.status());
    assertEquals(15, entry.holds());
    assertEquals(3, entry.strata().get("raw data"));
    assertEquals(ExitCode.HOLDS, ExitCode.of(List.of(entry)));
  }

  @Test
  void violationIsShrunk_andNotAccepted() {
    CheckRun.Result result = run(i -> Verdict.of(Atom.exact("x", i.isWhitened(), "")), true);
    LedgerEntry entry = result.entry().orElseThrow();
    assertEquals(EntryStatus.VIOLATED, entry.status());
    assertFalse(entry.passed());
    assertEquals("second look: confirmed", entry.message());
    Counterexample counterexample = result.counterexample().orElseThrow();
    assertFalse(counterexample.shrunk().instance().isWhitened());
    assertEquals(ExitCode.VIOLATED, ExitCode.of(List.of(entry)));
  }

  @Test
  void undecidedCasesAreNotAccepted() {
    LedgerEntry entry =
        entry(
            i ->
                Verdict.of(
                    i.isWhitened()
                        ? Atom.exact("x", true, "")
                        : Atom.inconclusive("x", Grade.NUMERICAL, "")));
    assertEquals(EntryStatus.INCONCLUSIVE, entry.status());
    assertEquals("3 of 15 cases undecided", entry.message());
    assertEquals(ExitCode.INCONCLUSIVE, ExitCode.of(List.of(entry)));
  }

  @Test
  void breakdownIsAFailureOfThisTheoremOnly() {
    LedgerEntry entry =
        entry(
            i -> {
              throw new ArithmeticException("no convergence");
            });
    assertEquals(EntryStatus.FAILED, entry.status());
    assertTrue(entry.message().contains("no convergence"), entry.message());
    assertEquals(ExitCode.INCONCLUSIVE, ExitCode.of(List.of(entry)));
  }

  @Test
  void missingHypothesisMakesItNotApplicable() {
    CheckRun.Result result = run(i -> Verdict.of(Atom.exact("x", true, "")), false);
    assertTrue(result.entry().isEmpty());
    assertEquals("not applicable: needs luck", result.reason());
    assertEquals(ExitCode.INCONCLUSIVE, ExitCode.of(List.of()));
  }
}
