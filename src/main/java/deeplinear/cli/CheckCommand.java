package deeplinear.cli;

import deeplinear.counterexample.Counterexample;
import deeplinear.flow.kernel.Multiplier;
import deeplinear.network.DataSet;
import deeplinear.report.Ledger;
import deeplinear.report.LedgerEntry;
import deeplinear.report.Site;
import deeplinear.theorem.Kind;
import deeplinear.theorem.Registry;
import deeplinear.theorem.Theorem;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code check}: runs all applicable theorems on data and a network. */
@Command(
    name = "check",
    description = "Checks all applicable theorems on your data and your network.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class CheckCommand implements Callable<Integer> {

  private static final int MOST_CASES = 100_000;

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = "Comma-separated values with a header line, or a bundled data set: iris.")
  String data = "";

  @Option(
      names = "--targets",
      split = ",",
      paramLabel = "COLUMNS",
      description = "The target columns; all others are inputs.")
  List<String> targets = new ArrayList<>();

  @Option(
      names = "--classes",
      split = ",",
      paramLabel = "COLUMNS",
      description =
          "The target columns whose values are classes, even if they are numbers; text always is.")
  List<String> classes = new ArrayList<>();

  @Option(
      names = "--hidden",
      split = ",",
      required = true,
      paramLabel = "WIDTHS",
      description = "The widths of the hidden layers, for example 5,5.")
  List<Integer> hidden = new ArrayList<>();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of the random starts; the same command gives the same answer. Default: 0.")
  long seed;

  @Option(
      names = "--cases",
      paramLabel = "N",
      description = "Random starts of each sort. Default: 10.")
  int cases = 10;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where ledger and page are written. Default: reports.")
  Path out = Path.of("reports");

  @Override
  public Integer call() throws IOException {
    if (cases < 1 || cases > MOST_CASES) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "--cases lies in 1 to %d, unlike %d", MOST_CASES, cases));
    }
    DataSet set = BundledData.read(data, stripped(targets), stripped(classes));
    DataSubjects subjects = new DataSubjects(set, hidden, seed, cases);
    try {
      Files.createDirectories(out);
    } catch (FileAlreadyExistsException e) {
      throw new IOException(out + ": a folder is expected, but this is a file", e);
    }
    Output output = new Output(spec);
    describe(set, subjects, output);
    Path draft = out.resolve("ledger.jsonl.tmp");
    Files.deleteIfExists(draft);
    List<LedgerEntry> entries = run(new CheckRun(subjects, origin(), seed), draft, output);
    Path ledger = out.resolve("ledger.jsonl");
    if (entries.isEmpty()) {
      Files.writeString(draft, "");
    }
    Site.replace(draft, ledger);
    Path page = Site.write(Ledger.read(ledger), out);
    output.line("");
    output.line("report: " + page);
    return ExitCode.of(entries);
  }

  private static List<String> stripped(List<String> columns) {
    return columns.stream().map(String::strip).toList();
  }

  private String origin() {
    Path name = Path.of(data).getFileName();
    return (name == null ? data : name.toString())
        + ", hidden "
        + hidden.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private void describe(DataSet set, DataSubjects subjects, Output output) {
    output.line(
        String.format(
            Locale.ROOT,
            "%s: %d samples, targets %s, network %s, seed %d",
            data,
            set.samples(),
            String.join(", ", set.targets()),
            subjects.network(),
            seed));
    for (String target : set.possibleClasses()) {
      output.line(
          String.format(
              Locale.ROOT,
              "%s is taken for numbers, though it holds few; with --classes %s for classes",
              target,
              target));
    }
    output.line("large products by " + Multiplier.inUse());
    if (subjects.whitening().isRestricted()) {
      output.line(
          String.format(
              Locale.ROOT,
              "X Xᵀ is numerically singular: after whitening, %d of %d inputs remain",
              subjects.whitening().rank(),
              subjects.whitening().inputs()));
    }
    output.line("");
    output.line(ResultTable.header());
  }

  private List<LedgerEntry> run(CheckRun run, Path ledger, Output output) throws IOException {
    List<LedgerEntry> entries = new ArrayList<>();
    for (Theorem<?> theorem : Registry.all()) {
      if (theorem.statement().kind() != Kind.THEOREM) {
        continue;
      }
      CheckRun.Result result = run.of(theorem);
      if (result.entry().isEmpty()) {
        output.line(ResultTable.row(theorem.id(), result.reason()));
        continue;
      }
      LedgerEntry entry = result.entry().get();
      if (result.counterexample().isPresent()) {
        entry = entry.withCounterexample(write(result.counterexample().get()));
      }
      Ledger.append(ledger, entry);
      entries.add(entry);
      output.line(ResultTable.row(entry));
      if (!entry.passed()) {
        output.line("  " + entry.message());
      }
      if (entry.counterexample() != null) {
        output.line("  " + out.resolve("counterexamples").resolve(entry.counterexample()));
      }
    }
    return entries;
  }

  private String write(Counterexample counterexample) throws IOException {
    Path folder = Files.createDirectories(out.resolve("counterexamples"));
    String name = counterexample.fileName();
    Path draft = folder.resolve(name + ".tmp");
    Files.writeString(draft, counterexample.toJson().toPrettyString() + "\n");
    Site.replace(draft, folder.resolve(name));
    return name;
  }
}
