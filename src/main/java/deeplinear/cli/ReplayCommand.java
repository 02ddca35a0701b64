package deeplinear.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import deeplinear.claim.Claim;
import deeplinear.claim.Claims;
import deeplinear.claim.Laboratory;
import deeplinear.counterexample.Setting;
import deeplinear.counterexample.SubjectJson;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Status;
import deeplinear.evidence.Verdict;
import deeplinear.network.Subject;
import deeplinear.sample.Frame;
import deeplinear.trial.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code replay}: makes a case again, from the file of a counterexample or from its name. */
@Command(
    name = "replay",
    description = "Checks a counterexample again, or any case of the random corpus by its name.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class ReplayCommand implements Callable<Integer> {

  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "A counterexample, as a run has written it.")
  String file = "";

  @Option(
      names = "--trial",
      paramLabel = "NAME",
      description = "The name of a case, for example saddles/inertia@2/bulk/17.")
  String trial = "";

  @Option(names = "--seed", paramLabel = "N", description = "That of the run of the case.")
  long seed;

  @Override
  public Integer call() throws IOException {
    if (file.isEmpty() == trial.isEmpty()) {
      throw new IllegalArgumentException("a FILE or --trial NAME is expected, and not both");
    }
    if (!file.isEmpty()) {
      JsonNode node = JsonMapper.builder().build().readTree(Path.of(file).toFile());
      Setting setting = Setting.read(node);
      if (!node.hasNonNull("shrunk")) {
        throw new IllegalArgumentException(file + ": the field \"shrunk\" is missing");
      }
      return again(
          setting.claim(), SubjectJson.read(node.get("shrunk")), setting.laboratory());
    }
    int version = trial.indexOf('@');
    return again(Claims.find(version < 0 ? trial : trial.substring(0, version)));
  }

  private <I extends Subject> int again(Claim<I> claim) {
    I subject = Plan.given(claim, Frame.FREE, seed).find(trial).subject();
    return again(claim, subject, Laboratory.STANDARD);
  }

  private <I extends Subject> int again(Claim<I> claim, Subject any, Laboratory laboratory) {
    if (!claim.sheet().subject().isInstance(any)) {
      throw new IllegalArgumentException(
          claim.id() + " is not about a " + any.getClass().getSimpleName());
    }
    I subject = claim.sheet().subject().cast(any);
    Output output = new Output(spec);
    output.line(claim.id() + ": " + claim.sheet().statement());
    output.line("law: " + laboratory.law().name());
    output.line("subject: " + SubjectJson.write(subject));
    Verdict verdict = claim.check(subject, laboratory);
    for (Atom atom : verdict.atoms()) {
      output.line(
          String.format(Locale.ROOT, "%-12s %s: %s", atom.status(), atom.name(), atom.detail()));
    }
    output.line(verdict.status().name());
    return verdict.status() == Status.VIOLATED
        ? ExitCode.VIOLATED
        : verdict.status() == Status.HOLDS ? ExitCode.HOLDS : ExitCode.INCONCLUSIVE;
  }
}
