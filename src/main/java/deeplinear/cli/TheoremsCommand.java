package deeplinear.cli;

import deeplinear.claim.Claim;
import deeplinear.claim.Claims;
import deeplinear.claim.Sheet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code theorems}: lists the claims. */
@Command(
    name = "theorems",
    description = "Lists all claims.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class TheoremsCommand implements Callable<Integer> {

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(names = "--json", description = "As JSON, with all fields.")
  boolean json;

  @Override
  public Integer call() {
    Output out = new Output(spec);
    if (json) {
      out.line(TheoremJson.all());
    } else {
      Claims.all().forEach(claim -> out.line(text(claim)));
    }
    return ExitCode.HOLDS;
  }

  private static String text(Claim<?> claim) {
    Sheet<?> sheet = claim.sheet();
    List<String> hypotheses = sheet.givens().stream().map(g -> g.hypothesis().name()).toList();
    return String.join(
        "\n",
        claim.id() + "  (" + sheet.kind().word() + ", " + sheet.aim() + ")",
        "  claim    " + sheet.statement(),
        "  why      " + sheet.why(),
        "  under    " + (hypotheses.isEmpty() ? "–" : String.join("; ", hypotheses)),
        "  source   " + String.join(", ", sheet.sources()),
        "");
  }
}
