package deeplinear.claims.convergence;

import static deeplinear.claim.Hypotheses.DEPTH_TWO;
import static deeplinear.claim.Hypotheses.GRADIENT_FLOW;
import static deeplinear.claim.Hypotheses.WHITENED;

import com.google.auto.service.AutoService;
import deeplinear.algebra.Interval;
import deeplinear.claim.Answers;
import deeplinear.claim.Claim;
import deeplinear.claim.Hypothesis;
import deeplinear.claim.Laboratory;
import deeplinear.claim.Registered;
import deeplinear.claim.Sheet;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.flow.WrongLaw;
import deeplinear.flow.trajectory.Problem;
import deeplinear.network.Instance;
import deeplinear.quantity.Measured;
import deeplinear.quantity.Motion;
import deeplinear.quantity.Quantities;
import deeplinear.sample.ImbalancedStarts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Imbalance guarantees a rate of convergence.
 *
 * @param factor of the rate; 1 in the claim
 */
@AutoService(Registered.class)
public record ImbalanceRate(double factor) implements Claim<Instance> {

  /** The bound is compared at 2αt = 1/2, 1, …, 6: the last factor is e^{−6}. */
  private static final int TIMES = 12;

  /** Fewer comparisons above the floor of the error say too little. */
  private static final int FEWEST = 4;

  /** A bound below so many times the error of the loss is the floor. */
  private static final double FLOOR = 4;

  private static final String BELOW = "L ≤ L(0) e^{−2αt}";

  /** The claim. */
  public ImbalanceRate() {
    this(1);
  }

  @Override
  public Sheet<Instance> sheet() {
    return Sheet.theorem(
            Instance.class,
            "At depth 2 without bottleneck, L(t) ≤ L(0) e^{−2αt} with "
                + "α = [λ_{d_2}(C_1)]₊ + [λ_{d_0}(−C_1)]₊.",
            "MTVM21",
            Grade.NUMERICAL)
        .why(
            "W_2ᵀW_2 − C_1 = W_1W_1ᵀ ⪰ 0 for all time, so the large layer stays large: the conserved "
                + "imbalance keeps the flow away from saddles.")
        .checked(
            "The loss of a trajectory at twelve times up to 2αt = 6, as long as the bound stays above "
                + "four times the error of the loss; at least four comparisons are needed. α is enclosed "
                + "by intervals. That there is no bottleneck follows from α > 0.")
        .atoms(BELOW)
        .cases(ImbalancedStarts.all())
        .substance("both terms of α within a factor of 16", ImbalanceRate::bothAtWork)
        .givenInseparable(DEPTH_TWO, "the formula is for one imbalance")
        .given(WHITENED, ImbalancedStarts.raw(), "1-1-1")
        .givenInseparable(
            Hypothesis.<Instance>of("α > 0", ImbalanceRate::isPositive),
            "without it the bound is void")
        .given(
            GRADIENT_FLOW,
            ImbalancedStarts.oneLayerLarge(),
            lab -> lab.with(WrongLaw.SLOWED),
            "1-1-1")
        .neighbor("three times the rate", new ImbalanceRate(3));
  }

  private static boolean isPositive(Instance instance) {
    return instance.architecture().depth() == 2 && rate(instance).isPositive();
  }

  private static boolean bothAtWork(Instance instance) {
    double above = rate(instance).above().midpoint();
    double below = rate(instance).below().midpoint();
    return Math.min(above, below) > Math.max(above, below) / 16;
  }

  private static deeplinear.solution.ImbalanceRate rate(Instance instance) {
    return new deeplinear.solution.ImbalanceRate(
        instance.weights().imbalance(1),
        instance.architecture().outputs(),
        instance.architecture().inputs());
  }

  private double certified(Instance instance) {
    return isPositive(instance) ? factor * rate(instance).enclosure().low() : 0;
  }

  @Override
  public List<Problem> asks(Instance instance, Laboratory laboratory) {
    double alpha = certified(instance);
    if (!(alpha > 0)) {
      return List.of();
    }
    double[] times = new double[TIMES];
    for (int i = 0; i < TIMES; i++) {
      times[i] = (i + 1) / (4 * alpha);
    }
    return List.of(Problem.of(instance, laboratory.law(), laboratory.accuracy(), times));
  }

  @Override
  public Verdict judge(Instance instance, Laboratory laboratory, Answers answers) {
    double alpha = certified(instance);
    if (!(alpha > 0)) {
      return Verdict.inconclusive(BELOW, Grade.NUMERICAL, "no α > 0");
    }
    Motion motion = Motion.of(instance, answers.trajectory(0));
    List<Measured> losses = Quantities.loss().along(motion);
    Interval first = Quantities.loss().measure(motion.start()).interval();
    List<Atom> atoms = new ArrayList<>();
    for (int i = 1; i < losses.size(); i++) {
      Measured loss = losses.get(i);
      Interval exponent =
          Interval.point(-2 * alpha).multiply(Interval.point(motion.times().get(i)));
      double bound = first.multiply(exponent.exp()).high();
      if (bound > FLOOR * loss.error().value()) {
        atoms.add(
            Atom.atMost(BELOW, loss.scalar(), bound, loss.error(), first.high())
                .at(String.format(Locale.ROOT, "2αt = %.1f", i / 2.0)));
      }
    }
    return atoms.size() < FEWEST
        ? Verdict.inconclusive(
            BELOW, Grade.NUMERICAL, "only " + atoms.size() + " comparisons above the floor")
        : new Verdict(atoms);
  }
}
