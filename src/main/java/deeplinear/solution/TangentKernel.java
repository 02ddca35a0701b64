package deeplinear.solution;

import deeplinear.algebra.Algebra;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The linearization J of layers ↦ W = W_h ⋯ W_1, through its Gram matrix. With A_j = W_{h:j+1} and
 * B_j = W_{j−1:1}, J V = Σ_j A_j V_j B_j and ∇L = −JᵀR, so that ‖∇L‖² = ⟨R, JJᵀ R⟩ ≥ λ_min(JJᵀ)
 * ‖R‖².
 */
final class TangentKernel {

  private TangentKernel() {}

  /**
   * JJᵀ = Σ_j A_jA_jᵀ ⊗ B_jᵀB_j, of order d_h d_0: its column for (a, b) holds JJᵀ E_{ab}, row by
   * row, which sums the products of column a of A_jA_jᵀ with row b of B_jᵀB_j.
   */
  static <M> M gram(Algebra<M> algebra, List<M> layers) {
    List<M> outer = outer(algebra, layers);
    List<M> inner = inner(algebra, layers);
    int rows = algebra.rows(outer.get(0));
    int columns = algebra.rows(inner.get(0));
    M gram = algebra.zeros(rows * columns, rows * columns);
    for (int a = 0; a < rows; a++) {
      for (int b = 0; b < columns; b++) {
        M image = algebra.zeros(rows, columns);
        for (int j = 0; j < layers.size(); j++) {
          M column = algebra.block(outer.get(j), 0, a, rows, 1);
          M row = algebra.block(inner.get(j), b, 0, 1, columns);
          image = algebra.add(image, algebra.multiply(column, row));
        }
        for (int c = 0; c < rows; c++) {
          M part = algebra.transpose(algebra.block(image, c, 0, 1, columns));
          gram = algebra.insert(gram, c * columns, a * columns + b, part);
        }
      }
    }
    return gram;
  }

  /** A_jA_jᵀ for j = 1, …, h, of order d_h. */
  static <M> List<M> outer(Algebra<M> algebra, List<M> layers) {
    int h = layers.size();
    M above = algebra.identity(algebra.rows(layers.get(h - 1)));
    List<M> descending = new ArrayList<>();
    for (int j = h; j >= 1; j--) {
      descending.add(algebra.multiply(above, algebra.transpose(above)));
      above = algebra.multiply(above, layers.get(j - 1));
    }
    Collections.reverse(descending);
    return descending;
  }

  /** B_jᵀB_j for j = 1, …, h, of order d_0. */
  static <M> List<M> inner(Algebra<M> algebra, List<M> layers) {
    M below = algebra.identity(algebra.columns(layers.get(0)));
    List<M> ascending = new ArrayList<>();
    for (M layer : layers) {
      ascending.add(algebra.multiply(algebra.transpose(below), below));
      below = algebra.multiply(layer, below);
    }
    return ascending;
  }
}
