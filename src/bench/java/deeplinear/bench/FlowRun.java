package deeplinear.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs {@link FlowBenchmark} for one contender, set and tolerance.
 *
 * @param contender the name of the contender
 * @param set the name of the set
 * @param relative rtol
 */
record FlowRun(String contender, String set, double relative) {

  /** Few nets take little time, so that more repetitions are affordable. */
  private boolean isShort() {
    return set.equals("E1s");
  }

  /** The name by which it can be chosen, {@code E1s/commons-math3-dp853/1.0E-8}, say. */
  String label() {
    return set + "/" + contender + "/" + relative;
  }

  /** Measures, and completes the result file that the fork has left. */
  void run(Workplace workplace, boolean quick) throws RunnerException, IOException {
    RunResult result =
        new Runner(
                new OptionsBuilder()
                    .include(FlowBenchmark.class.getName())
                    .forks(1)
                    .warmupIterations(quick ? 1 : isShort() ? 20 : 5)
                    .measurementIterations(quick ? 1 : isShort() ? 10 : 3)
                    .param("set", set)
                    .param("contender", contender)
                    .param("relative", Double.toString(relative))
                    .jvmArgsAppend(jvmArguments(workplace))
                    .build())
            .runSingle();
    Path file = ResultFile.in(workplace.results(), contender, set, relative);
    Result left = ResultFile.read(file);
    double seconds = result.getPrimaryResult().getStatistics().getMin();
    ResultFile.write(
        new Result(contender, set, relative, left.absolute(), seconds, left.cpu(), left.states()),
        file);
  }

  private String[] jvmArguments(Workplace workplace) {
    List<String> all = new ArrayList<>(Contenders.named(contender).jvmArguments());
    all.add("-D" + Workplace.PROPERTY + "=" + workplace.root());
    return all.toArray(String[]::new);
  }
}
