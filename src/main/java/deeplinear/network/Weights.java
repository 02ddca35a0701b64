package deeplinear.network;

import deeplinear.algebra.Algebra;
import deeplinear.algebra.RationalMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * The weight matrices of a network, over any algebra. Immutable.
 *
 * @param algebra the arithmetic
 * @param layers W_1, …, W_h; W_i is d_i × d_{i−1}
 * @param <M> the matrix type
 */
public record Weights<M>(Algebra<M> algebra, List<M> layers) {

  /**
   * Checks that the layers fit each other.
   *
   * @throws IllegalArgumentException naming the first two layers whose shapes do not fit, or the
   *     limit of {@link Architecture} that is exceeded
   */
  public Weights {
    layers = List.copyOf(layers);
    for (int i = 1; i < layers.size(); i++) {
      int columns = algebra.columns(layers.get(i));
      int rows = algebra.rows(layers.get(i - 1));
      if (columns != rows) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "W_%d is %d × %d but W_%d is %d × %d: %d ≠ %d",
                i + 1,
                algebra.rows(layers.get(i)),
                columns,
                i,
                rows,
                algebra.columns(layers.get(i - 1)),
                columns,
                rows));
      }
    }
    architectureOf(algebra, layers);
  }

  private static <M> Architecture architectureOf(Algebra<M> algebra, List<M> layers) {
    List<Integer> widths = new ArrayList<>();
    if (!layers.isEmpty()) {
      widths.add(algebra.columns(layers.get(0)));
    }
    layers.forEach(w -> widths.add(algebra.rows(w)));
    return new Architecture(widths);
  }

  /** The weights whose layer i (from 1) is {@code layer.apply(i)}. */
  public static <M> Weights<M> build(Algebra<M> algebra, int depth, IntFunction<M> layer) {
    return new Weights<>(algebra, IntStream.rangeClosed(1, depth).mapToObj(layer).toList());
  }

  /** The image of exact weights in another algebra. */
  public static <M> Weights<M> lift(Weights<RationalMatrix> exact, Algebra<M> algebra) {
    return build(algebra, exact.depth(), i -> algebra.lift(exact.layer(i)));
  }

  /** The widths of these weights. */
  public Architecture architecture() {
    return architectureOf(algebra, layers);
  }

  /** h. */
  public int depth() {
    return layers.size();
  }

  /** W_i, 1 ≤ i ≤ h. */
  public M layer(int i) {
    if (i < 1 || i > depth()) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "a layer lies in 1 to %d, not %d", depth(), i));
    }
    return layers.get(i - 1);
  }

  /** W_{j:i} = W_j ⋯ W_i, d_j × d_{i−1}; the identity of order d_j if j = i − 1. */
  public M product(int j, int i) {
    if (j < i - 1) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "W_{j:i} needs j ≥ i − 1, unlike j = %d and i = %d", j, i));
    }
    if (j == i - 1) {
      return algebra.identity(architecture().width(j));
    }
    M product = layer(i);
    for (int k = i + 1; k <= j; k++) {
      product = algebra.multiply(layer(k), product);
    }
    return product;
  }

  /** W = W_{h:1}, d_h × d_0. */
  public M endToEnd() {
    return product(depth(), 1);
  }

  /** C_i = W_{i+1}ᵀ W_{i+1} − W_i W_iᵀ, d_i × d_i, for 1 ≤ i &lt; h. */
  public M imbalance(int i) {
    M above = layer(i + 1);
    M below = layer(i);
    return algebra.subtract(
        algebra.multiply(algebra.transpose(above), above),
        algebra.multiply(below, algebra.transpose(below)));
  }

  /** These weights plus others of the same architecture, layer by layer. */
  public Weights<M> plus(Weights<M> other) {
    return build(algebra, depth(), i -> algebra.add(layer(i), other.layer(i)));
  }

  /** c times these weights. */
  public Weights<M> scale(BigFraction c) {
    return build(algebra, depth(), i -> algebra.scale(c, layer(i)));
  }

  /** Σ_i ⟨W_i, V_i⟩ with the weights V of another network of this architecture, 1 × 1. */
  public M inner(Weights<M> other) {
    return IntStream.rangeClosed(1, depth())
        .mapToObj(i -> algebra.inner(layer(i), other.layer(i)))
        .reduce(algebra::add)
        .orElseThrow();
  }

  /** Σ_i ‖W_i‖_F², 1 × 1. */
  public M normSquared() {
    return IntStream.rangeClosed(1, depth())
        .mapToObj(i -> algebra.normSquared(layer(i)))
        .reduce(algebra::add)
        .orElseThrow();
  }
}
