/**
 * The gradient flow Ẇ_j = W_{h:j+1}ᵀ R W_{j−1:1}ᵀ: its vector field over any algebra, a fast kernel
 * in floating point, the equivalent matrix equation in A, Taylor series, validated enclosures, and
 * integrators with their outcomes as values. Time runs forward. Knows nothing of theorems.
 */
@NullMarked
package deeplinear.flow;

import org.jspecify.annotations.NullMarked;
