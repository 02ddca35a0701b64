/** Chapter 2: what the flow conserves. */
@NullMarked
package deeplinear.theorem.conservation;

import org.jspecify.annotations.NullMarked;
