package deeplinear.bench;

import deeplinear.flow.kernel.GradientKernel;
import deeplinear.flow.kernel.RealField;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The time of one right-hand side for a net of depth h with all widths n. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FieldBenchmark {

  /** n. */
  @Param({"4", "8", "16", "32", "64", "128", "256", "512"})
  public int width;

  /** h. */
  @Param({"2", "4", "8", "16"})
  public int depth;

  private RealField field = (state, velocity) -> {};
  private double[] state = {};
  private double[] velocity = {};

  /** Draws weights and target N(0, 1/n), so that nothing overflows or becomes subnormal. */
  @Setup
  public void prepare() {
    int[] widths = new int[depth + 1];
    Arrays.fill(widths, width);
    Gaussians random = new Gaussians(width);
    double deviation = 1 / Math.sqrt(width);
    Net net =
        new Net(
            widths,
            random.array(width * width, deviation),
            random.array(Net.size(widths), deviation));
    field = new GradientKernel(Library.instance(net));
    state = net.weights();
    velocity = new double[state.length];
  }

  /** One right-hand side. */
  @Benchmark
  public double[] velocity() {
    field.velocity(state, velocity);
    return velocity;
  }
}
