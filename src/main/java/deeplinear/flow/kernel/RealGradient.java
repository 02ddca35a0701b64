package deeplinear.flow.kernel;

/** A gradient field ẏ = −∇L(y), whose derivative J = −D²L is symmetric. */
public interface RealGradient extends RealField {

  /**
   * Evaluates the derivative, below and on the diagonal: the entry in row r and column c ≤ r stands
   * at r · n + c. The others are undefined.
   *
   * @param state the point, of n components; not modified
   * @param jacobian receives J; modified, of length n² at least
   */
  void jacobian(double[] state, double[] jacobian);
}
