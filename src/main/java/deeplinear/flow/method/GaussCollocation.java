package deeplinear.flow.method;

import deeplinear.flow.kernel.RealField;
import java.util.Arrays;
import java.util.Locale;

/**
 * Collocation at the s Gauss nodes: implicit, symmetric, of order 2s, and by b_i a_ij + b_j a_ji =
 * b_i b_j it keeps every quadratic invariant of the field. Source: [HLW06], II.1.3 and IV.2.1.
 *
 * <p>The stage equations Z_i = h Σ_j a_ij f(y + Z_j) are solved by fixed-point iteration from Z =
 * 0, until the largest change of a stage is zero or no longer falls ([HLW06], VIII.6.2). If h Σ_j
 * |a_ij| times the Lipschitz constant of the field is at most κ &lt; 1, and one sweep rounds by at
 * most r, the Z_i then are a fixed point up to 2r / (1 − κ).
 */
public final class GaussCollocation implements OneStepMethod {

  /** The largest number of stages that is offered. */
  public static final int MOST_STAGES = 4;

  /** At κ = ½ the changes reach round-off after 53 sweeps. */
  private static final int SWEEPS = 100;

  /**
   * A change above this part of the stages is no round-off, unless the field has lost half of its
   * digits: there the iteration may well grow for a while, and goes on.
   */
  private static final double ROUND_OFF = Math.sqrt(Math.ulp(1.0));

  private final Tableau tableau;
  private final int mostSweeps;

  private GaussCollocation(Tableau tableau, int mostSweeps) {
    this.tableau = tableau;
    this.mostSweeps = mostSweeps;
  }

  /**
   * The method with {@code stages} stages, from 1, the implicit midpoint rule, to {@link
   * #MOST_STAGES}, that gives up after 100 sweeps.
   *
   * @throws IllegalArgumentException for another number
   */
  public static GaussCollocation of(int stages) {
    if (stages < 1 || stages > MOST_STAGES) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "stages are from 1 to %d, unlike %d", MOST_STAGES, stages));
    }
    return new GaussCollocation(GaussTableau.of(stages), SWEEPS);
  }

  /**
   * The same method that gives up after {@code sweeps} evaluations of all stages.
   *
   * @throws IllegalArgumentException if there is not at least one
   */
  public GaussCollocation withMostSweeps(int sweeps) {
    if (sweeps < 1) {
      throw new IllegalArgumentException("at least one sweep is expected, not " + sweeps);
    }
    return new GaussCollocation(tableau, sweeps);
  }

  @Override
  public String name() {
    return "Gauss collocation, s = " + tableau.stages();
  }

  @Override
  public Tableau tableau() {
    return tableau;
  }

  @Override
  public OneStep on(RealField field, int dimension) {
    return new Step(field, dimension);
  }

  /** The step with its workspace. */
  private final class Step implements OneStep {

    private final RealField field;
    private final double[] stage;
    private final double[] next;
    private final double[][] z;
    private final double[][] slopes;

    Step(RealField field, int dimension) {
      this.field = field;
      stage = new double[dimension];
      next = new double[dimension];
      z = new double[tableau.stages()][dimension];
      slopes = new double[tableau.stages()][dimension];
    }

    @Override
    public StepOutcome increment(double[] state, double step, double[] increment) {
      for (double[] zi : z) {
        Arrays.fill(zi, 0);
      }
      double before = Double.POSITIVE_INFINITY;
      for (int sweep = 0; sweep < mostSweeps; sweep++) {
        double size = evaluate(state);
        double change = update(step);
        if (!Double.isFinite(size) || !Double.isFinite(change)) {
          return StepOutcome.NON_FINITE;
        }
        if (change == 0 || (change >= before && change <= ROUND_OFF * size)) {
          tableau.increment(step, slopes, increment);
          return StepOutcome.ADVANCED;
        }
        before = change;
      }
      return StepOutcome.NOT_CONVERGED;
    }

    /** F_i = f(y + Z_i) for all stages; the norm of the largest. */
    private double evaluate(double[] state) {
      double size = 0;
      for (int i = 0; i < z.length; i++) {
        for (int k = 0; k < stage.length; k++) {
          stage[k] = state[k] + z[i][k];
        }
        field.velocity(stage, slopes[i]);
        size = Math.max(size, ScaledNorm.of(stage));
      }
      return size;
    }

    /** Z_i = h Σ_j a_ij F_j for all stages; the norm of the largest change. */
    private double update(double step) {
      double change = 0;
      for (int i = 0; i < z.length; i++) {
        tableau.stage(i, step, slopes, next);
        for (int k = 0; k < next.length; k++) {
          z[i][k] = next[k] - z[i][k];
        }
        change = Math.max(change, ScaledNorm.of(z[i]));
        System.arraycopy(next, 0, z[i], 0, next.length);
      }
      return change;
    }
  }
}
