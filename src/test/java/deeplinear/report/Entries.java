package deeplinear.report;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.claim.Answers;
import deeplinear.claim.Claim;
import deeplinear.claim.Hypothesis;
import deeplinear.claim.Laboratory;
import deeplinear.claim.Sheet;
import deeplinear.evidence.Atom;
import deeplinear.evidence.ErrorBound;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import deeplinear.sample.Generator;
import deeplinear.sample.Source;
import deeplinear.trial.Acceptance;
import deeplinear.trial.Examination;
import deeplinear.trial.Plan;
import deeplinear.trial.Tally;
import deeplinear.trial.Trials;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Ledger entries for the tests. */
final class Entries {

  static final Versions VERSIONS = new Versions("0.1", "1.9.3", "17", "plain Java");

  static final RunRecord RUN =
      new RunRecord(
          RunRecord.SCHEMA,
          "2026-01-02T03:04:05Z",
          VERSIONS,
          2,
          Map.of("props.tries", "200"),
          List.of(new RunRecord.Time("chapter/claim", "here", 1234)));

  private Entries() {}

  /** A claim with a name, a sheet and a check of our choice. */
  record Fake(String id, Sheet<Instance> sheet, Function<Instance, Verdict> check)
      implements Claim<Instance> {
    @Override
    public Verdict judge(Instance subject, Laboratory laboratory, Answers answers) {
      return check.apply(subject);
    }
  }

  /** The network 1-1-1 with all numbers 1. */
  static Instance smallest() {
    return scaled(1);
  }

  private static Instance scaled(int w) {
    RationalMatrix one = RationalMatrix.identity(1);
    RationalMatrix layer = RationalMatrix.of(new long[][] {{w}});
    return Instance.whitened(one, new Weights<>(RationalAlgebra.INSTANCE, List.of(layer, one)));
  }

  /** Twice in three 1-1-1 with W_1 = 1, else with W_1 = 2. */
  static Source<Instance> cases() {
    return Source.<Instance>of("ones", 2, draw -> smallest()).and("twos", 1, draw -> scaled(2));
  }

  static Sheet<Instance> theorem() {
    return Sheet.theorem(Instance.class, "text of the claim", "X", Grade.EXACT)
        .why("reason of the claim")
        .checked("way of the check")
        .atoms("a")
        .cases(cases())
        .substance("W_1 = 1", i -> i.weights().layer(1).equals(RationalMatrix.identity(1)));
  }

  static Fake claim(String id, Atom atom) {
    return new Fake(id, theorem(), i -> Verdict.of(atom));
  }

  static Fake holding() {
    return claim("chapter/claim", Atom.exact("a", true, "0 = 0"));
  }

  static Fake violated() {
    return claim("chapter/violated", Atom.exact("a", false, "0 ≠ 1"));
  }

  /** A claim that is false without its hypothesis, near a wrong neighbor. */
  static Fake controlled() {
    Function<Instance, Verdict> isOne =
        i ->
            Verdict.of(
                Atom.atMost(
                    "a",
                    i.weights().layer(1).entry(0, 0).doubleValue(),
                    1.5,
                    new ErrorBound(1e-9, "given"),
                    1));
    Generator<Instance> twos = draw -> scaled(2);
    Sheet<Instance> sheet =
        Sheet.theorem(Instance.class, "W_1 is small", "X", Grade.NUMERICAL)
            .atoms("a")
            .cases(Source.of("ones", 1, draw -> smallest()))
            .given(
                Hypothesis.of(
                    "W_1 = 1", i -> i.weights().layer(1).equals(RationalMatrix.identity(1))),
                twos,
                "1-1")
            .givenInseparable(Hypothesis.of("courage", i -> true), "there is no other")
            .neighbor(
                "W_1 is tiny", claim("chapter/neighbor", Atom.exact("a", false, "far from it")));
    return new Fake("chapter/controlled", sheet, isOne);
  }

  /** The entry of nine cases. */
  static LedgerEntry entry(Fake claim, String origin) {
    return entry(claim, origin, new Acceptance(0.02, 2, 0.02, 0));
  }

  static LedgerEntry entry(Fake claim, String origin, Acceptance acceptance) {
    Tally<Instance> tally = Trials.run(Plan.corpus(claim, -42), 9);
    return LedgerEntry.of(claim, tally, origin, -42, acceptance, Optional.empty());
  }

  static LedgerEntry entry(String origin) {
    return entry(holding(), origin);
  }

  static Examination<Instance> examination(Fake claim) {
    return Examination.of(claim, -42, Trials.run(Plan.corpus(claim, -42), 9));
  }
}
