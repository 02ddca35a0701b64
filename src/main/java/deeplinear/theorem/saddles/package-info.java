/** Chapter 5: the Hessian at critical points. */
@NullMarked
package deeplinear.theorem.saddles;

import org.jspecify.annotations.NullMarked;
