package deeplinear.claim;

import deeplinear.network.Subject;
import deeplinear.sample.Generator;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How a hypothesis is dropped.
 *
 * @param cases subjects that lack it, and no other
 * @param laboratory changes the law or the method, where the hypothesis is about these
 * @param smallest the widths of the smallest subject that refutes the claim then; empty if none is
 *     expected to
 */
public record Breach<I extends Subject>(
    Generator<I> cases, UnaryOperator<Laboratory> laboratory, Optional<String> smallest) {}
