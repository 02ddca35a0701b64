package deeplinear.algebra;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.SingularOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/** Singular values and symmetric eigenvalues in floating point, with absolute error O(ε ‖a‖₂). */
public final class Spectrum {

  private Spectrum() {}

  /**
   * All min(m, n) singular values of an m × n matrix, largest first; none for an empty matrix.
   *
   * @throws ArithmeticException if the decomposition does not converge (NaN or infinite entries)
   */
  public static double[] singularValues(RealMatrix a) {
    if (a.rows() == 0 || a.columns() == 0) {
      return new double[0];
    }
    requireFinite(a);
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(a.rows(), a.columns(), false, false, true);
    if (!svd.decompose(a.data().copy())) {
      throw new ArithmeticException("no singular value decomposition of " + a);
    }
    return descending(Arrays.stream(svd.getSingularValues()).limit(svd.numberOfSingularValues()));
  }

  /**
   * U, the singular values and V with a ≈ U diag(s) Vᵀ, for an m × n matrix with p = min(m, n) ≥ 1.
   *
   * @throws ArithmeticException if the decomposition does not converge (NaN or infinite entries)
   */
  public static SingularFactors singularFactors(RealMatrix a) {
    requireFinite(a);
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(a.rows(), a.columns(), true, true, true);
    if (!svd.decompose(a.data().copy())) {
      throw new ArithmeticException("no singular value decomposition of " + a);
    }
    DMatrixRMaj u = svd.getU(null, false);
    DMatrixRMaj v = svd.getV(null, false);
    double[] values = svd.getSingularValues();
    int count = svd.numberOfSingularValues();
    SingularOps_DDRM.descendingOrder(u, false, values, count, v, false);
    return new SingularFactors(new RealMatrix(u), Arrays.copyOf(values, count), new RealMatrix(v));
  }

  /**
   * A singular value decomposition.
   *
   * @param left U, m × p, with nearly orthonormal columns
   * @param values the p singular values, largest first
   * @param right V, n × p, with nearly orthonormal columns
   */
  public record SingularFactors(RealMatrix left, double[] values, RealMatrix right) {}

  /**
   * All eigenvalues of a symmetric matrix, largest first.
   *
   * @throws ArithmeticException if the decomposition does not converge (NaN or infinite entries)
   */
  public static double[] eigenvalues(RealMatrix symmetric) {
    EigenDecomposition_F64<DMatrixRMaj> decomposition = decomposed(symmetric, false);
    return descending(
        IntStream.range(0, symmetric.rows())
            .mapToDouble(k -> decomposition.getEigenvalue(k).getReal()));
  }

  /**
   * Eigenvalues and orthonormal eigenvectors of a symmetric matrix, in no special order.
   *
   * @throws ArithmeticException if the decomposition does not converge (NaN or infinite entries)
   */
  public static Eigenpairs eigenpairs(RealMatrix symmetric) {
    EigenDecomposition_F64<DMatrixRMaj> decomposition = decomposed(symmetric, true);
    int n = symmetric.rows();
    double[] values = new double[n];
    RealMatrix vectors = RealAlgebra.INSTANCE.zeros(n, n);
    for (int k = 0; k < n; k++) {
      values[k] = decomposition.getEigenvalue(k).getReal();
      vectors =
          RealAlgebra.INSTANCE.insert(
              vectors, 0, k, new RealMatrix(decomposition.getEigenVector(k)));
    }
    return new Eigenpairs(values, vectors);
  }

  private static EigenDecomposition_F64<DMatrixRMaj> decomposed(
      RealMatrix symmetric, boolean withVectors) {
    Shapes.requireSquare(symmetric.rows(), symmetric.columns());
    requireFinite(symmetric);
    EigenDecomposition_F64<DMatrixRMaj> decomposition =
        DecompositionFactory_DDRM.eig(symmetric.rows(), withVectors, true);
    if (!decomposition.decompose(symmetric.data().copy())) {
      throw new ArithmeticException("no eigenvalue decomposition of " + symmetric);
    }
    return decomposition;
  }

  /**
   * Eigenvalues with their eigenvectors: column k of {@code vectors} belongs to {@code values[k]}.
   *
   * @param values the n eigenvalues
   * @param vectors n × n, orthogonal to working precision
   */
  public record Eigenpairs(double[] values, RealMatrix vectors) {}

  private static void requireFinite(RealMatrix a) {
    if (!Double.isFinite(a.norm())) {
      throw new ArithmeticException("a matrix of finite numbers is expected, not " + a);
    }
  }

  private static double[] descending(DoubleStream values) {
    return values.boxed().sorted(Comparator.reverseOrder()).mapToDouble(x -> x).toArray();
  }
}
