package deeplinear.flow.kernel;

/**
 * Large products by one multiplication and all others in plain Java, whose results are the same on
 * every machine.
 */
final class LargeProducts implements Multiplication {

  /**
   * The m k n from which a product is large: 32³. Measured in GFLOP/s, plain : vector : native,
   * with 512-bit vectors and OpenBLAS on one thread: at n = 8 12 : 6 : 5, at 16 13 : 26 : 21, at 32
   * 13 : 27 to 46 : 42, at 64 13 : 59 : 54. Where the bound lies, both others are at least twice as
   * fast; it is not lower, so that the small networks of the corpus stay far below.
   */
  static final int LARGE = 32 * 32 * 32;

  /** A product is large only if C is this wide and high: fewer columns leave vectors empty. */
  static final int NARROW = 8;

  private final Multiplication plain = new PlainMultiplication();
  private final Multiplication large;

  LargeProducts(Multiplication large) {
    this.large = large;
  }

  @Override
  public String name() {
    return large.name();
  }

  /** Whether a product of these dimensions is large. */
  static boolean isLarge(int m, int k, int n) {
    return m >= NARROW && n >= NARROW && (long) m * k * n >= LARGE;
  }

  private Multiplication of(int m, int k, int n) {
    return isLarge(m, k, n) ? large : plain;
  }

  @Override
  public void multiply(
      int m, int k, int n, double[] a, int aAt, double[] b, int bAt, double[] c, int cAt) {
    of(m, k, n).multiply(m, k, n, a, aAt, b, bAt, c, cAt);
  }

  @Override
  public void transposedTimes(
      int m, int k, int n, double[] a, int aAt, double[] b, int bAt, double[] c, int cAt) {
    of(m, k, n).transposedTimes(m, k, n, a, aAt, b, bAt, c, cAt);
  }

  @Override
  public void timesTransposed(
      int m, int k, int n, double[] a, int aAt, double[] b, int bAt, double[] c, int cAt) {
    of(m, k, n).timesTransposed(m, k, n, a, aAt, b, bAt, c, cAt);
  }
}
