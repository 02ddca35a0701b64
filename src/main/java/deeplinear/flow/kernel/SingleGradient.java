package deeplinear.flow.kernel;

/** A gradient field in a single lane. */
record SingleGradient(RealGradient field, int dimension) implements LaneGradient {

  @Override
  public int lanes() {
    return 1;
  }

  @Override
  public void velocity(double[] states, double[] velocities) {
    field.velocity(states, velocities);
  }

  @Override
  public void jacobian(double[] states, double[] jacobians) {
    field.jacobian(states, jacobians);
  }

  @Override
  public LaneFactorization factorization() {
    return new PlainLaneFactorization();
  }
}
