/**
 * Where subjects come from: random draws in exact numbers, and generators that build the hypotheses
 * of claims in. Knows nothing of claims.
 */
@NullMarked
package deeplinear.sample;

import org.jspecify.annotations.NullMarked;
