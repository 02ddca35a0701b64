package deeplinear.claims.quotient;

import static deeplinear.claim.Hypotheses.CRITICAL;
import static deeplinear.claim.Hypotheses.DEEP;

import com.google.auto.service.AutoService;
import deeplinear.algebra.Jet;
import deeplinear.algebra.JetAlgebra;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.Rationals;
import deeplinear.claim.Answers;
import deeplinear.claim.Claim;
import deeplinear.claim.Laboratory;
import deeplinear.claim.Registered;
import deeplinear.claim.Sheet;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.landscape.BlockPoint;
import deeplinear.landscape.Degeneration;
import deeplinear.network.Instance;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import deeplinear.sample.CriticalPoints;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Up to the gauge group, a critical point is its learned set.
 *
 * @param twist multiplies the first hidden gauge; 1 in the claim
 * @param start the parameter of the point on its curve; 1 in the claim
 * @param end the parameter of the normal form; 0 in the claim
 */
@AutoService(Registered.class)
public record OrbitClosure(BigFraction twist, BigFraction start, BigFraction end)
    implements Claim<BlockPoint> {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;
  private static final String CRITICAL_CURVE = "∇L(W(t)) = 0, as polynomials in t";
  private static final String CONSTANT = "L(W(t)) is constant, as a polynomial in t";
  private static final String START = "W(1) is the point";
  private static final String ORBIT = "W(t) is in the orbit";
  private static final String END = "at t = 0 all products have rank |S|";

  /** The claim. */
  public OrbitClosure() {
    this(BigFraction.ONE, BigFraction.ONE, BigFraction.ZERO);
  }

  @Override
  public Sheet<BlockPoint> sheet() {
    return Sheet.theorem(
            BlockPoint.class,
            "Every critical point degenerates to the one without null strings of its learned set along "
                + "a one-parameter subgroup of the gauge group, through critical points of the same value.",
            "WA25",
            Grade.EXACT)
        .why(
            "So invariant functions cannot tell it from the normal form: in the quotient every critical "
                + "set is a point for each S.")
        .checked(
            "∇L = 0 and L constant as polynomials in t; W_i(t) = G_i(t) W_i G_{i−1}(t)^{-1} at t = 1/2 and "
                + "3; at t = 0 all products W_{j:i} have rank |S|. In rationals, at points of every type.")
        .atoms(CRITICAL_CURVE, CONSTANT, START, ORBIT, END)
        .cases(CriticalPoints.any())
        .substance("the curve is not constant", point -> !isConstant(point))
        .givenInseparable(DEEP, "at depth 1 there is no gauge group, and a critical point is alone")
        .given(CRITICAL, CriticalPoints.notCritical(), "1-1-1")
        .neighbor(
            "with a gauge twice as large",
            new OrbitClosure(BigFraction.TWO, BigFraction.ONE, BigFraction.ZERO))
        .neighbor(
            "the point is half way",
            new OrbitClosure(BigFraction.ONE, BigFraction.ONE_HALF, BigFraction.ZERO))
        .neighbor(
            "the normal form is half way",
            new OrbitClosure(BigFraction.ONE, BigFraction.ONE, BigFraction.ONE_HALF));
  }

  private static boolean isConstant(BlockPoint point) {
    return point.nullBlocks().stream().allMatch(Q::isZero);
  }

  @Override
  public Verdict judge(BlockPoint point, Laboratory laboratory, Answers answers) {
    int degree = 2 * point.depth();
    Instance instance = point.instance();
    Weights<Jet<RationalMatrix>> curve = Degeneration.curve(point, degree);
    Target<Jet<RationalMatrix>> target = instance.target(new JetAlgebra<>(Q, degree));
    boolean critical =
        laboratory.law().velocity(target, curve).layers().stream()
            .flatMap(layer -> layer.coefficients().stream())
            .allMatch(Q::isZero);
    boolean constant = target.loss(curve).coefficients().stream().skip(1).allMatch(Q::isZero);
    boolean hasStart = Degeneration.at(point, start).layers().equals(point.weights().layers());
    String detail = "degree at most " + degree;
    return Verdict.of(
        Atom.exact(CRITICAL_CURVE, critical, detail),
        Atom.exact(CONSTANT, constant, detail),
        Atom.exact(START, hasStart, "t = " + Rationals.format(start)),
        staysInOrbit(point, BigFraction.ONE_HALF),
        staysInOrbit(point, new BigFraction(3)),
        endsWithoutNullStrings(point));
  }

  private Atom staysInOrbit(BlockPoint point, BigFraction t) {
    if (point.depth() < 2 || !point.isCritical()) {
      boolean isAlone = isConstant(point);
      return Atom.exact(ORBIT, isAlone, "no subgroup of the gauge group shrinks the null blocks");
    }
    Degeneration degeneration = new Degeneration(point);
    Weights<RationalMatrix> from = point.weights();
    Weights<RationalMatrix> moved = Degeneration.at(point, t);
    int h = point.depth();
    List<RationalMatrix> gauges =
        IntStream.rangeClosed(0, h)
            .mapToObj(
                i -> i == 1 ? Q.scale(twist, degeneration.gauge(i, t)) : degeneration.gauge(i, t))
            .toList();
    boolean holds =
        gauges.get(0).equals(Q.identity(point.architecture().inputs()))
            && gauges.get(h).equals(Q.identity(point.architecture().outputs()));
    for (int i = 1; i <= h; i++) {
      RationalMatrix left = Q.multiply(gauges.get(i), from.layer(i));
      holds &= left.equals(Q.multiply(moved.layer(i), gauges.get(i - 1)));
    }
    return Atom.exact(ORBIT, holds, "t = " + Rationals.format(t));
  }

  private Atom endsWithoutNullStrings(BlockPoint point) {
    Weights<RationalMatrix> last = Degeneration.at(point, end);
    int excess = 0;
    for (int i = 1; i <= last.depth(); i++) {
      for (int j = i; j <= last.depth(); j++) {
        excess += Math.abs(Q.rank(last.product(j, i)) - point.learned().size());
      }
    }
    return Atom.exact(END, excess, "S = " + point.learned());
  }
}
