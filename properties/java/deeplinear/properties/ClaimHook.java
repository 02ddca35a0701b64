package deeplinear.properties;

import deeplinear.claim.Claim;
import deeplinear.claim.Claims;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Around every property: sets tries and seed from the system properties {@code props.tries} and
 * {@code props.seed}; and around one that {@link Checks} a claim: makes its controls, judges it,
 * and writes its line of the ledger with all counterexamples.
 */
final class ClaimHook implements AroundPropertyHook {

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    long seed =
        Optional.ofNullable(System.getProperty("props.seed"))
            .filter(text -> !text.isBlank())
            .map(Long::parseLong)
            .orElseGet(() -> new SplittableRandom().nextLong());
    context.attributes().setSeed(Long.toString(seed));
    int cases = Integer.getInteger("props.tries", 200);
    Checks checks = context.targetMethod().getAnnotation(Checks.class);
    if (checks == null) {
      if (context.attributes().tries().isEmpty()) {
        context.attributes().setTries(cases);
      }
      return property.execute();
    }
    return check(new ClaimRun<>(claim(checks.value()), seed, cases), context, property);
  }

  private static Claim<?> claim(String id) {
    return Claims.find(id);
  }

  private static PropertyExecutionResult check(
      ClaimRun<?> run, PropertyLifecycleContext context, PropertyExecutor property) {
    long start = System.nanoTime();
    Corpus.start(run);
    context.attributes().setTries(run.batches());
    PropertyExecutionResult result = property.execute();
    List<String> complaints;
    try {
      complaints = run.conclude(start);
    } catch (RuntimeException | AssertionError e) {
      run.breakOff(e, start);
      return result.mapToFailed(e);
    }
    if (result.status() != PropertyExecutionResult.Status.SUCCESSFUL || complaints.isEmpty()) {
      return result;
    }
    return result.mapToFailed(String.join("\n", complaints));
  }

  @Override
  public int aroundPropertyProximity() {
    // Outside of jqwik's own hooks, so that attributes are set before they are read.
    return -200;
  }
}
