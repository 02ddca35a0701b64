package deeplinear.bench;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs {@link FieldBenchmark} over widths and depths. */
final class FieldRun {

  private FieldRun() {}

  /** Times over widths 4, …, 512 and depths 2, …, 16; fewer if {@code quick}. */
  static List<FieldTime> run(boolean quick) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(FieldBenchmark.class.getName())
            .forks(1)
            .warmupIterations(quick ? 1 : 2)
            .measurementIterations(quick ? 1 : 3)
            .warmupTime(TimeValue.milliseconds(quick ? 300 : 1000))
            .measurementTime(TimeValue.milliseconds(quick ? 300 : 1000));
    if (quick) {
      options = options.param("width", "4", "16", "64").param("depth", "2", "4");
    }
    Collection<RunResult> results = new Runner(options.build()).run();
    return results.stream()
        .map(
            r ->
                new FieldTime(
                    Integer.parseInt(r.getParams().getParam("width")),
                    Integer.parseInt(r.getParams().getParam("depth")),
                    r.getPrimaryResult().getScore()))
        .toList();
  }
}
