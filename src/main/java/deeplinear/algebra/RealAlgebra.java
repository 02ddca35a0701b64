package deeplinear.algebra;

import org.apache.commons.math3.fraction.BigFraction;
import org.ejml.concurrency.EjmlConcurrency;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;

/** Floating-point arithmetic through EJML. NaN and infinities propagate as in IEEE 754. */
public final class RealAlgebra implements Algebra<RealMatrix> {

  /** The only instance; the algebra has no state. */
  public static final RealAlgebra INSTANCE = new RealAlgebra();

  static {
    // One thread: results must not depend on the machine, and small matrices gain nothing.
    EjmlConcurrency.USE_CONCURRENT = false;
  }

  private RealAlgebra() {}

  @Override
  public String name() {
    return "real";
  }

  @Override
  public RealMatrix lift(RationalMatrix exact) {
    return RealMatrix.of(exact.rows(), exact.columns(), exact.toDoubles());
  }

  @Override
  public int rows(RealMatrix a) {
    return a.rows();
  }

  @Override
  public int columns(RealMatrix a) {
    return a.columns();
  }

  @Override
  public RealMatrix add(RealMatrix a, RealMatrix b) {
    Shapes.requireEqual("add", a.rows(), a.columns(), b.rows(), b.columns());
    return new RealMatrix(CommonOps_DDRM.add(a.data(), b.data(), null));
  }

  @Override
  public RealMatrix subtract(RealMatrix a, RealMatrix b) {
    Shapes.requireEqual("subtract", a.rows(), a.columns(), b.rows(), b.columns());
    return new RealMatrix(CommonOps_DDRM.subtract(a.data(), b.data(), null));
  }

  @Override
  public RealMatrix multiply(RealMatrix a, RealMatrix b) {
    Shapes.requireChained(a.rows(), a.columns(), b.rows(), b.columns());
    return new RealMatrix(CommonOps_DDRM.mult(a.data(), b.data(), null));
  }

  @Override
  public RealMatrix transpose(RealMatrix a) {
    return new RealMatrix(CommonOps_DDRM.transpose(a.data(), null));
  }

  @Override
  public RealMatrix scale(BigFraction c, RealMatrix a) {
    DMatrixRMaj scaled = a.data().copy();
    CommonOps_DDRM.scale(Rationals.toDouble(c), scaled);
    return new RealMatrix(scaled);
  }

  @Override
  public RealMatrix trace(RealMatrix a) {
    Shapes.requireSquare(a.rows(), a.columns());
    return RealMatrix.of(1, 1, new double[] {CommonOps_DDRM.trace(a.data())});
  }

  @Override
  public RealMatrix block(RealMatrix a, int row, int column, int rows, int columns) {
    Shapes.requireInside(a.rows(), a.columns(), row, column, rows, columns);
    DMatrixRMaj block = new DMatrixRMaj(rows, columns);
    CommonOps_DDRM.extract(a.data(), row, row + rows, column, column + columns, block, 0, 0);
    return new RealMatrix(block);
  }

  @Override
  public RealMatrix insert(RealMatrix a, int row, int column, RealMatrix block) {
    Shapes.requireInside(a.rows(), a.columns(), row, column, block.rows(), block.columns());
    DMatrixRMaj copy = a.data().copy();
    CommonOps_DDRM.insert(block.data(), copy, row, column);
    return new RealMatrix(copy);
  }

  /** Column by column, in ascending order. */
  @Override
  public RealMatrix inner(RealMatrix a, RealMatrix b) {
    Shapes.requireEqual("take the inner product of", a.rows(), a.columns(), b.rows(), b.columns());
    double total = 0;
    for (int j = 0; j < a.columns(); j++) {
      double sum = 0;
      for (int i = 0; i < a.rows(); i++) {
        sum += a.data().get(i, j) * b.data().get(i, j);
      }
      total += sum;
    }
    return RealMatrix.of(1, 1, new double[] {total});
  }

  @Override
  public RealMatrix normSquared(RealMatrix a) {
    double norm = NormOps_DDRM.fastNormF(a.data());
    return RealMatrix.of(1, 1, new double[] {norm * norm});
  }
}
