package deeplinear.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.claim.Answers;
import deeplinear.claim.Claim;
import deeplinear.claim.Hypothesis;
import deeplinear.claim.Laboratory;
import deeplinear.claim.Sheet;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Status;
import deeplinear.evidence.Verdict;
import deeplinear.flow.Dynamics;
import deeplinear.network.Instance;
import deeplinear.trial.Acceptance;
import deeplinear.trial.Examination;
import deeplinear.trial.Plan;
import deeplinear.trial.Tally;
import deeplinear.trial.Trials;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LedgerEntryTest {

  @Test
  void casesAreCountedByStatusStratumAndSubstance() {
    Cases cases = Entries.entry("here").cases();
    assertEquals(new Counts(9, 9, 0, 0, 0, 0, Map.of()), cases.counts());
    assertEquals(Map.of("ones", 6, "twos", 3), cases.strata());
    assertEquals(new Cases.Substance("W_1 = 1", 6), cases.substance());
    assertEquals(9, cases.features().get("depth 2"));
    assertEquals(-42, cases.seed());
  }

  @Test
  void closestCallNamesItsCase() {
    ClosestCall call = Entries.entry(Entries.violated(), "here").closestCall();
    assertNotNull(call);
    assertEquals("chapter/violated@1/ones/0", call.trial());
    assertEquals(-1, call.margin());
    assertEquals("a", call.atom());
    assertTrue(String.valueOf(call.subject()).contains("instance"));
  }

  @Test
  void numbersThatAreNotFiniteAreNull() {
    Atom atom =
        new Atom(
            "a", Grade.NUMERICAL, Status.VIOLATED, Double.POSITIVE_INFINITY, 1, Double.NaN, "");
    ClosestCall call = Entries.entry(Entries.claim("chapter/claim", atom), "here").closestCall();
    assertNotNull(call);
    assertNull(call.defect());
    assertNull(call.resolution());
    assertEquals(-1, call.margin());
  }

  @Test
  void complaintsDecideWhetherARunAccepts() {
    LedgerEntry accepted = Entries.entry("here");
    assertTrue(accepted.outcome().passed());
    assertEquals(List.of(), accepted.outcome().complaints());
    Acceptance strict = new Acceptance(0, 0, 0, 0.7);
    LedgerEntry refused = Entries.entry(Entries.holding(), "here", strict);
    assertFalse(refused.outcome().passed());
    assertEquals(EntryStatus.FAILED, refused.outcome().status());
    assertTrue(
        refused.outcome().complaints().get(0).contains("only 6 of 9 cases are worth having"),
        () -> refused.outcome().complaints().toString());
  }

  @Test
  void failureProbabilityCountsWhatDoesNotHold() {
    FailureProbability good = Entries.entry("here").failureProbability();
    assertNotNull(good);
    assertEquals(1 - Math.pow(0.01, 1.0 / 9), good.upper(), 1e-12);
    FailureProbability bad = Entries.entry(Entries.violated(), "here").failureProbability();
    assertNotNull(bad);
    assertEquals(1, bad.upper());
    Sheet<Instance> sheet =
        Sheet.falseConjecture(Instance.class, "text", "X", Grade.EXACT, "1-1-1")
            .atoms("a")
            .cases(Entries.cases());
    LedgerEntry wrong =
        Entries.entry(
            new Entries.Fake("chapter/wrong", sheet, i -> Verdict.of(Atom.exact("a", false, ""))),
            "here");
    assertNull(wrong.failureProbability());
    assertEquals(EntryStatus.REFUTED, wrong.outcome().status());
  }

  @Test
  void faultsCountAgainstTheBound() {
    int[] next = {0};
    Entries.Fake claim =
        new Entries.Fake(
            "chapter/claim",
            Entries.theorem(),
            i -> {
              synchronized (next) {
                if (next[0]++ == 0) {
                  throw new ArithmeticException("no convergence");
                }
              }
              return Verdict.of(Atom.exact("a", true, ""));
            });
    LedgerEntry entry = Entries.entry(claim, "here");
    assertEquals(EntryStatus.FAILED, entry.outcome().status());
    assertEquals(1, entry.cases().counts().faults());
    FailureProbability bound = entry.failureProbability();
    assertNotNull(bound);
    assertTrue(bound.upper() > 0.5, bound.toString());
  }

  @Test
  void examinationTellsWhatMadeTheCheckFail() {
    LedgerEntry entry =
        LedgerEntry.of(Entries.examination(Entries.controlled()), Acceptance.CORPUS);
    assertEquals(Cases.CORPUS, entry.cases().origin());
    assertEquals(List.of(), entry.outcome().complaints());
    assertEquals(List.of(new Comparison("a", 9, 0, "without: W_1 = 1")), entry.atoms());
    ControlEntry dropped = entry.controls().hypotheses().get(0);
    assertEquals(ControlEntry.Dropped.REFUTED, dropped.dropped());
    assertEquals("1-1", dropped.smallest());
    assertTrue(String.valueOf(dropped.witness()).startsWith("chapter-controlled--without-W-1-1-"));
    ControlEntry inseparable = entry.controls().hypotheses().get(1);
    assertEquals(ControlEntry.Dropped.NO_SOURCE, inseparable.dropped());
    assertEquals("there is no other", inseparable.remark());
    assertEquals(ControlEntry.Dropped.REFUTED, entry.controls().neighbors().get(0).dropped());
    assertFalse(entry.controls().laws().isEmpty());
    assertNull(entry.controls().bits());
  }

  @Test
  void hypothesisThatIsNotNeededIsAComplaint() {
    Sheet<Instance> sheet =
        Entries.theorem()
            .given(Hypothesis.of("luck", i -> false), draw -> Entries.smallest(), "1-1-1");
    Entries.Fake claim =
        new Entries.Fake("chapter/claim", sheet, i -> Verdict.of(Atom.exact("a", true, "")));
    LedgerEntry entry = LedgerEntry.of(Entries.examination(claim), Acceptance.CORPUS);
    assertFalse(entry.outcome().passed());
    assertEquals(EntryStatus.FAILED, entry.outcome().status());
    assertNull(entry.atoms().get(0).violatedBy());
  }

  @Test
  void controlThatIsNotRefutedIsCalledSo() {
    Sheet<Instance> sheet =
        Entries.theorem()
            .givenUnneeded(
                Hypothesis.of("luck", i -> false), draw -> Entries.smallest(), "as it seems");
    Entries.Fake claim =
        new Entries.Fake("chapter/claim", sheet, i -> Verdict.of(Atom.exact("a", true, "")));
    LedgerEntry entry = LedgerEntry.of(Entries.examination(claim), Acceptance.CORPUS);
    ControlEntry control = entry.controls().hypotheses().get(0);
    assertEquals(ControlEntry.Dropped.NOT_REFUTED, control.dropped());
    assertEquals("as it seems", control.remark());
    assertNull(control.smallest());
    assertEquals(new Counts(9, 0, 0, 0, 9, 0, Map.of()), entry.cases().counts());
  }

  @Test
  void proofIsTheGradeAndIsCounted() {
    Claim<Instance> proved =
        new Claim<>() {
          @Override
          public String id() {
            return "chapter/proved";
          }

          @Override
          public Sheet<Instance> sheet() {
            return Sheet.theorem(Instance.class, "text", "X", Grade.PROVED)
                .atoms("a", "p")
                .cases(Entries.cases());
          }

          @Override
          public Optional<Verdict> proof(Dynamics law) {
            return Optional.of(Verdict.of(Atom.proved("p", true, "depths 1 to 8")));
          }

          @Override
          public Verdict judge(Instance subject, Laboratory laboratory, Answers answers) {
            return Verdict.of(Atom.exact("a", true, ""));
          }
        };
    Tally<Instance> tally = Trials.run(Plan.corpus(proved, 1), 9);
    LedgerEntry entry = LedgerEntry.of(Examination.of(proved, 1, tally), Acceptance.CORPUS);
    assertEquals(Grade.PROVED, entry.outcome().grade());
    assertEquals(
        List.of(new Comparison("a", 9, 0, null), new Comparison("p", 1, 0, null)), entry.atoms());
  }

  @Test
  void runThatBreaksOffIsNotAccepted() {
    LedgerEntry entry =
        LedgerEntry.broken(Entries.holding(), "here", 7, new ArithmeticException("overflow"));
    assertEquals(EntryStatus.FAILED, entry.outcome().status());
    assertFalse(entry.outcome().passed());
    assertTrue(entry.outcome().complaints().get(0).contains("overflow"));
    assertEquals(0, entry.cases().counts().tries());
  }
}
