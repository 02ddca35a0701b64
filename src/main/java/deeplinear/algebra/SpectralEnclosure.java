package deeplinear.algebra;

/** Intervals that are proved to contain eigenvalues and singular values. */
public final class SpectralEnclosure {

  private static final IntervalAlgebra I = IntervalAlgebra.INSTANCE;

  private SpectralEnclosure() {}

  /**
   * An interval that contains all eigenvalues of all symmetric members of S.
   *
   * <p>Let V hold approximate eigenvectors of the middle of S. With x = Vy, xᵀSx / xᵀx = yᵀ(VᵀSV)y
   * / yᵀ(VᵀV)y; both matrices are nearly diagonal, so that Gershgorin's discs bound both quotients
   * well, and that of VᵀV excludes 0 only if V is invertible. How V was found does not matter.
   *
   * @return the whole line if an entry is unbounded or no eigenvectors are found
   */
  public static Interval ofSymmetric(IntervalMatrix symmetric) {
    Shapes.requireSquare(symmetric.rows(), symmetric.columns());
    if (!symmetric.isBounded()) {
      return Interval.LINE;
    }
    RealMatrix approximate;
    try {
      approximate = Spectrum.eigenpairs(symmetrized(symmetric.midpoint())).vectors();
    } catch (ArithmeticException e) {
      return Interval.LINE;
    }
    IntervalMatrix v = IntervalMatrix.point(approximate);
    IntervalMatrix transposed = I.transpose(v);
    Interval lengths = discs(I.multiply(transposed, v));
    return lengths.low() > 0
        ? discs(I.multiply(I.multiply(transposed, symmetric), v)).divide(lengths)
        : Interval.LINE;
  }

  /** At least the largest singular value of every member. */
  public static double norm(IntervalMatrix a) {
    IntervalMatrix transposed = I.transpose(a);
    boolean wide = a.columns() > a.rows();
    IntervalMatrix gram = wide ? I.multiply(a, transposed) : I.multiply(transposed, a);
    return new Interval(0, Math.max(0, ofSymmetric(gram).high())).sqrt().high();
  }

  /** The union of Gershgorin's discs on the real line. */
  private static Interval discs(IntervalMatrix a) {
    Interval union = disc(a, 0);
    for (int i = 1; i < a.rows(); i++) {
      union = union.hull(disc(a, i));
    }
    return union;
  }

  private static Interval disc(IntervalMatrix a, int i) {
    Interval radius = Interval.ZERO;
    for (int j = 0; j < a.columns(); j++) {
      if (j != i) {
        radius = radius.add(Interval.point(a.entry(i, j).magnitude()));
      }
    }
    return radius.high() < Double.POSITIVE_INFINITY
        ? a.entry(i, i).widen(radius.high())
        : Interval.LINE;
  }

  private static RealMatrix symmetrized(RealMatrix a) {
    int n = a.rows();
    double[] x = a.toArray();
    double[] result = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        result[i * n + j] = x[i * n + j] / 2 + x[j * n + i] / 2;
      }
    }
    return RealMatrix.of(n, n, result);
  }
}
