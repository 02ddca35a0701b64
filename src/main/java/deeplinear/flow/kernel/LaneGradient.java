package deeplinear.flow.kernel;

/** A gradient field ẏ = −∇L(y) in lanes, whose derivative J = −D²L is symmetric. */
public interface LaneGradient extends LaneField {

  /**
   * Evaluates the derivative of the field in all lanes, below and on the diagonal: the entry in row
   * r and column c ≤ r of lane l stands at (r · dimension + c) · lanes + l. The others are
   * undefined.
   *
   * @param states the points, dimension × lanes; not modified
   * @param jacobians receives J; modified, of length dimension² × lanes at least
   */
  void jacobian(double[] states, double[] jacobians);

  /** Solves linear systems with such a derivative; with a workspace of its own. */
  LaneFactorization factorization();
}
