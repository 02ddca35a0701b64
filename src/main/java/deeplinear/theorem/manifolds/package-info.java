/** Chapter 7: invariant manifolds. */
@NullMarked
package deeplinear.theorem.manifolds;

import org.jspecify.annotations.NullMarked;
