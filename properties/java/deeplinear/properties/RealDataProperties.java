package deeplinear.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.claim.Claim;
import deeplinear.claim.Claims;
import deeplinear.claim.Kind;
import deeplinear.cli.BundledData;
import deeplinear.cli.DataCheck;
import deeplinear.cli.GivenData;
import deeplinear.report.LedgerEntry;
import deeplinear.trial.Acceptance;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;

/** Every theorem on real data: Iris, as it is and whitened, from random starts. */
class RealDataProperties extends Corpus {

  private static final int CASES = 4;

  @Once
  void theoremsHoldOnIris_atDepthTwo(@ForAll long seed) throws IOException {
    assertAllHold(seed, 3);
  }

  @Once
  void theoremsHoldOnIris_atDepthThree(@ForAll long seed) throws IOException {
    assertAllHold(seed, 5, 5);
  }

  /** Checks all theorems that apply, and records them. */
  private static void assertAllHold(long seed, Integer... hidden) throws IOException {
    List<Integer> widths = List.of(hidden);
    DataCheck check =
        new DataCheck(
            new GivenData(BundledData.read("iris", List.of(), List.of()), widths),
            "iris, hidden " + widths,
            seed,
            CASES,
            Acceptance.DATA);
    Set<String> failing = new TreeSet<>();
    Set<String> unsuitable = new TreeSet<>();
    for (Claim<?> claim : Claims.all()) {
      if (claim.sheet().kind() == Kind.THEOREM) {
        long start = System.nanoTime();
        DataCheck.Result result = check.of(claim);
        result
            .entry()
            .ifPresent(entry -> Reports.write(entry, (System.nanoTime() - start) / 1_000_000));
        result.entry().filter(e -> !e.outcome().passed()).ifPresent(e -> failing.add(text(e)));
        if (result.entry().isEmpty()) {
          unsuitable.add(claim.id());
        }
      }
    }
    assertTrue(failing.isEmpty(), failing::toString);
    // What needs another depth, or a network without bottleneck, does not apply.
    Set<String> expected =
        hidden.length == 1
            ? Set.of()
            : Set.of(
                "convergence/almost-sure-global", "convergence/imbalance-rate", "learning/riccati");
    assertEquals(new TreeSet<>(expected), unsuitable);
  }

  private static String text(LedgerEntry entry) {
    return String.format(Locale.ROOT, "%s: %s", entry.id(), entry.outcome().complaints());
  }
}
