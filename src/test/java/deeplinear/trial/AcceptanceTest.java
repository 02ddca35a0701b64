package deeplinear.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.claim.Claim;
import deeplinear.claim.Hypothesis;
import deeplinear.claim.Sheet;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Status;
import deeplinear.evidence.Verdict;
import deeplinear.network.Instance;
import deeplinear.sample.Instances;
import deeplinear.sample.Size;
import deeplinear.sample.Source;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AcceptanceTest {

  private static final int CASES = 100;

  private static List<String> complaints(Claim<Instance> claim) {
    Tally<Instance> tally = Trials.run(Plan.corpus(claim, 7), CASES);
    return Acceptance.CORPUS.complaints(claim.sheet(), tally);
  }

  private static void assertComplains(Claim<Instance> claim, String... words) {
    String all = String.join("\n", complaints(claim));
    for (String word : words) {
      assertTrue(all.contains(word), () -> word + " is not in: " + all);
    }
  }

  /** The first {@code n} verdicts that are asked for are this one. */
  private static Planted first(int n, Atom atom) {
    AtomicInteger count = new AtomicInteger();
    return Planted.of(x -> Verdict.of(count.getAndIncrement() < n ? atom : Planted.HOLDS));
  }

  @Test
  void claimsThatHoldAreAccepted() {
    assertEquals(List.of(), complaints(Planted.always(Planted.HOLDS)));
  }

  @Test
  void oneViolatedCaseIsNotAccepted_andIsNamed() {
    assertComplains(
        first(1, Planted.FAILS), "violated by 1 of 100", "trial/planted@1/small/", "a, planted");
  }

  @Test
  void inconclusiveCasesAreCapped() {
    assertEquals(List.of(), complaints(first(2, Planted.OPEN)));
    assertComplains(first(3, Planted.OPEN), "3 of 100 cases are inconclusive", "too wide");
    assertComplains(Planted.always(Planted.OPEN), "100 of 100 cases are inconclusive");
  }

  @Test
  void casesThatLackHypothesesAreCapped() {
    Hypothesis<Instance> deep = Hypothesis.of("deep", x -> x.architecture().depth() > 1);
    assertComplains(
        Planted.of(
            x -> Verdict.of(Planted.HOLDS), sheet -> sheet.givenInseparable(deep, "planted")),
        "lack a hypothesis");
    assertComplains(
        Planted.of(
            x -> Verdict.of(Planted.HOLDS),
            sheet -> sheet.givenInseparable(Hypothesis.of("never", x -> false), "planted")),
        "no case was checked");
  }

  @Test
  void comparisonsMustBeDeclared() {
    assertComplains(Planted.always(Atom.exact("b", true, "")), "compared, but not declared: b");
  }

  @Test
  void casesMustBeWorthHaving() {
    AtomicInteger count = new AtomicInteger();
    Planted half =
        Planted.of(
            x -> Verdict.of(Planted.HOLDS).withSubstance(count.getAndIncrement() % 100 < 59),
            sheet -> sheet.substance("planted"));
    assertComplains(half, "only 59 of 100 cases are worth having (planted)");
    assertComplains(
        Planted.of(x -> Verdict.of(Planted.HOLDS), sheet -> sheet.substance("none", x -> false)),
        "only 0 of 100");
  }

  @Test
  void exceptionsAreFaultsOfTheirOwnCase() {
    Planted judging =
        Planted.of(
            x -> {
              if (x.architecture().depth() == 3) {
                throw new IllegalStateException("planted");
              }
              return Verdict.of(Planted.HOLDS);
            });
    assertComplains(judging, "cases broke off", "IllegalStateException: planted");
    Tally<Instance> tally = Trials.run(Plan.corpus(judging, 7), CASES);
    assertEquals(CASES, tally.count(Status.HOLDS) + tally.faults().size());
    assertTrue(tally.count(Status.HOLDS) > 0);
    Planted asking =
        new Planted(
            x -> Verdict.of(Planted.HOLDS),
            sheet -> sheet,
            x -> {
              throw new ArithmeticException("asked");
            });
    assertComplains(asking, "100 cases broke off", "ArithmeticException: asked");
    Planted drawing =
        Planted.of(
            x -> Verdict.of(Planted.HOLDS),
            sheet ->
                sheet.cases(
                    Source.of(
                        "bad",
                        1,
                        draw -> {
                          throw new ArithmeticException("drawn");
                        })));
    assertComplains(drawing, "100 cases broke off", "ArithmeticException: drawn");
  }

  @Test
  void falseConjecturesMustBeRefuted() {
    Planted stubborn =
        Planted.of(
            x -> Verdict.of(Planted.HOLDS),
            sheet ->
                Sheet.falseConjecture(Instance.class, "false", "WA25", Grade.EXACT, "1-1")
                    .atoms("a")
                    .cases(Source.of("small", 1, Instances.whitened(Size.SMALL, 1, 3))));
    assertComplains(stubborn, "not refuted by 100 cases");
  }
}
