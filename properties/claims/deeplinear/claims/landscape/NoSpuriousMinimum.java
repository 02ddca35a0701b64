package deeplinear.claims.landscape;

import static deeplinear.claim.Hypotheses.CRITICAL;
import static deeplinear.claim.Hypotheses.DEEP;
import static deeplinear.claim.Hypotheses.NOT_GLOBAL;

import com.google.auto.service.AutoService;
import deeplinear.algebra.Jet;
import deeplinear.algebra.JetAlgebra;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.claim.Answers;
import deeplinear.claim.Claim;
import deeplinear.claim.Laboratory;
import deeplinear.claim.Registered;
import deeplinear.claim.Sheet;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.landscape.BlockPoint;
import deeplinear.landscape.EscapePath;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import deeplinear.sample.CriticalPoints;
import deeplinear.sample.Draw;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * From every other critical point a path leads down.
 *
 * @param direction of the path: ε in the claim is 1, its neighbors start elsewhere or go wrong
 */
@AutoService(Registered.class)
public record NoSpuriousMinimum(Direction direction) implements Claim<BlockPoint> {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  /** The path is also tried at ε = 2^{−k} for k up to this number. */
  private static final int HALVINGS = 64;

  private static final String START = "the path starts at the point";
  private static final String FALL = "L falls along the path, and first at its order";
  private static final String LOWER = "L is smaller at a point of the path";

  /** Paths. */
  public enum Direction {
    /** The escape path. */
    ESCAPE,
    /** From the same point with its first layer doubled. */
    ELSEWHERE,
    /** The first layer alone moves as it does on the escape path. */
    FIRST_LAYER_ALONE
  }

  /** The claim. */
  public NoSpuriousMinimum() {
    this(Direction.ESCAPE);
  }

  @Override
  public Sheet<BlockPoint> sheet() {
    return Sheet.theorem(
            BlockPoint.class,
            "Every critical point that is not a global minimum has points of smaller loss arbitrarily "
                + "near.",
            "BH89 K16",
            Grade.EXACT)
        .why(
            "A larger mode that is not learned can be exchanged for a smaller one that is, and a free "
                + "direction can learn one more; so descent never ends for good at a wrong value.")
        .checked(
            "An explicit polynomial path: its start, the sign of the first coefficient at which the loss "
                + "changes, and a smaller loss at one rational point of it, in rationals, at points of "
                + "every type.")
        .atoms(START, FALL, LOWER)
        .cases(CriticalPoints.notGlobalOfAllSizes())
        .substance(
            "ρ ≥ 2, and the null blocks are not all zero or something is learned",
            point ->
                point.values().largest() >= 2
                    && (point.learned().size() > 0 || !point.type().isPlain()))
        .givenInseparable(DEEP, "at depth 1 every critical point is a global minimum")
        .givenInseparable(CRITICAL, "the path starts from a critical point")
        .given(NOT_GLOBAL, CriticalPoints.minima(), "1-1-1")
        .neighbor("a path from another point", new NoSpuriousMinimum(Direction.ELSEWHERE))
        .neighbor("one layer alone", new NoSpuriousMinimum(Direction.FIRST_LAYER_ALONE));
  }

  @Override
  public Verdict judge(BlockPoint point, Laboratory laboratory, Answers answers) {
    if (point.depth() < 2 || !point.isCritical()) {
      return Verdict.inconclusive(START, Grade.EXACT, "no path is known from here");
    }
    Instance instance = point.instance();
    BigFraction loss = instance.target().loss(instance.weights()).toScalar();
    EscapePath escape = point.isGlobalMinimum() ? line(point) : EscapePath.from(point);
    Weights<Jet<RationalMatrix>> path = directed(escape);
    List<RationalMatrix> coefficients =
        instance.target(new JetAlgebra<>(Q, escape.order())).loss(path).coefficients();
    return Verdict.of(
        Atom.exact(
            START, at(BigFraction.ZERO, path).layers().equals(instance.weights().layers()), ""),
        Atom.exact(
            FALL,
            coefficients.subList(1, escape.order()).stream().allMatch(Q::isZero)
                && coefficients.get(escape.order()).toScalar().compareTo(BigFraction.ZERO) < 0,
            "order " + escape.order() + ", coefficients " + coefficients),
        Atom.exact(LOWER, descends(instance, path, loss), "from L = " + loss));
  }

  /** A straight line in a random direction, where no path is known to lead down. */
  private static EscapePath line(BlockPoint point) {
    Weights<RationalMatrix> w = point.weights();
    Draw draw = Draw.from(point);
    JetAlgebra<RationalMatrix> jets = new JetAlgebra<>(Q, 2);
    return new EscapePath(
        Weights.build(
            jets,
            w.depth(),
            i -> jets.line(w.layer(i), draw.integers(w.layer(i).rows(), w.layer(i).columns(), 3))),
        2);
  }

  private Weights<Jet<RationalMatrix>> directed(EscapePath escape) {
    JetAlgebra<RationalMatrix> jets = new JetAlgebra<>(Q, escape.order());
    Weights<Jet<RationalMatrix>> path = escape.path();
    return Weights.build(
        jets,
        path.depth(),
        i -> {
          Jet<RationalMatrix> layer = path.layer(i);
          return switch (direction) {
            case ESCAPE -> layer;
            case ELSEWHERE -> i == 1 ? jets.scale(BigFraction.TWO, layer) : layer;
            case FIRST_LAYER_ALONE -> i == 1 ? layer : jets.jet(List.of(layer.coefficient(0)));
          };
        });
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
