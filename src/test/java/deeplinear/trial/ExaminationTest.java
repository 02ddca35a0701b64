package deeplinear.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.claim.Hypothesis;
import deeplinear.claim.Sheet;
import deeplinear.evidence.Verdict;
import deeplinear.network.Instance;
import deeplinear.sample.Generator;
import deeplinear.sample.Instances;
import deeplinear.sample.Size;
import deeplinear.sample.Source;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What drops hypotheses and tries wrong neighbors must see red where a sheet says wrong things. */
class ExaminationTest {

  private static final Hypothesis<Instance> SHALLOW =
      Hypothesis.of("depth at most 2", x -> x.architecture().depth() <= 2);

  private static final Generator<Instance> DEEP = Instances.whitened(Size.SMALL, 3, 3);

  /** Fails from depth 3 on, and has cases up to depth 2. */
  private static Planted claim(UnaryOperator<Sheet<Instance>> more) {
    return Planted.of(
        x -> Planted.failingFrom(3, x),
        sheet ->
            more.apply(sheet.cases(Source.of("shallow", 1, Instances.whitened(Size.SMALL, 1, 2)))));
  }

  private static Examination<Instance> examine(Planted claim) {
    return Examination.of(claim, 3, Trials.run(Plan.corpus(claim, 3), 60));
  }

  private static void assertComplains(Planted claim, String word) {
    String all = String.join("\n", examine(claim).complaints(Acceptance.CORPUS));
    assertTrue(all.contains(word), () -> word + " is not in: " + all);
  }

  @Test
  void hypothesesThatAreNeededAreSeenToBe() {
    Examination<Instance> seen = examine(claim(s -> s.given(SHALLOW, DEEP, "1-1-1-1")));
    assertEquals(List.of(), seen.complaints(Acceptance.CORPUS));
    assertEquals(Control.Outcome.REFUTED, seen.hypotheses().get(0).outcome());
    assertEquals("1-1-1-1", seen.hypotheses().get(0).witness().orElseThrow().widths());
    assertEquals(Map.of("a", "without: depth at most 2"), seen.violatedBy());
  }

  @Test
  void smallestWitnessesAreCompared() {
    assertComplains(
        claim(s -> s.given(SHALLOW, DEEP, "1-2-1-1")),
        "the smallest witness is 1-1-1-1, but the sheet says 1-2-1-1");
  }

  @Test
  void hypothesesThatAreNotRefutedAreSeen() {
    Planted vacuous =
        Planted.of(
            x -> Verdict.of(Planted.HOLDS),
            s ->
                s.cases(Source.of("shallow", 1, Instances.whitened(Size.SMALL, 1, 2)))
                    .given(SHALLOW, DEEP, "1-1-1-1"));
    assertComplains(vacuous, "without \"depth at most 2\": not refuted");
    assertComplains(vacuous, "nothing made \"a\" fail: a check that cannot fail is a defect");
  }

  @Test
  void hypothesesSaidToBeUnneededAreSeenToBeNeeded() {
    assertComplains(
        claim(s -> s.givenUnneeded(SHALLOW, DEEP, "planted")),
        "though the sheet says it is not needed");
  }

  @Test
  void wrongNeighborsThatHoldAreSeen() {
    Planted holds = Planted.always(Planted.HOLDS);
    assertComplains(
        claim(s -> s.given(SHALLOW, DEEP, "1-1-1-1").neighbor("no neighbor", holds)),
        "wrong neighbor \"no neighbor\": not refuted");
  }

  @Test
  void neighborsThatFailMakeTheirComparisonsSeen() {
    Planted fails = Planted.always(Planted.FAILS);
    Examination<Instance> seen = examine(claim(s -> s.neighbor("wrong", fails)));
    assertEquals(Map.of("a", "neighbor: wrong"), seen.violatedBy());
    assertEquals(List.of(), seen.complaints(Acceptance.CORPUS));
  }

  @Test
  void subjectsThatLackMoreThanOneHypothesisRefuteNone() {
    Hypothesis<Instance> narrow = Hypothesis.of("one output", x -> x.architecture().outputs() == 1);
    Generator<Instance> wide =
        draw -> {
          Instance x = DEEP.next(draw);
          while (x.architecture().outputs() == 1) {
            x = DEEP.next(draw);
          }
          return x;
        };
    assertComplains(
        claim(s -> s.given(SHALLOW, wide, "1-1-1-1").givenInseparable(narrow, "planted")),
        "lack more than that");
  }

  @Test
  void sheetsMustNameComparisons() {
    assertComplains(claim(sheet -> sheet.atoms(new String[0])), "the sheet names no comparison");
  }
}
