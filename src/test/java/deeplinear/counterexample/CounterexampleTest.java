package deeplinear.counterexample;

import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.fasterxml.jackson.databind.JsonNode;
import deeplinear.algebra.RationalMatrix;
import deeplinear.claim.Claim;
import deeplinear.claim.Claims;
import deeplinear.claim.Hypothesis;
import deeplinear.claim.Laboratory;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Status;
import deeplinear.evidence.Verdict;
import deeplinear.fixture.RandomExact;
import deeplinear.network.Architecture;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CounterexampleTest {

  private static final Instance BIG = new RandomExact(2).whitened(Architecture.of(3, 2, 3, 2));
  private static final Hypothesis<Instance> WIDE =
      Hypothesis.of("wide", s -> s.architecture().bottleneck() >= 2);
  private static final Hypothesis<Instance> SHALLOW =
      Hypothesis.of("shallow", s -> s.architecture().depth() <= 1);

  private static Counterexample of(Claim<Instance> claim) {
    return Counterexample.of(claim, "", BIG, Laboratory.STANDARD, "seed 2");
  }

  /** Fails first in "deep" from depth 2 on, and always in "any". */
  private static Verdict twoFailures(Instance instance) {
    boolean isDeep = instance.architecture().depth() >= 2;
    return Verdict.of(Atom.exact("deep", !isDeep, "1"), Atom.exact("any", false, "2"));
  }

  @Test
  void shrinkingKeepsTheFailingComparison() {
    Counterexample found = of(new Scripted((s, l) -> twoFailures(s), List.of()));
    assertEquals("1-1-1", found.shrunk().instance().architecture().toString());
    assertEquals("deep", found.verdict().decisive().name());
    assertSame(BIG, found.original());
    assertEquals("counterexample/scripted", found.setting().id());
    assertEquals(1, found.setting().version());
    assertEquals("seed 2", found.origin());
    assertEquals(SecondLook.CONFIRMED, found.secondLook());
  }

  @Test
  void shrinkingKeepsTheHypothesesThatAreMet() {
    Verdict fails = Verdict.of(Atom.exact("any", false, ""));
    Counterexample found = of(new Scripted((s, l) -> fails, List.of(WIDE)));
    assertEquals("2-2", found.shrunk().instance().architecture().toString());
    assertEquals(List.of(), found.lacking());
  }

  @Test
  void hypothesesThatAreLackingMayBeMetInTheEnd() {
    Verdict fails = Verdict.of(Atom.exact("any", false, ""));
    assertEquals(List.of(), of(new Scripted((s, l) -> fails, List.of(SHALLOW))).lacking());
    Counterexample deep = of(new Scripted((s, l) -> twoFailures(s), List.of(SHALLOW)));
    assertEquals(List.of("shallow"), deep.lacking());
    assertEquals(List.of("shallow"), texts(deep, "lacking"));
  }

  private static List<String> texts(Counterexample found, String field) {
    List<String> texts = new ArrayList<>();
    found.toJson().get(field).forEach(x -> texts.add(x.asText()));
    return texts;
  }

  @Test
  void onlyViolationsAreCounterexamples() {
    for (Status status : new Status[] {Status.HOLDS, Status.INCONCLUSIVE}) {
      Verdict verdict = Verdict.of(new Atom("a", Grade.EXACT, status, 0, 0, 0, ""));
      assertRejected(
          () -> of(new Scripted((s, l) -> verdict, List.of())), "scripted", "does not fail");
    }
  }

  @Test
  void theRecordSaysEverything() {
    Instance start =
        Instance.whitened(
            BIG.target().matrix(),
            Weights.build(
                BIG.weights().algebra(),
                3,
                i -> i == 2 ? RationalMatrix.zeros(3, 2) : BIG.weights().layer(i)));
    Counterexample found =
        Counterexample.of(
            Claims.find("conjectures/rank-is-conserved", Instance.class),
            "",
            start,
            Laboratory.STANDARD,
            "by hand");
    JsonNode json = found.toJson();
    assertEquals(
        "{\"schema\":2,\"id\":\"conjectures/rank-is-conserved\",\"version\":1,"
            + "\"claim\":\"The rank of every layer is constant along the flow.\",\"neighbor\":\"\","
            + "\"laboratory\":{\"law\":\"gradient flow\",\"methods\":["
            + "\"Gauss collocation, s = 2\",\"Gauss collocation, s = 3\",\"Gauss collocation, s = 4\"],"
            + "\"integrator\":\""
            + Laboratory.STANDARD.integrator().name()
            + "\",\"relative\":1.0E-10,\"absolute\":1.0E-12,\"maxSteps\":200000},"
            + "\"lacking\":[],\"status\":\"VIOLATED\",\"grade\":\"EXACT\","
            + "\"failing\":\"the rank of a layer does not grow at first order\","
            + "\"secondLook\":\"CONFIRMED\",\"atoms\":["
            + "{\"name\":\"the rank of a layer does not grow at first order\",\"status\":\"VIOLATED\","
            + "\"margin\":-1.0,\"defect\":1.0,\"tolerance\":0.0,\"detail\":\"layer 1: rank 0, growth [[1]]\"},"
            + "{\"name\":\"the rank of a layer does not grow at first order\",\"status\":\"HOLDS\","
            + "\"margin\":1.0,\"defect\":0.0,\"tolerance\":0.0,\"detail\":\"layer 2: rank 1, growth []\"}],"
            + "\"invariants\":{\"architecture\":\"1-1-1\",\"loss\":\"1/2\",\"rank\":0,"
            + "\"layerRanks\":[0,1]},"
            + "\"shrunk\":{\"kind\":\"instance\",\"weights\":[[[\"0\"]],[[\"1\"]]],"
            + "\"target\":[[\"1\"]]},"
            + "\"original\":"
            + SubjectJson.write(start)
            + ",\"origin\":\"by hand\"}",
        json.toString());
    assertEquals(found.shrunk(), SubjectJson.read(json.get("shrunk")));
    assertEquals(start, SubjectJson.read(json.get("original")));
    assertEquals("conjectures-rank-is-conserved.json", found.fileName());
  }
}
