package deeplinear.claims.learning;

import static deeplinear.claim.Hypotheses.ALIGNED;
import static deeplinear.claim.Hypotheses.BALANCED;
import static deeplinear.claim.Hypotheses.GRADIENT_FLOW;
import static deeplinear.claim.Hypotheses.POSITIVE;

import com.google.auto.service.AutoService;
import deeplinear.algebra.Interval;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.Rationals;
import deeplinear.claim.Answers;
import deeplinear.claim.Claim;
import deeplinear.claim.Laboratory;
import deeplinear.claim.Registered;
import deeplinear.claim.Sheet;
import deeplinear.evidence.Atom;
import deeplinear.evidence.ErrorBound;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.flow.WrongLaw;
import deeplinear.flow.trajectory.EstimatedTrajectory;
import deeplinear.flow.trajectory.Problem;
import deeplinear.network.Chain;
import deeplinear.quantity.Measured;
import deeplinear.quantity.Motion;
import deeplinear.quantity.Polynomial;
import deeplinear.quantity.Quantities;
import deeplinear.sample.Chains;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Each mode of a balanced network is learned on its own, along one curve.
 *
 * @param deeper added to the depth in the equation; 0 in the claim
 */
@AutoService(Registered.class)
public record ModeEquation(int deeper) implements Claim<Chain> {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;
  private static final String HALF_WAY = "a mode is half way at its time";

  /** The claim. */
  public ModeEquation() {
    this(0);
  }

  @Override
  public Sheet<Chain> sheet() {
    return Sheet.theorem(
            Chain.class,
            "In an aligned, balanced network every mode of W obeys u̇ = h u^{2−2/h} (s − u).",
            "SMG14",
            Grade.NUMERICAL)
        .why(
            "All layers share one number for each mode, u = x^h. From small starts large modes are learned "
                + "first, and at depth h ≥ 3 suddenly.")
        .checked(
            "The time to the middle between start and limit, enclosed by intervals; a trajectory must then "
                + "be there.")
        .atoms(HALF_WAY)
        .cases(Chains.balanced())
        .substance("at least two modes, depth h ≥ 2", c -> c.modes() >= 2 && c.depth() >= 2)
        .given(ALIGNED, Chains.balancedMisaligned(), "1-1-2")
        .given(BALANCED, Chains.unbalanced(), "1-1-1")
        .givenInseparable(POSITIVE, "a mode at rest has no time, and a negative one no power")
        .given(GRADIENT_FLOW, Chains.shallow(), lab -> lab.with(WrongLaw.SLOWED), "1-1")
        .neighbor("with the powers of the next depth", new ModeEquation(1));
  }

  private Interval time(Chain chain, int k) {
    BigFraction start = start(chain, k);
    return new deeplinear.solution.ModeEquation(chain.depth() + deeper, chain.targets().get(k))
        .time(start, half(chain, k));
  }

  private static BigFraction start(Chain chain, int k) {
    return chain.diagonals().stream()
        .map(diagonal -> diagonal.get(k))
        .reduce(BigFraction.ONE, BigFraction::multiply);
  }

  private static BigFraction half(Chain chain, int k) {
    return start(chain, k).add(chain.targets().get(k)).multiply(BigFraction.ONE_HALF);
  }

  @Override
  public List<Problem> asks(Chain chain, Laboratory laboratory) {
    List<Problem> problems = new ArrayList<>();
    for (int k = 0; k < chain.modes(); k++) {
      problems.add(
          Problem.of(
              chain.instance(),
              laboratory.law(),
              laboratory.accuracy(),
              time(chain, k).midpoint()));
    }
    return problems;
  }

  @Override
  public Verdict judge(Chain chain, Laboratory laboratory, Answers answers) {
    List<Atom> atoms = new ArrayList<>();
    for (int k = 0; k < chain.modes(); k++) {
      atoms.add(judge(chain, k, answers.trajectory(k)).at("mode " + (k + 1)));
    }
    return new Verdict(atoms);
  }

  private Atom judge(Chain chain, int k, EstimatedTrajectory run) {
    BigFraction half = half(chain, k);
    double middle = Rationals.toDouble(half);
    Interval time = time(chain, k);
    deeplinear.solution.ModeEquation equation =
        new deeplinear.solution.ModeEquation(chain.depth(), chain.targets().get(k));
    Measured mode = mode(chain, k).measure(Motion.of(chain.instance(), run).last());
    ErrorBound error =
        mode.error()
            .plus(
                new ErrorBound(
                    time.width() * equation.velocity(Interval.enclosing(half)).magnitude(),
                    "error of the time"))
            .plus(ErrorBound.rounding(1, middle));
    return Atom.equal(HALF_WAY, mode.scalar(), middle, error, middle);
  }

  /** The entry (k, k) of Q_hᵀ W Q_0. */
  private static Polynomial mode(Chain chain, int k) {
    RationalMatrix left = Q.transpose(column(chain.bases().get(chain.depth()), k));
    return Quantities.endToEnd().between(left, column(chain.bases().get(0), k));
  }

  private static RationalMatrix column(RationalMatrix basis, int k) {
    return Q.block(basis, 0, k, basis.rows(), 1);
  }
}
