package deeplinear.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.cli.BundledData;
import deeplinear.cli.CheckRun;
import deeplinear.cli.DataSubjects;
import deeplinear.report.LedgerEntry;
import deeplinear.theorem.Kind;
import deeplinear.theorem.Registry;
import deeplinear.theorem.Theorem;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;

/** Every theorem on real data: Iris, as it is and whitened, from random starts. */
class RealDataProperties extends Corpus {

  private static final int CASES = 10;

  @Once
  void theoremsHoldOnIris_atDepthTwo(@ForAll long seed) throws IOException {
    assertEquals(
        Registry.all().stream().filter(RealDataProperties::isTheorem).count(), holding(seed, 3));
  }

  @Once
  void theoremsHoldOnIris_atDepthThree(@ForAll long seed) throws IOException {
    // Three theorems are about depth 2.
    assertEquals(
        Registry.all().stream().filter(RealDataProperties::isTheorem).count() - 3,
        holding(seed, 5, 5));
  }

  private static boolean isTheorem(Theorem<?> theorem) {
    return theorem.statement().kind() == Kind.THEOREM;
  }

  /** Checks all theorems that apply, records them, and returns how many there were. */
  private static long holding(long seed, Integer... hidden) throws IOException {
    List<Integer> widths = List.of(hidden);
    DataSubjects subjects =
        new DataSubjects(BundledData.read("iris", List.of(), List.of()), widths, seed, CASES);
    CheckRun run = new CheckRun(subjects, "iris, hidden " + widths, seed, LedgerHook.FEW);
    Set<String> failing = new TreeSet<>();
    long count = 0;
    for (Theorem<?> theorem : Registry.all()) {
      if (isTheorem(theorem)) {
        CheckRun.Result result = run.of(theorem);
        if (result.entry().isPresent()) {
          LedgerEntry entry = result.entry().get();
          Reports.append(entry);
          count++;
          if (!entry.passed()) {
            failing.add(entry.id() + ": " + entry.message());
          }
        }
      }
    }
    assertTrue(failing.isEmpty(), failing::toString);
    return count;
  }
}
