package deeplinear.counterexample;

import deeplinear.claim.Answers;
import deeplinear.claim.Claim;
import deeplinear.claim.Hypothesis;
import deeplinear.claim.Laboratory;
import deeplinear.claim.Sheet;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.network.Instance;
import java.util.List;
import java.util.function.BiFunction;

/** A claim whose verdicts are given. */
record Scripted(
    BiFunction<Instance, Laboratory, Verdict> verdict, List<Hypothesis<Instance>> hypotheses)
    implements Claim<Instance> {

  @Override
  public Sheet<Instance> sheet() {
    Sheet<Instance> sheet = Sheet.theorem(Instance.class, "text", "WA25", Grade.EXACT);
    hypotheses.forEach(h -> sheet.givenInseparable(h, "scripted"));
    return sheet;
  }

  @Override
  public Verdict judge(Instance subject, Laboratory laboratory, Answers answers) {
    return verdict.apply(subject, laboratory);
  }
}
