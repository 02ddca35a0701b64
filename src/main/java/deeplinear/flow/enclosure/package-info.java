/** Validated enclosures of trajectories: existence and error bounds by interval arithmetic. */
@NullMarked
package deeplinear.flow.enclosure;

import org.jspecify.annotations.NullMarked;
