package deeplinear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.RationalMatrix;
import deeplinear.claim.Claim;
import deeplinear.counterexample.Counterexample;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.network.DataSet;
import deeplinear.network.Instance;
import deeplinear.report.EntryStatus;
import deeplinear.report.LedgerEntry;
import deeplinear.trial.Acceptance;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class DataCheckTest {

  private static final DataSet DATA =
      new DataSet(
          "d",
          List.of("a"),
          List.of("y"),
          RationalMatrix.of(new long[][] {{1, 2}}),
          RationalMatrix.of(new long[][] {{3, 5}}));

  private static DataCheck.Result run(Claim<Instance> claim) {
    GivenData given = new GivenData(DATA, List.of(1));
    return new DataCheck(given, "d.csv, hidden 1", 1, 3, Acceptance.DATA).of(claim);
  }

  private static LedgerEntry entry(Function<Instance, Verdict> check) {
    return run(Fake.of(check)).entry().orElseThrow();
  }

  @Test
  void everyStratumIsChecked_whitenedAndAsTheDataAre() {
    LedgerEntry entry = entry(i -> Fake.holds());
    assertEquals(EntryStatus.HOLDS, entry.outcome().status());
    assertEquals(
        Map.of("whitened-many", 3, "whitened-few", 3, "raw-many", 3, "raw-few", 3),
        entry.cases().strata());
    assertEquals("d.csv, hidden 1", entry.cases().origin());
    assertEquals(ExitCode.HOLDS, ExitCode.of(List.of(entry)));
  }

  @Test
  void subjectsAreThoseOfTheData() {
    LedgerEntry entry =
        entry(
            i ->
                Verdict.of(
                    Atom.exact(
                        "x",
                        i.architecture().toString().equals("1-1-1")
                            && (i.isWhitened() || i.target().matrix().equals(DATA.raw().matrix())),
                        i.architecture().toString())));
    assertEquals(EntryStatus.HOLDS, entry.outcome().status(), entry.toString());
    assertEquals(6, entry.cases().features().get("raw data"));
  }

  @Test
  void violationIsShrunk_andNotAccepted() {
    DataCheck.Result result =
        run(Fake.of(i -> Verdict.of(Atom.exact("x", i.isWhitened(), "as said"))));
    LedgerEntry entry = result.entry().orElseThrow();
    assertEquals(EntryStatus.VIOLATED, entry.outcome().status());
    assertFalse(entry.outcome().passed());
    String complaint = entry.outcome().complaints().get(0);
    assertTrue(
        complaint.startsWith("violated by 6 of 12 cases; first by fake/claim@1/raw-"), complaint);
    Counterexample counterexample = result.counterexample().orElseThrow();
    assertFalse(counterexample.shrunk().instance().isWhitened());
    assertEquals(counterexample.fileName(), entry.outcome().counterexample());
    assertEquals(ExitCode.VIOLATED, ExitCode.of(List.of(entry)));
  }

  @Test
  void undecidedCasesAreNotAccepted_andTheReasonIsTold() {
    LedgerEntry entry =
        entry(
            i ->
                i.isWhitened()
                    ? Fake.holds()
                    : Verdict.inconclusive("x", Grade.NUMERICAL, "too few digits"));
    assertEquals(EntryStatus.INCONCLUSIVE, entry.outcome().status());
    String complaint = entry.outcome().complaints().get(0);
    assertTrue(complaint.startsWith("6 of 12 cases are inconclusive"), complaint);
    assertTrue(complaint.contains("too few digits"), complaint);
    assertEquals(ExitCode.INCONCLUSIVE, ExitCode.of(List.of(entry)));
  }

  @Test
  void breakdownIsAFailureOfThisClaimOnly() {
    LedgerEntry entry =
        entry(
            i -> {
              throw new ArithmeticException("no convergence");
            });
    assertEquals(EntryStatus.FAILED, entry.outcome().status());
    assertTrue(
        entry.outcome().complaints().get(0).contains("no convergence"),
        () -> entry.outcome().complaints().toString());
    assertEquals(ExitCode.INCONCLUSIVE, ExitCode.of(List.of(entry)));
  }

  @Test
  void missingHypothesisMakesItNotApplicable() {
    DataCheck.Result result = run(Fake.unlucky());
    assertTrue(result.entry().isEmpty());
    assertEquals("not applicable: needs luck", result.reason());
    assertEquals(ExitCode.INCONCLUSIVE, ExitCode.of(List.of()));
  }

  @Test
  void networkThatDoesNotFitMakesItNotApplicable() {
    DataCheck.Result result = run(Fake.deep());
    assertTrue(result.entry().isEmpty());
    assertEquals(
        "not applicable: needs depth h ≥ 5; the network 1-1-1 has depth 2", result.reason());
  }

  @Test
  void seedDecidesTheCases() {
    GivenData given = new GivenData(DATA, List.of(1));
    Claim<Instance> claim = Fake.of(i -> Fake.holds());
    List<Instance> one = subjects(given, claim, 1);
    assertEquals(one, subjects(given, claim, 1));
    assertFalse(one.equals(subjects(given, claim, 2)));
  }

  private static List<Instance> subjects(GivenData given, Claim<Instance> claim, long seed) {
    return given.plans(claim, seed).stream()
        .flatMap(plan -> plan.trials(0, 4).stream())
        .map(trial -> trial.subject())
        .toList();
  }
}
