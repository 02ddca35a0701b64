package deeplinear.cli;

import deeplinear.network.Subject;

/**
 * A subject made from data.
 *
 * @param subject what a theorem is checked on
 * @param label how it was made, for the strata
 */
public record Candidate<I extends Subject>(I subject, String label) {}
