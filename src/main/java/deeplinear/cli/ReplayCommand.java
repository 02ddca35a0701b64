package deeplinear.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import deeplinear.claim.Claim;
import deeplinear.claim.Claims;
import deeplinear.claim.Laboratory;
import deeplinear.counterexample.Setting;
import deeplinear.counterexample.SubjectJson;
import deeplinear.evidence.Status;
import deeplinear.network.Subject;
import deeplinear.sample.UnsuitableFrameException;
import deeplinear.trial.Control;
import deeplinear.trial.Plan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code replay}: judges a single case again. */
@Command(
    name = "replay",
    description =
        "Judges a single case again: a counterexample of its file, or a case by its name.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class ReplayCommand implements Callable<Integer> {

  @Spec CommandSpec spec = CommandSpec.create();

  @ArgGroup(multiplicity = "1")
  What what = new What();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of the run that the case is from, as its ledger tells. Default: 0.")
  long seed;

  @ArgGroup(exclusive = false)
  @Nullable DataOptions data;

  /** What is replayed. */
  static final class What {
    @Parameters(paramLabel = "FILE", description = "A counterexample.")
    @Nullable Path file;

    @Option(
        names = "--trial",
        paramLabel = "NAME",
        description = "A case by its name, for example saddles/inertia@1/bulk/17.")
    @Nullable String trial;
  }

  @Override
  public Integer call() throws IOException {
    Output output = new Output(spec);
    if (what.file != null) {
      return replay(what.file, output);
    }
    String name = String.valueOf(what.trial).strip();
    int at = name.indexOf('@');
    return replay(Claims.find(at < 0 ? name : name.substring(0, at)), name, output);
  }

  private int replay(Path file, Output output) throws IOException {
    Setting setting;
    Subject subject;
    try {
      JsonNode node =
          JsonMapper.builder()
              .build()
              .readTree(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      setting = Setting.read(node);
      subject = SubjectJson.read(required(node, "shrunk"));
    } catch (NoSuchFileException e) {
      throw new IOException(file + ": no such file", e);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new IOException(file + ": no counterexample: " + reason, e);
    }
    Claim<?> claim = setting.claim();
    if (setting.neighbor().isEmpty() && setting.version() != claim.sheet().version()) {
      output.line(
          String.format(
              Locale.ROOT,
              "found by version %d of the claim; this is version %d",
              setting.version(),
              claim.sheet().version()));
    }
    if (!setting.neighbor().isEmpty()) {
      output.line("wrong neighbor of " + setting.id() + ": " + setting.neighbor());
    }
    return judge(claim, subject, setting.laboratory(), output);
  }

  private static JsonNode required(JsonNode node, String field) {
    if (!node.hasNonNull(field)) {
      throw new IllegalArgumentException("the field \"" + field + "\" is missing");
    }
    return node.get(field);
  }

  private <I extends Subject> int replay(Claim<I> claim, String name, Output output)
      throws IOException {
    List<Plan<I>> plans = new ArrayList<>();
    if (data == null) {
      plans.add(Plan.corpus(claim, seed));
      plans.addAll(Control.plans(claim, seed));
    } else {
      plans.addAll(new GivenData(data.read(), data.hidden).plans(claim, seed));
    }
    Plan<I> plan = find(plans, name);
    output.line(name + ", seed " + seed);
    try {
      return judge(
          plan.claim(), plan.find(name).orElseThrow().subject(), plan.laboratory(), output);
    } catch (UnsuitableFrameException e) {
      output.line("not applicable: " + e.getMessage());
      return ExitCode.INCONCLUSIVE;
    }
  }

  /** The first plan that has a case with this name. */
  private static <I extends Subject> Plan<I> find(List<Plan<I>> plans, String name) {
    return plans.stream()
        .filter(plan -> plan.find(name).isPresent())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    String.format(
                        Locale.ROOT,
                        "no case is called \"%s\"; one of them is called \"%s\"",
                        name,
                        plans.get(0).trial(0).name())));
  }

  private static <I extends Subject> int judge(
      Claim<I> claim, Subject any, Laboratory laboratory, Output output) {
    if (!claim.sheet().subject().isInstance(any)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s is about %s, not %s",
              claim.id(),
              claim.sheet().subject().getSimpleName(),
              any.getClass().getSimpleName()));
    }
    I subject = claim.sheet().subject().cast(any);
    Judgment<I> judgment;
    try {
      judgment = new Judgment<>(claim, subject, laboratory);
    } catch (IllegalArgumentException e) {
      // No fault of the input.
      throw new IllegalStateException(claim.id() + " breaks off on this subject", e);
    }
    judgment.lines().forEach(output::line);
    Status status = judgment.verdict().status();
    return ExitCode.of(status);
  }
}
