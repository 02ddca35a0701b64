/**
 * Named quantities: what can be computed from a target and weights, each written once and then
 * evaluated in doubles, exactly, on power series, or on a ball of weights, where the value carries
 * a proved error bound. Knows nothing of theorems.
 */
@NullMarked
package deeplinear.quantity;

import org.jspecify.annotations.NullMarked;
