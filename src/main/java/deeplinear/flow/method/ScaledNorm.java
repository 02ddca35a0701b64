package deeplinear.flow.method;

/** The Euclidean norm without overflow or underflow between. */
final class ScaledNorm {

  private ScaledNorm() {}

  /** m √Σ (x_k / m)² with m = max |x_k|; NaN if an entry is, infinite if one is. */
  static double of(double[] x) {
    double largest = 0;
    for (double entry : x) {
      largest = Math.max(largest, Math.abs(entry));
    }
    if (!(largest > 0 && largest < Double.POSITIVE_INFINITY)) {
      return largest;
    }
    double sum = 0;
    for (double entry : x) {
      sum += (entry / largest) * (entry / largest);
    }
    return largest * Math.sqrt(sum);
  }
}
