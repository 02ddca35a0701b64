package deeplinear.bench;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Writes the sets, runs what is chosen by {@code -Dbench.include}, {@code -Dbench.sets} and {@code
 * -Dbench.quick}, and makes the report of all result files, also those of peers.
 */
public final class Benchmarks {

  private Benchmarks() {}

  /**
   * Runs.
   *
   * @param args the directory of the report; then {@code sets} to write sets only, or {@code
   *     report} to measure nothing
   */
  public static void main(String[] args) throws IOException, RunnerException {
    if (args.length < 1) {
      throw new IllegalArgumentException("the directory of the report is missing");
    }
    Workplace workplace = Workplace.fromProperty();
    workplace.writeSets();
    String mode = args.length > 1 ? args[1] : "all";
    if (mode.equals("sets")) {
      return;
    }
    List<String> failures = mode.equals("all") ? measure(workplace) : List.of();
    report(workplace.keptTimes(), Rows.gather(workplace), Path.of(args[0]));
    if (!failures.isEmpty()) {
      throw new IllegalStateException("no result of " + failures + "; the causes are above");
    }
  }

  /** Runs what is chosen, and names the runs that failed; the others go on. */
  private static List<String> measure(Workplace workplace) throws IOException, RunnerException {
    Choice choice = Choice.fromProperties();
    if (choice.includes("field")) {
      workplace.keep(FieldRun.run(choice.quick()));
    }
    List<String> failures = new ArrayList<>();
    for (FlowRun run : choice.flows(workplace)) {
      try {
        run.run(workplace, choice.quick());
      } catch (RunnerException e) {
        failures.add(run.label());
      }
    }
    return failures;
  }

  private static void report(List<FieldTime> times, List<Row> rows, Path directory)
      throws IOException {
    Files.createDirectories(directory);
    StringBuilder text = new StringBuilder("# Benchmarks\n\n").append(Machine.describe());
    if (!rows.isEmpty()) {
      text.append(FlowTable.of(rows));
    }
    if (!times.isEmpty()) {
      text.append(FieldTable.of(times));
    }
    Files.writeString(directory.resolve("benchmarks.md"), text);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("machine", Machine.describe().strip());
    json.put("field", times);
    json.put("flow", rows.stream().map(Benchmarks::json).toList());
    JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValue(directory.resolve("benchmarks.json").toFile(), json);
    WorkPrecision.draw(rows, directory);
  }

  private static Map<String, Object> json(Row row) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("set", row.set());
    json.put("contender", row.contender());
    json.put("rtol", row.relative());
    json.put("seconds", row.seconds());
    json.put("cpu", row.cpu());
    json.put("ratio", row.ratio());
    row.errors().ifPresent(e -> json.put("errors", e));
    return json;
  }
}
