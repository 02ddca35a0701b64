package deeplinear.flow.method;

/** A one-step method with an error estimate. */
public enum Method {
  /** Explicit, for accuracy. */
  DORMAND_PRINCE_853("Dormand-Prince 8(5,3)", 8, 3) {
    @Override
    public Stepper stepper() {
      return new RungeKutta(DormandPrince853.TABLEAU);
    }

    @Override
    public int stages(double stiffness) {
      return 12;
    }

    @Override
    public double stiffest(double tolerance) {
      return Double.POSITIVE_INFINITY;
    }
  },

  /** Explicit and stabilized, for long horizons: its stages grow with the root of the stiffness. */
  ROCK4("ROCK4", 4, 2) {
    @Override
    public Stepper stepper() {
      return new Rock4();
    }

    @Override
    public int stages(double stiffness) {
      return RockCoefficients.forStiffness(stiffness).stages();
    }

    @Override
    public double stiffest(double tolerance) {
      return RockCoefficients.longestInterval(tolerance);
    }
  },

  /** Linearly implicit, for stiff fields with a Jacobian. */
  RODAS5P("Rodas5P", 5, 2) {
    @Override
    public Stepper stepper() {
      return new Rosenbrock(Rodas5p.TABLEAU);
    }

    @Override
    public int stages(double stiffness) {
      return Rodas5p.TABLEAU.stages();
    }

    @Override
    public double stiffest(double tolerance) {
      return Double.POSITIVE_INFINITY;
    }
  };

  private final String title;
  private final int order;
  private final int halvings;

  Method(String title, int order, int halvings) {
    this.title = title;
    this.order = order;
    this.halvings = halvings;
  }

  /** A stepper with a workspace of its own. */
  public abstract Stepper stepper();

  /** The stages that a step of this size h‖∂f‖ needs to be stable. */
  public abstract int stages(double stiffness);

  /**
   * The largest h‖∂f‖ that some number of stages makes stable, with rounding below a relative
   * tolerance; infinite if there is no choice.
   */
  public abstract double stiffest(double tolerance);

  /** Whether steps need a field with a Jacobian. */
  public boolean isImplicit() {
    return this == RODAS5P;
  }

  /** A step may become so many times longer than the one before. */
  public double growth() {
    return isImplicit() ? 10 : 6;
  }

  /** The name. */
  public String title() {
    return title;
  }

  /** The order of the results: errors over a fixed time are O(h^order). */
  public int order() {
    return order;
  }

  /**
   * The factor by which a step may change for an error of 1: error^(−1/2^r), where the error
   * estimate of a step is O(h^(2^r)); error^(−1/5) for Rodas5P. Square roots and StrictMath alone,
   * so the same on every machine.
   */
  public double factor(double error) {
    if (this == RODAS5P) {
      return StrictMath.pow(error, -0.2);
    }
    double root = error;
    for (int i = 0; i < halvings; i++) {
      root = Math.sqrt(root);
    }
    return 1 / root;
  }
}
