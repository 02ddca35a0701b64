/**
 * Numbers and matrices: rational, modular, interval, floating-point and power-series arithmetic
 * behind one interface, with exact ranks, inverses, inertia and rational orthogonal matrices. Knows
 * nothing of networks.
 */
@NullMarked
package deeplinear.algebra;

import org.jspecify.annotations.NullMarked;
