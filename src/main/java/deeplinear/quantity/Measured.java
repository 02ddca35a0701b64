package deeplinear.quantity;

import deeplinear.algebra.BallAlgebra;
import deeplinear.algebra.BallMatrix;
import deeplinear.algebra.Interval;
import deeplinear.algebra.RealMatrix;
import deeplinear.evidence.ErrorBound;

/**
 * A value with a bound on its error, both from one evaluation.
 *
 * @param ball around the computed value, in the Frobenius norm; it contains the true one
 * @param derivation where the error comes from
 */
public record Measured(BallMatrix ball, String derivation) {

  private static final BallAlgebra B = BallAlgebra.INSTANCE;

  /**
   * A value from elsewhere with its error bound in the Frobenius norm, a closed form for example.
   */
  public static Measured given(RealMatrix value, ErrorBound error) {
    return new Measured(BallMatrix.around(value, error.value()), error.derivation());
  }

  /** The computed value. */
  public RealMatrix value() {
    return ball.center();
  }

  /** The computed value of a number. */
  public double scalar() {
    return value().toScalar();
  }

  /** A bound on the distance of the true value from the computed one, in the Frobenius norm. */
  public ErrorBound error() {
    return new ErrorBound(ball.radius(), derivation);
  }

  /** What the size of the value would be if no terms had canceled: the size to compare with. */
  public double scale() {
    return ball.scale();
  }

  /** An interval that contains the true value of a number. */
  public Interval interval() {
    return ball.toInterval();
  }

  /** The difference from another value of the same shape. */
  public Measured minus(Measured other) {
    return new Measured(B.subtract(ball, other.ball), derivation + " and " + other.derivation);
  }

  /** The Frobenius norm: it changes by at most the norm of a change. */
  public Measured norm() {
    return new Measured(ball.frobeniusNorm(), derivation);
  }
}
