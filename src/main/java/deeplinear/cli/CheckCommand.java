package deeplinear.cli;

import deeplinear.claim.Claim;
import deeplinear.claim.Kind;
import deeplinear.flow.kernel.Multiplier;
import deeplinear.network.DataSet;
import deeplinear.network.Subject;
import deeplinear.report.LedgerEntry;
import deeplinear.report.RunFolder;
import deeplinear.report.Versions;
import deeplinear.trial.Acceptance;
import deeplinear.trial.Examination;
import deeplinear.trial.Plan;
import deeplinear.trial.Trials;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code check}: runs claims on data and a network, or on the random corpus. */
@Command(
    name = "check",
    description =
        "Checks all applicable theorems on your data and your network; without data, the chosen claims "
            + "and their controls on random networks.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class CheckCommand implements Callable<Integer> {

  private static final int MOST_CASES = 100_000;
  private static final int CORPUS_CASES = 200;
  private static final int DATA_CASES = 20;

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--data",
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
      paramLabel = "WIDTHS",
      description = "The widths of the hidden layers, for example 5,5.")
  List<Integer> hidden = new ArrayList<>();

  @Option(
      names = "--claim",
      split = ",",
      paramLabel = "CLAIMS",
      description = "Ids or chapters, for example saddles/inertia or landscape. Default: all.")
  List<String> claims = new ArrayList<>();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of the random starts; the same command gives the same answer. Default: 0.")
  long seed;

  @Option(
      names = "--cases",
      paramLabel = "N",
      description = "Of each claim. Default: 20 for each form of the data, 200 random ones.")
  int cases;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where ledger and page are written. Default: reports.")
  Path out = Path.of("reports");

  @Override
  public Integer call() throws IOException {
    if (cases < 0 || cases > MOST_CASES) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "--cases lies in 1 to %d, unlike %d", MOST_CASES, cases));
    }
    List<Claim<?>> chosen = ClaimChoice.of(claims);
    Output output = new Output(spec);
    return data.isEmpty() ? onCorpus(chosen, output) : onData(chosen, output);
  }

  private int onData(List<Claim<?>> chosen, Output output) throws IOException {
    if (hidden.isEmpty()) {
      throw new IllegalArgumentException("--hidden is missing: the widths of the hidden layers");
    }
    DataSet set = BundledData.read(data, stripped(targets), stripped(classes));
    DataFrames frames = new DataFrames(set, hidden);
    describe(set, frames, output);
    DataCheck check =
        DataCheck.of(frames, origin(), seed, cases == 0 ? DATA_CASES : cases);
    List<LedgerEntry> entries = new ArrayList<>();
    try (RunFolder folder = open()) {
      for (Claim<?> claim : chosen) {
        if (claim.sheet().kind() == Kind.THEOREM) {
          onData(claim, check, folder, entries, output);
        }
      }
      finish(folder, output);
    }
    return ExitCode.of(entries);
  }

  private <I extends Subject> void onData(
      Claim<I> claim,
      DataCheck check,
      RunFolder folder,
      List<LedgerEntry> entries,
      Output output)
      throws IOException {
    long start = System.nanoTime();
    DataCheck.Result result = check.of(claim);
    if (result.entry().isEmpty()) {
      output.line(ResultTable.row(claim.id(), result.remark()));
      return;
    }
    LedgerEntry entry = result.entry().get();
    output.line(ResultTable.row(entry));
    entry.outcome().complaints().forEach(complaint -> output.line("  " + complaint));
    if (!result.remark().isEmpty() && entry.outcome().complaints().isEmpty()) {
      output.line("  " + result.remark());
    }
    if (result.counterexample().isPresent()) {
      output.line("  " + folder.write(result.counterexample().get()));
    }
    folder.add(entry, (System.nanoTime() - start) / 1_000_000);
    entries.add(entry);
  }

  private int onCorpus(List<Claim<?>> chosen, Output output) throws IOException {
    output.line(
        String.format(
            Locale.ROOT, "random corpus, seed %d, %d cases of each claim", seed, corpusCases()));
    output.line("");
    output.line(ResultTable.header());
    List<LedgerEntry> entries = new ArrayList<>();
    try (RunFolder folder = open()) {
      for (Claim<?> claim : chosen) {
        entries.add(examine(claim, folder, output));
      }
      finish(folder, output);
    }
    return ExitCode.of(entries);
  }

  private int corpusCases() {
    return cases == 0 ? CORPUS_CASES : cases;
  }

  private <I extends Subject> LedgerEntry examine(
      Claim<I> claim, RunFolder folder, Output output) throws IOException {
    long start = System.nanoTime();
    Examination<I> examination =
        Examination.of(claim, seed, Trials.run(Plan.corpus(claim, seed), corpusCases()));
    LedgerEntry entry = LedgerEntry.of(examination, Acceptance.CORPUS);
    folder.write(examination);
    folder.add(entry, (System.nanoTime() - start) / 1_000_000);
    output.line(ResultTable.row(entry));
    entry.outcome().complaints().forEach(complaint -> output.line("  " + complaint));
    return entry;
  }

  private RunFolder open() throws IOException {
    return RunFolder.open(
        out,
        Versions.current(""),
        Map.of("origin", origin(), "seed", Long.toString(seed), "cases", Integer.toString(cases)));
  }

  private static void finish(RunFolder folder, Output output) throws IOException {
    Path page = folder.publish();
    output.line("");
    output.line("report: " + page);
  }

  private static List<String> stripped(List<String> columns) {
    return columns.stream().map(String::strip).toList();
  }

  private String origin() {
    if (data.isEmpty()) {
      return "random corpus";
    }
    Path name = Path.of(data).getFileName();
    return (name == null ? data : name.toString())
        + ", hidden "
        + hidden.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private void describe(DataSet set, DataFrames frames, Output output) {
    output.line(
        String.format(
            Locale.ROOT,
            "%s: %d samples, targets %s, network %s, seed %d",
            data,
            set.samples(),
            String.join(", ", set.targets()),
            frames.network(),
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
    if (frames.whitening().isRestricted()) {
      output.line(
          String.format(
              Locale.ROOT,
              "X Xᵀ is numerically singular: after whitening, %d of %d inputs remain",
              frames.whitening().rank(),
              frames.whitening().inputs()));
    }
    output.line(
        String.format(
            Locale.ROOT,
            "for critical points and chains the singular values are rounded to %d digits, by at most "
                + "%.1e of themselves",
            DataFrames.DIGITS,
            frames.rounding()));
    output.line("");
    output.line(ResultTable.header());
  }
}
