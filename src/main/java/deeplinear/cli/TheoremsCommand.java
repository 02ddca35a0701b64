package deeplinear.cli;

import deeplinear.claim.Claim;
import deeplinear.claim.Claims;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
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

  @ArgGroup Form form = new Form();

  /** How the list is written. */
  static final class Form {
    @Option(names = "--json", description = "As JSON, with all fields.")
    boolean json;

    @Option(names = "--markdown", description = "As a list in Markdown.")
    boolean markdown;
  }

  @Override
  public Integer call() {
    Output out = new Output(spec);
    List<Claim<?>> claims = Claims.all();
    if (form.json) {
      out.line(TheoremJson.of(claims));
    } else if (form.markdown) {
      claims.forEach(claim -> out.line(TheoremText.markdown(claim)));
    } else {
      claims.forEach(claim -> out.line(TheoremText.of(claim)));
    }
    return ExitCode.HOLDS;
  }
}
