/**
 * One loop for everybody: trials with names, tallies that add up, acceptance as a value, and what
 * is made of them: the claim without each hypothesis, its wrong neighbors, its sensitivity to wrong
 * laws.
 */
@NullMarked
package deeplinear.trial;

import org.jspecify.annotations.NullMarked;
