package deeplinear.bench;

/**
 * What a contender made of a set.
 *
 * @param contender its name
 * @param set the name of the set
 * @param relative rtol
 * @param absolute atol
 * @param seconds the shortest time on the clock
 * @param cpu the shortest time of the processor, in seconds
 * @param states the final weights of each net, like {@link Net#weights()}; NaN where it failed
 */
public record Result(
    String contender,
    String set,
    double relative,
    double absolute,
    double seconds,
    double cpu,
    double[][] states) {}
