package deeplinear.cli;

import deeplinear.report.ReadmeTable;
import deeplinear.theorem.Hypothesis;
import deeplinear.theorem.Registry;
import deeplinear.theorem.Statement;
import deeplinear.theorem.Theorem;
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

    @Option(names = "--markdown", description = "As the table of the README.")
    boolean markdown;
  }

  @Override
  public Integer call() {
    Output out = new Output(spec);
    if (form.json) {
      out.line(TheoremJson.all());
    } else if (form.markdown) {
      out.line(ReadmeTable.markdown());
    } else {
      Registry.all().forEach(theorem -> out.line(text(theorem)));
    }
    return ExitCode.HOLDS;
  }

  private static String text(Theorem<?> theorem) {
    Statement s = theorem.statement();
    List<String> hypotheses = theorem.hypotheses().stream().map(Hypothesis::name).toList();
    return String.join(
        "\n",
        s.id() + "  (" + TheoremJson.kind(s.kind()) + ", " + s.grade() + ")",
        "  claim    " + s.text(),
        "  under    " + (hypotheses.isEmpty() ? "–" : String.join("; ", hypotheses)),
        "  control  " + s.control(),
        "  source   " + String.join(", ", s.sources()),
        "");
  }
}
