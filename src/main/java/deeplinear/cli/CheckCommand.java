package deeplinear.cli;

import deeplinear.claim.Claim;
import deeplinear.claim.Kind;
import deeplinear.network.DataSet;
import deeplinear.network.Subject;
import deeplinear.report.Cases;
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
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code check}: runs claims on the random corpus, or on data and a network. */
@Command(
    name = "check",
    description =
        "Checks claims: without data as the build does, on random networks and with all controls;"
            + " with data, all theorems that apply to them and your network.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class CheckCommand implements Callable<Integer> {

  private static final int MOST_CASES = 1_000_000;

  @Spec CommandSpec spec = CommandSpec.create();

  @ArgGroup(exclusive = false)
  @Nullable DataOptions data;

  @Option(
      names = "--claim",
      split = ",",
      paramLabel = "IDS",
      description = "The claims, by id or by chapter: saddles/inertia,learning. Default: all.")
  List<String> claims = new ArrayList<>();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of the random numbers; the same command gives the same answer. Default: 0.")
  long seed;

  @Option(
      names = "--cases",
      paramLabel = "N",
      description = "Cases of each claim; with data of each of its strata. Default: 200; 10.")
  @Nullable Integer cases;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where ledger and page are written. Default: reports.")
  Path out = Path.of("reports");

  /** What came of a claim: a line of the ledger, or why there is none. */
  record Answer(Optional<LedgerEntry> entry, String reason) {
    Answer(LedgerEntry entry) {
      this(Optional.of(entry), "");
    }
  }

  /** What may go wrong. */
  interface Attempt {
    Answer answer() throws IOException;
  }

  /** How a claim is checked. Counterexamples are written to the folder. */
  private interface Checker {
    <I extends Subject> Answer check(Claim<I> claim, RunFolder folder) throws IOException;
  }

  @Override
  public Integer call() throws IOException {
    int many = cases != null ? cases : data == null ? 200 : 10;
    if (many < 1 || many > MOST_CASES) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "--cases lies in 1 to %d, unlike %d", MOST_CASES, many));
    }
    List<Claim<?>> chosen = Selection.of(claims.stream().map(String::strip).toList());
    Output output = new Output(spec);
    return data == null
        ? run(chosen, corpus(many), props(many), List.of(), output)
        : run(data, chosen, many, output);
  }

  private int run(DataOptions options, List<Claim<?>> chosen, int many, Output output)
      throws IOException {
    DataSet set = options.read();
    GivenData given = new GivenData(set, options.hidden);
    DataCheck check = new DataCheck(given, options.origin(), seed, many, Acceptance.DATA);
    Checker checker =
        new Checker() {
          @Override
          public <I extends Subject> Answer check(Claim<I> claim, RunFolder folder)
              throws IOException {
            DataCheck.Result result = check.of(claim);
            if (result.counterexample().isPresent()) {
              folder.write(result.counterexample().get());
            }
            return new Answer(result.entry(), result.reason());
          }
        };
    // What must fail somewhere need not fail on these data.
    List<Claim<?>> expected = chosen.stream().filter(c -> c.sheet().kind() != Kind.FALSE).toList();
    return run(
        expected,
        checker,
        Map.of("data", options.words(), "cases", Integer.toString(many)),
        DataDescription.of(options.data, set, given, seed),
        output);
  }

  private Checker corpus(int many) {
    return new Checker() {
      @Override
      public <I extends Subject> Answer check(Claim<I> claim, RunFolder folder) throws IOException {
        Examination<I> examination =
            Examination.of(claim, seed, Trials.run(Plan.corpus(claim, seed), many));
        folder.write(examination);
        return new Answer(LedgerEntry.of(examination, Acceptance.CORPUS));
      }
    };
  }

  private Map<String, String> props(int many) {
    return Map.of("claims", String.join(",", claims), "cases", Integer.toString(many));
  }

  private int run(
      List<Claim<?>> chosen,
      Checker checker,
      Map<String, String> props,
      List<String> description,
      Output output)
      throws IOException {
    try (RunFolder folder = RunFolder.open(out, Versions.current(""), props)) {
      description.forEach(output::line);
      String origin = data == null ? Cases.CORPUS : data.origin();
      ResultTable table = ResultTable.of(chosen);
      output.line(table.header());
      List<LedgerEntry> entries = new ArrayList<>();
      for (Claim<?> claim : chosen) {
        long start = System.nanoTime();
        Answer answer = guarded(claim, origin, seed, () -> checker.check(claim, folder));
        if (answer.entry().isEmpty()) {
          output.line(table.row(claim.id(), answer.reason()));
          continue;
        }
        LedgerEntry entry = answer.entry().get();
        folder.add(entry, (System.nanoTime() - start) / 1_000_000);
        entries.add(entry);
        table.rows(entry, replayOptions(), out).forEach(output::line);
      }
      Path page = folder.publish();
      output.line("");
      output.line("report: " + page);
      return ExitCode.of(entries);
    }
  }

  /** What goes wrong with one claim hides no other. */
  static Answer guarded(Claim<?> claim, String origin, long seed, Attempt attempt)
      throws IOException {
    try {
      return attempt.answer();
    } catch (RuntimeException | AssertionError e) {
      return new Answer(LedgerEntry.broken(claim, origin, seed, e));
    }
  }

  private String replayOptions() {
    return data == null ? "" : " " + data.words();
  }
}
