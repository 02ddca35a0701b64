package deeplinear.claim;

import deeplinear.network.Subject;
import deeplinear.sample.Generator;
import java.util.Optional;

/**
 * A wrong statement next to a claim.
 *
 * @param name what is wrong, in words
 * @param wrong the statement, as a claim of its own
 * @param cases what refutes it; empty for the cases of the claim
 */
public record Neighbor<I extends Subject>(
    String name, Claim<I> wrong, Optional<Generator<I>> cases) {}
