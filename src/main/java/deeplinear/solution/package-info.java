/**
 * Closed forms and bounds: what trajectories must do, by formulas that share no code with the
 * integrators. Knows nothing of theorems.
 */
@NullMarked
package deeplinear.solution;

import org.jspecify.annotations.NullMarked;
