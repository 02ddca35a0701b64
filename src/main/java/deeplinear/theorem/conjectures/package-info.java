/** Claims that are easily believed, and false: each must be refuted. */
@NullMarked
package deeplinear.theorem.conjectures;

import org.jspecify.annotations.NullMarked;
