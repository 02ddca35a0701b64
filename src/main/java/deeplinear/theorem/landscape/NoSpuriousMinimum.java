package deeplinear.theorem.landscape;

import deeplinear.algebra.Jet;
import deeplinear.algebra.JetAlgebra;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.landscape.BlockPoint;
import deeplinear.landscape.EscapePath;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import deeplinear.theorem.CriticalPointHypotheses;
import deeplinear.theorem.Hypothesis;
import deeplinear.theorem.InstanceHypotheses;
import deeplinear.theorem.Laboratory;
import deeplinear.theorem.Statement;
import deeplinear.theorem.Theorem;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/** {@code landscape/no-spurious-minimum}. */
public final class NoSpuriousMinimum implements Theorem<BlockPoint> {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  /** The path is also tried at ε = 2^{−k} for k up to this number. */
  private static final int HALVINGS = 64;

  @Override
  public Statement statement() {
    return Statement.theorem(
        "landscape/no-spurious-minimum",
        "Every critical point that is not a global minimum has points of smaller loss arbitrarily near.",
        "An explicit polynomial path: its start, the sign of the first coefficient at which the loss "
            + "changes, and a smaller loss at one rational point of it, in rationals.",
        Grade.EXACT,
        "BH89 K16",
        "the point is a global minimum: no path descends");
  }

  @Override
  public Class<BlockPoint> subject() {
    return BlockPoint.class;
  }

  @Override
  public List<Hypothesis<? super BlockPoint>> hypotheses() {
    return List.of(
        InstanceHypotheses.DEEP,
        CriticalPointHypotheses.CRITICAL,
        CriticalPointHypotheses.NOT_GLOBAL);
  }

  @Override
  public Verdict check(BlockPoint point, Laboratory laboratory) {
    Instance instance = point.instance();
    BigFraction loss = instance.target().loss(instance.weights()).toScalar();
    if (loss.equals(point.values().minimum())) {
      return Verdict.of(
          Atom.exact("some point has a smaller loss", false, "L is the minimum " + loss));
    }
    EscapePath escape = EscapePath.from(point);
    Weights<Jet<RationalMatrix>> path = escape.path();
    List<RationalMatrix> coefficients =
        instance.target(new JetAlgebra<>(Q, escape.order())).loss(path).coefficients();
    return Verdict.of(
        Atom.exact(
            "the path starts at the point",
            at(BigFraction.ZERO, path).layers().equals(instance.weights().layers()),
            ""),
        Atom.exact(
            "L falls along the path, and first at its order",
            coefficients.subList(1, escape.order()).stream().allMatch(Q::isZero)
                && coefficients.get(escape.order()).toScalar().compareTo(BigFraction.ZERO) < 0,
            "order " + escape.order() + ", coefficients " + coefficients),
        Atom.exact("L is smaller at a point of the path", descends(instance, path, loss), ""));
  }

  private static boolean descends(
      Instance instance, Weights<Jet<RationalMatrix>> path, BigFraction loss) {
    BigFraction epsilon = BigFraction.ONE;
    for (int k = 0; k < HALVINGS; k++) {
      epsilon = epsilon.multiply(BigFraction.ONE_HALF);
      BigFraction value = instance.target().loss(at(epsilon, path)).toScalar();
      if (value.compareTo(loss) < 0) {
        return true;
      }
    }
    return false;
  }

  /** The point of a polynomial path at ε, by Horner's rule. */
  private static Weights<RationalMatrix> at(
      BigFraction epsilon, Weights<Jet<RationalMatrix>> path) {
    return Weights.build(
        Q,
        path.depth(),
        i -> {
          List<RationalMatrix> c = path.layer(i).coefficients();
          RationalMatrix sum = c.get(c.size() - 1);
          for (int k = c.size() - 2; k >= 0; k--) {
            sum = Q.add(c.get(k), Q.scale(epsilon, sum));
          }
          return sum;
        });
  }
}
