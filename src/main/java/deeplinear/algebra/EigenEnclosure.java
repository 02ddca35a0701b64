package deeplinear.algebra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * An eigenvalue decomposition with proved errors: every symmetric member of S is U(Λ + E)Uᵀ with an
 * orthogonal U, ‖U − V‖ ≤ {@code skew}, and a symmetric E, ‖E‖ ≤ {@code defect}.
 *
 * <p>U is the orthogonal polar factor of V. If VᵀV = I + D and ‖D‖ = δ ≤ ½, then U − V = V((I +
 * D)^{−1/2} − I), so that ‖U − V‖ ≤ δ√(1 + δ) = skew; and E = UᵀSU − Λ differs from VᵀSV − Λ by at
 * most skew ‖S‖ (1 + √(1 + δ)). How Λ and V were found does not matter.
 *
 * @param values Λ, n numbers in descending order
 * @param vectors V, n × n
 * @param defect at least ‖E‖₂, for every member; possibly infinite
 * @param skew at least ‖U − V‖₂
 */
public record EigenEnclosure(List<Double> values, RealMatrix vectors, double defect, double skew) {

  private static final IntervalAlgebra I = IntervalAlgebra.INSTANCE;

  /** Copies the list. */
  public EigenEnclosure {
    values = List.copyOf(values);
  }

  /**
   * The decomposition of all symmetric members of a matrix of intervals.
   *
   * @throws ArithmeticException if an entry is unbounded or the decomposition does not converge
   */
  public static EigenEnclosure of(IntervalMatrix symmetric) {
    Shapes.requireSquare(symmetric.rows(), symmetric.columns());
    if (!symmetric.isBounded()) {
      throw new ArithmeticException("bounded entries are expected, not infinite ones");
    }
    RealMatrix middle = symmetric.midpoint();
    RealMatrix mirrored =
        RealAlgebra.INSTANCE.scale(
            BigFraction.ONE_HALF,
            RealAlgebra.INSTANCE.add(middle, RealAlgebra.INSTANCE.transpose(middle)));
    Spectrum.Eigenpairs pairs = Spectrum.eigenpairs(mirrored);
    int n = symmetric.rows();
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparing((Integer k) -> pairs.values()[k]).reversed())
            .mapToInt(k -> k)
            .toArray();
    List<Double> values = Arrays.stream(order).mapToObj(k -> pairs.values()[k]).toList();
    double[] columns = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        columns[i * n + k] = pairs.vectors().entry(i, order[k]);
      }
    }
    return measured(symmetric, values, RealMatrix.of(n, n, columns));
  }

  private static EigenEnclosure measured(
      IntervalMatrix symmetric, List<Double> values, RealMatrix vectors) {
    int n = symmetric.rows();
    IntervalMatrix v = IntervalMatrix.point(vectors);
    IntervalMatrix transposed = I.transpose(v);
    double delta = I.subtract(I.multiply(transposed, v), I.identity(n)).norm();
    if (!(delta <= 0.5)) {
      return new EigenEnclosure(
          values, vectors, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
    Interval stretch = Interval.point(1).add(Interval.point(delta)).sqrt();
    double skew = stretch.multiply(Interval.point(delta)).high();
    IntervalMatrix rotated = I.multiply(I.multiply(transposed, symmetric), v);
    IntervalMatrix residual =
        I.subtract(rotated, diagonal(values.stream().map(Interval::point).toList()));
    double defect =
        Interval.point(skew)
            .multiply(Interval.point(symmetric.norm()))
            .multiply(stretch.add(Interval.point(1)))
            .add(Interval.point(residual.norm()))
            .high();
    return new EigenEnclosure(values, vectors, defect, skew);
  }

  /** The intervals that contain the n eigenvalues of every member, by Weyl's inequality. */
  public List<Interval> eigenvalues() {
    return values.stream().map(x -> Interval.point(x).widen(defect)).toList();
  }

  /**
   * Contains U(f(Λ) + G)Uᵀ for every G with ‖G‖₂ ≤ {@code error}.
   *
   * @param f contains the values of a function at all members of an interval
   */
  public IntervalMatrix function(UnaryOperator<Interval> f, double error) {
    List<Interval> images = values.stream().map(x -> f.apply(Interval.point(x))).toList();
    IntervalMatrix v = IntervalMatrix.point(vectors);
    IntervalMatrix product = I.multiply(I.multiply(v, diagonal(images)), I.transpose(v));
    double largest = images.stream().mapToDouble(Interval::magnitude).max().orElse(0);
    // ‖U f Uᵀ − V f Vᵀ‖ ≤ ‖U − V‖ ‖f‖ (‖U‖ + ‖V‖).
    double turned =
        Interval.point(skew)
            .multiply(Interval.point(largest))
            .multiply(Interval.point(2).add(Interval.point(skew)))
            .add(Interval.point(error))
            .high();
    return product.map(x -> x.widen(turned));
  }

  private static IntervalMatrix diagonal(List<Interval> values) {
    int n = values.size();
    List<Interval> entries = new ArrayList<>();
    for (int i = 0; i < n * n; i++) {
      entries.add(i % (n + 1) == 0 ? values.get(i / (n + 1)) : Interval.ZERO);
    }
    return IntervalMatrix.of(n, n, entries);
  }
}
