/**
 * The landscape of the loss: learned sets and critical values, critical points of every type by
 * exact construction, the Hessian with its inertia, strictness of saddles, escape paths, and
 * degenerations within an orbit of the gauge group. Knows nothing of flows in time.
 */
@NullMarked
package deeplinear.landscape;

import org.jspecify.annotations.NullMarked;
