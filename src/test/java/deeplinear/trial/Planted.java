package deeplinear.trial;

import deeplinear.claim.Answers;
import deeplinear.claim.Claim;
import deeplinear.claim.Laboratory;
import deeplinear.claim.Sheet;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.flow.trajectory.Problem;
import deeplinear.network.Instance;
import deeplinear.sample.Instances;
import deeplinear.sample.Size;
import deeplinear.sample.Source;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A claim whose verdicts and sheet are given.
 *
 * @param verdict on an instance
 * @param more what is added to a sheet with the comparison {@code a} and small networks
 * @param asks what is asked
 */
record Planted(
    Function<Instance, Verdict> verdict,
    UnaryOperator<Sheet<Instance>> more,
    Function<Instance, List<Problem>> asks)
    implements Claim<Instance> {

  static final Atom HOLDS = Atom.exact("a", true, "fine");
  static final Atom FAILS = Atom.exact("a", false, "planted");
  static final Atom OPEN = Atom.inconclusive("a", Grade.NUMERICAL, "too wide");

  static Source<Instance> small() {
    return Source.of("small", 1, Instances.whitened(Size.SMALL, 1, 3));
  }

  static Planted of(Function<Instance, Verdict> verdict) {
    return new Planted(verdict, sheet -> sheet, x -> List.of());
  }

  static Planted of(Function<Instance, Verdict> verdict, UnaryOperator<Sheet<Instance>> more) {
    return new Planted(verdict, more, x -> List.of());
  }

  static Planted always(Atom atom) {
    return of(x -> Verdict.of(atom));
  }

  /** Fails at this depth and beyond. */
  static Verdict failingFrom(int depth, Instance x) {
    return Verdict.of(x.architecture().depth() >= depth ? FAILS : HOLDS);
  }

  @Override
  public Sheet<Instance> sheet() {
    return more.apply(
        Sheet.theorem(Instance.class, "planted", "WA25", Grade.EXACT).atoms("a").cases(small()));
  }

  @Override
  public List<Problem> asks(Instance x, Laboratory laboratory) {
    return asks.apply(x);
  }

  @Override
  public Verdict judge(Instance x, Laboratory laboratory, Answers answers) {
    return verdict.apply(x);
  }
}
