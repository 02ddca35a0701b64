package deeplinear.flow.method;

import deeplinear.flow.kernel.LaneField;

/** Steps of the stabilized method of order 4, from {@link RockCoefficients}. */
final class Rock4 implements Stepper {

  private static final int FINISH = 4;

  private final double[][] slopes = new double[FINISH + 1][];
  private final double[][] g = new double[3][];
  private final double[] sums = new double[0];
  private final ErrorNorm norm = new ErrorNorm();
  private double[] laneSums = sums;
  private double[] scratch = {};

  @Override
  public void step(LaneField field, Block block, int stages) {
    RockCoefficients c = RockCoefficients.withStages(stages);
    int size = block.size();
    grow(size, block.lanes());
    block.spreadSteps();
    double[] hs = block.steps();
    int n = c.innerStages();
    double[] before = block.state();
    double[] now = g[0];
    first(c.mu(1), hs, block.velocity(), before, now, size);
    int kept = c.innerErrorStage();
    if (kept == 0) {
      System.arraycopy(block.velocity(), 0, slopes[FINISH], 0, size);
    }
    for (int j = 2; j <= n; j++) {
      double[] slope = j - 1 == kept ? slopes[FINISH] : scratch;
      field.velocity(now, slope);
      double[] next = before == block.state() ? g[1] : before;
      next(c.mu(j), c.nu(j), c.kappa(j), hs, slope, now, before, next, size);
      before = now;
      now = next;
    }
    finish(field, block, c, now, size);
    field.velocity(block.end(), block.endVelocity());
  }

  private void finish(LaneField field, Block block, RockCoefficients c, double[] start, int size) {
    double[] hs = block.steps();
    field.velocity(start, slopes[0]);
    double[] point = g[2];
    // Slopes of later stages are left from another step, perhaps NaN: not even 0 times them counts.
    first(c.a(2, 1), hs, slopes[0], start, point, size);
    field.velocity(point, slopes[1]);
    second(hs, start, c.a(3, 1), slopes[0], c.a(3, 2), slopes[1], point, size);
    field.velocity(point, slopes[2]);
    third(hs, start, c.a(4, 1), slopes[0], c.a(4, 2), slopes[1], c.a(4, 3), slopes[2], point, size);
    field.velocity(point, slopes[3]);
    combine(
        hs,
        start,
        c.b(1),
        slopes[0],
        c.b(2),
        slopes[1],
        c.b(3),
        slopes[2],
        c.b(4),
        slopes[3],
        block.end(),
        size);
    measureError(block, c, size);
  }

  private void measureError(Block block, RockCoefficients c, int size) {
    double[] hs = block.steps();
    double e5 = c.innerErrorWeight(5);
    double[] inner = slopes[FINISH];
    for (int e = 0; e < size; e++) {
      scratch[e] = hs[e] * (e5 * inner[e]);
    }
    combine(
        hs,
        scratch,
        c.innerErrorWeight(1),
        slopes[0],
        c.innerErrorWeight(2),
        slopes[1],
        c.innerErrorWeight(3),
        slopes[2],
        c.innerErrorWeight(4),
        slopes[3],
        scratch,
        size);
    norm.prepare(block);
    norm.sumOfSquares(scratch, size, laneSums);
    for (int l = 0; l < block.lanes(); l++) {
      block.error()[l] = Math.sqrt(laneSums[l] / block.components()[l]);
      block.stiffness()[l] = 0;
    }
  }

  private void grow(int size, int lanes) {
    if (scratch.length < size) {
      scratch = new double[size];
      for (int i = 0; i < g.length; i++) {
        g[i] = new double[size];
      }
      for (int i = 0; i < slopes.length; i++) {
        slopes[i] = new double[size];
      }
    }
    if (laneSums.length < lanes) {
      laneSums = new double[lanes];
    }
  }

  private static void first(
      double mu, double[] hs, double[] slope, double[] start, double[] result, int size) {
    for (int e = 0; e < size; e++) {
      result[e] = start[e] + mu * hs[e] * slope[e];
    }
  }

  /** g_j; the result may take the place of g_{j−2}. */
  private static void next(
      double mu,
      double nu,
      double kappa,
      double[] hs,
      double[] slope,
      double[] now,
      double[] before,
      double[] result,
      int size) {
    for (int e = 0; e < size; e++) {
      result[e] = mu * hs[e] * slope[e] + nu * now[e] + kappa * before[e];
    }
  }

  /** result = base + h (w_0 f_0 + w_1 f_1). */
  private static void second(
      double[] hs,
      double[] base,
      double w0,
      double[] f0,
      double w1,
      double[] f1,
      double[] result,
      int size) {
    for (int e = 0; e < size; e++) {
      result[e] = base[e] + hs[e] * (w0 * f0[e] + w1 * f1[e]);
    }
  }

  /** result = base + h (w_0 f_0 + w_1 f_1 + w_2 f_2). */
  private static void third(
      double[] hs,
      double[] base,
      double w0,
      double[] f0,
      double w1,
      double[] f1,
      double w2,
      double[] f2,
      double[] result,
      int size) {
    for (int e = 0; e < size; e++) {
      result[e] = base[e] + hs[e] * (w0 * f0[e] + w1 * f1[e] + w2 * f2[e]);
    }
  }

  /** result = base + h (w_0 f_0 + w_1 f_1 + w_2 f_2 + w_3 f_3). */
  private static void combine(
      double[] hs,
      double[] base,
      double w0,
      double[] f0,
      double w1,
      double[] f1,
      double w2,
      double[] f2,
      double w3,
      double[] f3,
      double[] result,
      int size) {
    for (int e = 0; e < size; e++) {
      result[e] = base[e] + hs[e] * (w0 * f0[e] + w1 * f1[e] + w2 * f2[e] + w3 * f3[e]);
    }
  }
}
