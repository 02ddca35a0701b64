package deeplinear.theorem.quotient;

import deeplinear.algebra.Jet;
import deeplinear.algebra.JetAlgebra;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.Rationals;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.landscape.BlockPoint;
import deeplinear.landscape.Degeneration;
import deeplinear.network.Instance;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import deeplinear.theorem.CriticalPointHypotheses;
import deeplinear.theorem.Hypothesis;
import deeplinear.theorem.InstanceHypotheses;
import deeplinear.theorem.Laboratory;
import deeplinear.theorem.Statement;
import deeplinear.theorem.Theorem;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/** {@code quotient/orbit-closure}. */
public final class OrbitClosure implements Theorem<BlockPoint> {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  @Override
  public Statement statement() {
    return Statement.theorem(
        "quotient/orbit-closure",
        "Every critical point degenerates to the one without null blocks of its learned set along a "
            + "one-parameter subgroup of the gauge group, through critical points of the same value.",
        "∇L = 0 and L constant as polynomials in t; W_i(t) = G_i(t) W_i G_{i−1}(t)^{-1} at t = 1/2 and 3; at "
            + "t = 0 all products W_{j:i} have rank |S|. In rationals.",
        Grade.EXACT,
        "WA25",
        "only one null block vanishes: the curve leaves the critical set");
  }

  @Override
  public Class<BlockPoint> subject() {
    return BlockPoint.class;
  }

  @Override
  public List<Hypothesis<? super BlockPoint>> hypotheses() {
    return List.of(InstanceHypotheses.DEEP, CriticalPointHypotheses.CRITICAL);
  }

  @Override
  public Verdict check(BlockPoint point, Laboratory laboratory) {
    Degeneration degeneration = new Degeneration(point);
    return Verdict.of(
        staysCritical(point, degeneration, laboratory),
        Atom.exact(
            "W(1) is the point",
            degeneration.at(BigFraction.ONE).layers().equals(point.weights().layers()),
            ""),
        staysInOrbit(point, degeneration, BigFraction.ONE_HALF),
        staysInOrbit(point, degeneration, new BigFraction(3)),
        endsWithoutNullBlocks(point, degeneration));
  }

  private static Atom staysCritical(
      BlockPoint point, Degeneration degeneration, Laboratory laboratory) {
    int degree = 2 * point.depth();
    Instance instance = point.instance();
    Weights<Jet<RationalMatrix>> curve = degeneration.curve(degree);
    Target<Jet<RationalMatrix>> target = instance.target(new JetAlgebra<>(Q, degree));
    boolean critical =
        laboratory.dynamics().velocity(target, curve).layers().stream()
            .flatMap(layer -> layer.coefficients().stream())
            .allMatch(Q::isZero);
    boolean constant = target.loss(curve).coefficients().stream().skip(1).allMatch(Q::isZero);
    return Atom.exact(
        "∇L(W(t)) = 0 and L(W(t)) is constant, as polynomials in t",
        critical && constant,
        "degree at most " + degree);
  }

  private static Atom staysInOrbit(BlockPoint point, Degeneration degeneration, BigFraction t) {
    Weights<RationalMatrix> start = point.weights();
    Weights<RationalMatrix> moved = degeneration.at(t);
    int h = point.depth();
    boolean holds =
        degeneration.gauge(0, t).equals(Q.identity(point.architecture().inputs()))
            && degeneration.gauge(h, t).equals(Q.identity(point.architecture().outputs()));
    for (int i = 1; i <= h; i++) {
      RationalMatrix left = Q.multiply(degeneration.gauge(i, t), start.layer(i));
      holds &= left.equals(Q.multiply(moved.layer(i), degeneration.gauge(i - 1, t)));
    }
    return Atom.exact("W(t) is in the orbit", holds, "t = " + Rationals.format(t));
  }

  private static Atom endsWithoutNullBlocks(BlockPoint point, Degeneration degeneration) {
    Weights<RationalMatrix> end = degeneration.at(BigFraction.ZERO);
    boolean holds = true;
    for (int i = 1; i <= end.depth(); i++) {
      for (int j = i; j <= end.depth(); j++) {
        holds &= Q.rank(end.product(j, i)) == point.learned().size();
      }
    }
    return Atom.exact("at t = 0 all products have rank |S|", holds, "S = " + point.learned());
  }
}
