/** Chapter 9: rates and limits. */
@NullMarked
package deeplinear.theorem.convergence;

import org.jspecify.annotations.NullMarked;
