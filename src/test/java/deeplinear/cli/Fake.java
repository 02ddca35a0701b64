package deeplinear.cli;

import deeplinear.claim.Answers;
import deeplinear.claim.Claim;
import deeplinear.claim.Hypothesis;
import deeplinear.claim.Laboratory;
import deeplinear.claim.Sheet;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.network.Instance;
import deeplinear.sample.Generator;
import deeplinear.sample.Instances;
import deeplinear.sample.Source;
import java.util.function.Function;

/** A claim on instances with a check of our choice. */
record Fake(Sheet<Instance> sheet, Function<Instance, Verdict> check) implements Claim<Instance> {

  private static Generator<Instance> cases(int minDepth, int maxDepth) {
    return Instances.any(minDepth, maxDepth).mixed();
  }

  private static Sheet<Instance> sheet(Source<Instance> cases, boolean isMet) {
    return Sheet.theorem(Instance.class, "text", "X", Grade.EXACT)
        .atoms("x")
        .cases(cases)
        .givenInseparable(Hypothesis.of("luck", i -> isMet), "")
        .givenInseparable(Hypothesis.of("peace", i -> isMet || i.isWhitened()), "");
  }

  /** Three cases in four from one stratum, the others from another. */
  static Fake of(Function<Instance, Verdict> check) {
    return new Fake(
        sheet(Source.of("many", 3, cases(1, 3)).and("few", 1, cases(1, 3)), true), check);
  }

  /** All cases lack luck, and those of raw data peace, too. */
  static Fake unlucky() {
    return new Fake(sheet(Source.of("many", 3, cases(1, 3)), false), i -> holds());
  }

  /** About networks of another depth. */
  static Fake deep() {
    return new Fake(sheet(Source.of("deep", 1, cases(5, 6)), true), i -> holds());
  }

  static Verdict holds() {
    return Verdict.of(Atom.exact("x", true, ""));
  }

  @Override
  public String id() {
    return "fake/claim";
  }

  @Override
  public Verdict judge(Instance subject, Laboratory laboratory, Answers answers) {
    return check.apply(subject);
  }
}
