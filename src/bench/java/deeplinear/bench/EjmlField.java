package deeplinear.bench;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The vector field with in-place operations of EJML in 3h − 3 products, as an expert who knows EJML
 * and no code of this project would write it. Allocates nothing after construction.
 */
final class EjmlField {

  private final DMatrixRMaj[] layers;
  private final DMatrixRMaj[] velocities;
  private final DMatrixRMaj[] prefixes;
  private final DMatrixRMaj[] backward;
  private final DMatrixRMaj target;
  private final int depth;

  EjmlField(Net net) {
    depth = net.depth();
    int[] d = net.widths();
    target = DMatrixRMaj.wrap(d[depth], d[0], net.target());
    layers = new DMatrixRMaj[depth + 1];
    velocities = new DMatrixRMaj[depth + 1];
    prefixes = new DMatrixRMaj[depth + 1];
    backward = new DMatrixRMaj[depth + 1];
    for (int j = 1; j <= depth; j++) {
      layers[j] = new DMatrixRMaj(d[j], d[j - 1]);
      velocities[j] = new DMatrixRMaj(d[j], d[j - 1]);
      prefixes[j] = j == 1 ? layers[1] : new DMatrixRMaj(d[j], d[0]);
      backward[j] = j == 1 ? velocities[1] : new DMatrixRMaj(d[j], d[0]);
    }
  }

  /** Evaluates the field at {@code state}. */
  void velocity(double[] state, double[] velocity) {
    int at = 0;
    for (int j = 1; j <= depth; j++) {
      int length = layers[j].getNumElements();
      System.arraycopy(state, at, layers[j].data, 0, length);
      at += length;
    }
    for (int j = 2; j <= depth; j++) {
      CommonOps_DDRM.mult(layers[j], prefixes[j - 1], prefixes[j]);
    }
    CommonOps_DDRM.subtract(target, prefixes[depth], backward[depth]);
    for (int j = depth; j > 1; j--) {
      CommonOps_DDRM.multTransB(backward[j], prefixes[j - 1], velocities[j]);
      CommonOps_DDRM.multTransA(layers[j], backward[j], backward[j - 1]);
    }
    at = 0;
    for (int j = 1; j <= depth; j++) {
      int length = velocities[j].getNumElements();
      System.arraycopy(velocities[j].data, 0, velocity, at, length);
      at += length;
    }
  }
}
