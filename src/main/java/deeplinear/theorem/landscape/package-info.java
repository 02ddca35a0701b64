/** Chapter 4: critical points and their values. */
@NullMarked
package deeplinear.theorem.landscape;

import org.jspecify.annotations.NullMarked;
