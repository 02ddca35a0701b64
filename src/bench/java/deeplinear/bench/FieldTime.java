package deeplinear.bench;

/**
 * A measured right-hand side.
 *
 * @param width n
 * @param depth h
 * @param nanoseconds for one evaluation
 */
record FieldTime(int width, int depth, double nanoseconds) {

  /** 2 n³ for each of the 3h − 3 products; GFLOP/s. */
  double rate() {
    return 2.0 * width * width * width * (3 * depth - 3) / nanoseconds;
  }
}
