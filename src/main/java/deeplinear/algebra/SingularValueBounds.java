package deeplinear.algebra;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Balls that are proved to contain the singular values of all members of a ball. */
public final class SingularValueBounds {

  private static final BallAlgebra B = BallAlgebra.INSTANCE;

  private SingularValueBounds() {}

  /**
   * All min(m, n) singular values, largest first, each 1 × 1. With a computed decomposition U S Vᵀ,
   * δ = ‖UᵀU − I‖ and ε = ‖VᵀV − I‖, those of U S Vᵀ differ from S by at most the factor δ + ε + δε
   * (Ostrowski), and those of a member A by at most ‖A − U S Vᵀ‖ more (Weyl). How the decomposition
   * was found does not matter.
   *
   * @return of infinite radius if entries are unbounded or no decomposition is found
   */
  public static List<BallMatrix> of(BallMatrix a) {
    int count = Math.min(B.rows(a), B.columns(a));
    if (count == 0) {
      return List.of();
    }
    try {
      return of(a, Spectrum.singularFactors(a.center()));
    } catch (ArithmeticException e) {
      return Collections.nCopies(count, number(0, Double.POSITIVE_INFINITY));
    }
  }

  /** The same with a decomposition from elsewhere. */
  static List<BallMatrix> of(BallMatrix a, Spectrum.SingularFactors factors) {
    int count = factors.values().length;
    BallMatrix u = BallMatrix.around(factors.left(), 0);
    BallMatrix v = BallMatrix.around(factors.right(), 0);
    double[] s = factors.values();
    double[] diagonal = new double[count * count];
    for (int k = 0; k < count; k++) {
      diagonal[k * count + k] = s[k];
    }
    BallMatrix middle = BallMatrix.around(RealMatrix.of(count, count, diagonal), 0);
    BallMatrix product = B.multiply(B.multiply(u, middle), B.transpose(v));
    double distance = B.subtract(a, product).magnitude();
    double left = defect(u);
    double right = defect(v);
    double factor = Upward.plus(Upward.plus(left, right), Upward.times(left, right));
    List<BallMatrix> values = new ArrayList<>();
    for (double value : s) {
      values.add(number(value, Upward.plus(distance, Upward.times(factor, value))));
    }
    return values;
  }

  /** At least ‖UᵀU − I‖_F. */
  private static double defect(BallMatrix u) {
    BallMatrix gram = B.multiply(B.transpose(u), u);
    return B.subtract(gram, B.identity(B.columns(u))).magnitude();
  }

  private static BallMatrix number(double value, double radius) {
    return BallMatrix.around(RealMatrix.of(1, 1, new double[] {value}), radius);
  }
}
