package deeplinear.properties;

import deeplinear.counterexample.Counterexample;
import deeplinear.evidence.Status;
import deeplinear.network.Subject;
import deeplinear.report.LedgerEntry;
import deeplinear.report.Run;
import deeplinear.theorem.Laboratory;
import deeplinear.theorem.Registry;
import deeplinear.theorem.Tally;
import deeplinear.theorem.Theorem;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Around every property: sets tries and seed from the system properties {@code props.tries} and
 * {@code props.seed}; and around one that {@link Checks} a claim: caps what was inconclusive or
 * discarded, and writes its line of the ledger, with a counterexample if there is one.
 */
final class LedgerHook implements AroundPropertyHook {

  /** More inconclusive or discarded cases than this part of all fail a property. */
  private static final double CAP = 0.02;

  /** So many are accepted however few cases there are. */
  static final int FEW = 2;

  /** How many of so many cases may be inconclusive. */
  private static double mostUndecided(int cases) {
    return Math.max(FEW, CAP * cases);
  }

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    Optional.ofNullable(System.getProperty("props.seed"))
        .filter(seed -> !seed.isBlank())
        .ifPresent(context.attributes()::setSeed);
    if (context.attributes().tries().isEmpty()) {
      context.attributes().setTries(Integer.getInteger("props.tries", 200));
    }
    Checks checks = context.targetMethod().getAnnotation(Checks.class);
    if (checks == null) {
      return property.execute();
    }
    Corpus.cases().about(checks.value(), context.attributes().tries().orElse(0));
    long start = System.nanoTime();
    PropertyExecutionResult result = property.execute();
    Cases cases = Corpus.cases();
    PropertyExecutionResult judged = judge(result, cases.tally());
    Run run =
        new Run(
            "random corpus",
            result.seed().orElse("none"),
            result.countTries(),
            (System.nanoTime() - start) / 1_000_000,
            Reports.versions());
    record(Registry.find(checks.value()), cases, judged, run);
    return judged;
  }

  @Override
  public int aroundPropertyProximity() {
    // Outside of jqwik's own hooks, so that attributes are set before they are read.
    return -200;
  }

  private static PropertyExecutionResult judge(PropertyExecutionResult result, Tally tally) {
    if (result.status() != PropertyExecutionResult.Status.SUCCESSFUL) {
      return result;
    }
    int all = tally.cases() + tally.discards();
    if (tally.cases() == 0) {
      return result.mapToFailed("no case was checked");
    }
    if (tally.count(Status.INCONCLUSIVE) > mostUndecided(all)) {
      return result.mapToFailed(
          String.format(
              Locale.ROOT,
              "%d of %d cases are inconclusive",
              tally.count(Status.INCONCLUSIVE),
              tally.cases()));
    }
    if (tally.discards() > CAP * all) {
      return result.mapToFailed(
          String.format(Locale.ROOT, "%d of %d cases lack a hypothesis", tally.discards(), all));
    }
    return result;
  }

  private static void record(
      Theorem<?> theorem, Cases cases, PropertyExecutionResult result, Run run) {
    boolean passed = result.status() == PropertyExecutionResult.Status.SUCCESSFUL;
    String message =
        result
            .throwable()
            .map(Throwable::toString)
            .or(
                () ->
                    cases
                        .tally()
                        .undecided()
                        .map(a -> "inconclusive: " + a.name() + ", " + a.detail()))
            .orElse("");
    LedgerEntry entry = LedgerEntry.of(theorem, cases.tally(), run, passed, message);
    if (!passed && cases.violating().isEmpty()) {
      entry = entry.failed(message);
    }
    try {
      if (cases.violating().isPresent()) {
        entry = entry.withCounterexample(write(theorem, cases.violating().get(), run));
      }
    } finally {
      Reports.append(entry);
    }
  }

  private static <I extends Subject> String write(Theorem<I> theorem, Subject found, Run run) {
    String origin = String.format(Locale.ROOT, "seed %s, %d tries", run.seed(), run.tries());
    Counterexample counterexample =
        Counterexample.of(theorem, theorem.subject().cast(found), Laboratory.STANDARD, origin);
    return Reports.write(counterexample, "");
  }
}
