package deeplinear.claim;

import deeplinear.network.Subject;
import java.util.Optional;

/**
 * A hypothesis of a claim, and what breaks it.
 *
 * @param hypothesis the condition
 * @param breach subjects that break it alone; empty if there are none
 * @param remark why it is not needed, or cannot be dropped; empty if it is needed
 */
public record Given<I extends Subject>(
    Hypothesis<? super I> hypothesis, Optional<Breach<I>> breach, String remark) {}
