package deeplinear.report;

/**
 * How the cases of a ledger entry were made.
 *
 * @param origin where they come from, for example {@code random corpus} or {@code iris.csv, hidden
 *     5}
 * @param seed that of the random numbers
 * @param tries how many cases were asked for; a seed replays only with the same number
 * @param millis the wall-clock time in milliseconds
 * @param versions the versions that the result depends on
 */
public record Run(String origin, String seed, int tries, long millis, Versions versions) {}
