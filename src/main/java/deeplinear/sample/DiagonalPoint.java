package deeplinear.sample;

import deeplinear.algebra.ModularAlgebra;
import deeplinear.algebra.ModularMatrix;
import deeplinear.network.Weights;
import deeplinear.network.Whitened;
import java.util.List;

/**
 * A network over a prime field that is diagonal in a chain of orthogonal bases, W_i = Q_i D_i
 * Q_{i−1}ᵀ and Σ = Q_h T Q_0ᵀ: what a {@link deeplinear.network.Chain} is over the rationals.
 *
 * @param field the field
 * @param bases Q_0, …, Q_h
 * @param diagonals D_1, …, D_h
 * @param core T
 */
public record DiagonalPoint(
    ModularAlgebra field,
    List<ModularMatrix> bases,
    List<ModularMatrix> diagonals,
    ModularMatrix core) {

  /** Copies the lists. */
  public DiagonalPoint {
    bases = List.copyOf(bases);
    diagonals = List.copyOf(diagonals);
  }

  /** The weights. */
  public Weights<ModularMatrix> weights() {
    return Weights.build(
        field,
        diagonals.size(),
        i -> between(bases.get(i), diagonals.get(i - 1), bases.get(i - 1)));
  }

  /** The target. */
  public Whitened<ModularMatrix> target() {
    return new Whitened<>(field, between(bases.get(diagonals.size()), core, bases.get(0)));
  }

  private ModularMatrix between(ModularMatrix above, ModularMatrix d, ModularMatrix below) {
    return field.multiply(field.multiply(above, d), field.transpose(below));
  }
}
