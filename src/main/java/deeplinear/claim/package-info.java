/**
 * What a claim is: a sheet that says everything about it, hypotheses that can be dropped, and a
 * pure judgment from a subject to a verdict. The claims themselves are in {@code
 * properties/claims}; this package knows none of them.
 */
@NullMarked
package deeplinear.claim;

import org.jspecify.annotations.NullMarked;
