/** Chapter 3: the loss as a Lyapunov function. */
@NullMarked
package deeplinear.theorem.lyapunov;

import org.jspecify.annotations.NullMarked;
