/** From a method to a trajectory: tolerances, step sizes, stopping, samples. */
@NullMarked
package deeplinear.flow.trajectory;

import org.jspecify.annotations.NullMarked;
