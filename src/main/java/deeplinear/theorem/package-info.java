/**
 * Theorems as objects: a statement, hypotheses that can be asked, and a pure check from an instance
 * to a verdict. One class for each entry of the catalogue, in a package for each chapter. Knows
 * nothing of how instances are generated.
 */
@NullMarked
package deeplinear.theorem;

import org.jspecify.annotations.NullMarked;
