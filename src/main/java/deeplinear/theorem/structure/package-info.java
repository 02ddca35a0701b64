/** Chapter 1: what the flow of the adjacency matrix keeps. */
@NullMarked
package deeplinear.theorem.structure;

import org.jspecify.annotations.NullMarked;
