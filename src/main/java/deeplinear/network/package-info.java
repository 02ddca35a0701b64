/**
 * What a claim is about: architectures, weights, targets and instances, exact and immutable.
 *
 * <p>The notation of the whole project. Depth h ≥ 1; widths d_0 (input), d_1 … d_{h−1} (hidden),
 * d_h (output). Layers count from 1: W_i is d_i × d_{i−1}. W_{j:i} = W_j ⋯ W_i, the identity of
 * order d_{i−1} when j = i − 1; the end-to-end map is W = W_{h:1}. Σ is the target (d_h × d_0), R =
 * Σ − W the residual, L = ½‖Σ − W‖_F² the loss. C_i = W_{i+1}ᵀW_{i+1} − W_iW_iᵀ is the imbalance at
 * hidden layer i. s_1 ≥ … ≥ s_p &gt; 0 are the singular values of Σ, r* the smallest width and ρ =
 * min(r*, p).
 *
 * <p>Knows nothing of flows.
 */
@NullMarked
package deeplinear.network;

import org.jspecify.annotations.NullMarked;
