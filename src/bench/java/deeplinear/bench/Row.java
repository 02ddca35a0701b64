package deeplinear.bench;

import java.util.Optional;

/**
 * A line of the table.
 *
 * @param set the set
 * @param contender who
 * @param relative rtol
 * @param seconds time on the clock
 * @param cpu time of the processor
 * @param ratio cpu, over the smallest of this set and tolerance
 * @param errors compared with the reference, if there is one
 */
record Row(
    String set,
    String contender,
    double relative,
    double seconds,
    double cpu,
    double ratio,
    Optional<Errors> errors) {}
