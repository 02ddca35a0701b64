/** Chapter 6: critical points up to the gauge group. */
@NullMarked
package deeplinear.theorem.quotient;

import org.jspecify.annotations.NullMarked;
