package deeplinear.cli;

import deeplinear.report.Ledger;
import deeplinear.report.RunRecord;
import deeplinear.report.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code report}: makes page and summary of a ledger. */
@Command(
    name = "report",
    description = "Makes the page and the summary of a ledger; without a ledger, ones that say so.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class ReportCommand implements Callable<Integer> {

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--ledger",
      required = true,
      paramLabel = "FILE",
      description = "The ledger, JSON lines.")
  Path ledger = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder of the page.")
  Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    Path beside = ledger.toAbsolutePath().getParent();
    Optional<RunRecord> run = beside == null ? Optional.empty() : RunRecord.read(beside);
    Path page = Site.write(Ledger.read(ledger), run, out);
    new Output(spec).line(page.toString());
    return ExitCode.HOLDS;
  }
}
