/** Chapter 8: closed forms of trajectories. */
@NullMarked
package deeplinear.theorem.learning;

import org.jspecify.annotations.NullMarked;
