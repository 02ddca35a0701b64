package deeplinear.counterexample;

import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.network.Instance;
import deeplinear.theorem.Hypothesis;
import deeplinear.theorem.Laboratory;
import deeplinear.theorem.Statement;
import deeplinear.theorem.Theorem;
import java.util.List;
import java.util.function.BiFunction;

/** A claim whose verdicts are given. */
record Scripted(
    BiFunction<Instance, Laboratory, Verdict> verdict,
    List<Hypothesis<? super Instance>> hypotheses)
    implements Theorem<Instance> {

  @Override
  public Statement statement() {
    return Statement.theorem("a/b", "text", "checked", Grade.EXACT, "WA25", "control");
  }

  @Override
  public Class<Instance> subject() {
    return Instance.class;
  }

  @Override
  public Verdict check(Instance subject, Laboratory laboratory) {
    return verdict.apply(subject, laboratory);
  }
}
