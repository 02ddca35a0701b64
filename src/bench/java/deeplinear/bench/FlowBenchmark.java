package deeplinear.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One contender on one set at one tolerance. Leaves the final states in a result file, with the
 * processor time of the calling thread, in which helpers and other programs have no part.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class FlowBenchmark {

  /** atol / rtol, as in all peers. */
  static final double ABSOLUTE = 1e-2;

  /** The name of the set. */
  @Param("E1s")
  public String set = "";

  /** The name of the contender. */
  @Param("commons-math3-dp853")
  public String contender = "";

  /** rtol. */
  @Param("1e-8")
  public double relative;

  private final Workplace workplace = Workplace.fromProperty();
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private Contender runner = Contenders.ALL.get(0);
  private NetSet nets = new NetSet("none", 1, 0, List.of());
  private double[][] states = {};
  private double cpu = Double.POSITIVE_INFINITY;

  /** Reads the set. */
  @Setup
  public void prepare() throws IOException {
    runner = Contenders.named(contender);
    nets = workplace.set(set);
  }

  /** Solves all problems of the set. */
  @Benchmark
  public double[][] solve() {
    long start = threads.getCurrentThreadCpuTime();
    states = runner.run(nets, relative, ABSOLUTE * relative);
    cpu = Math.min(cpu, (threads.getCurrentThreadCpuTime() - start) * 1e-9);
    return states;
  }

  /** Writes the states; the time on the clock is JMH's, and is added later. */
  @TearDown
  public void keep() throws IOException {
    ResultFile.write(
        new Result(contender, set, relative, ABSOLUTE * relative, Double.NaN, cpu, states),
        ResultFile.in(workplace.results(), contender, set, relative));
  }
}
