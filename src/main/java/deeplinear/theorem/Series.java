package deeplinear.theorem;

import deeplinear.evidence.Verdict;
import deeplinear.flow.trajectory.AdaptiveIntegrator;
import deeplinear.flow.trajectory.Convoy;
import deeplinear.flow.trajectory.Ensemble;
import deeplinear.network.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Checks of one claim on many subjects at the same time: by several threads, whose trajectories are
 * integrated together. The verdicts are those of one check after the other.
 *
 * @param theorem the claim
 * @param laboratory what each check is made with
 */
public record Series<I extends Subject>(Theorem<I> theorem, Laboratory laboratory) {

  /** So many checks of small networks are under way at the same time, as an ensemble has lanes. */
  private static final int SEATS = 64;

  /**
   * Checks all subjects.
   *
   * @return for each subject, in their order, what gives the verdict or throws what the check threw
   */
  public List<Supplier<Verdict>> check(List<I> subjects) {
    int processors = Runtime.getRuntime().availableProcessors();
    int seats = Math.min(subjects.size(), isSmall(subjects) ? SEATS : processors);
    if (seats <= 1) {
      return subjects.stream().map(s -> attempt(s, laboratory)).toList();
    }
    return laboratory.integrator() instanceof AdaptiveIntegrator alone
        ? inConvoy(subjects, new Convoy(alone, seats, processors), seats)
        : atOnce(subjects, laboratory, seats, () -> {});
  }

  private List<Supplier<Verdict>> inConvoy(List<I> subjects, Convoy convoy, int seats) {
    return atOnce(subjects, laboratory.with(convoy), seats, convoy::leave);
  }

  /** Whether no network needs much memory. */
  private static boolean isSmall(List<? extends Subject> subjects) {
    return subjects.stream()
        .map(s -> s.instance().architecture().widths().stream().mapToInt(w -> w).toArray())
        .allMatch(Ensemble::suits);
  }

  /** In as many threads as there are seats; each takes the next subject until none is left. */
  private List<Supplier<Verdict>> atOnce(
      List<I> subjects, Laboratory shared, int seats, Runnable leave) {
    List<CompletableFuture<Supplier<Verdict>>> verdicts = new ArrayList<>();
    Queue<Runnable> checks = new ConcurrentLinkedQueue<>();
    for (I subject : subjects) {
      CompletableFuture<Supplier<Verdict>> verdict = new CompletableFuture<>();
      verdicts.add(verdict);
      checks.add(() -> verdict.complete(attempt(subject, shared)));
    }
    ExecutorService threads = Executors.newFixedThreadPool(seats);
    CompletableFuture<?>[] workers = new CompletableFuture<?>[seats];
    int started = 0;
    try {
      while (started < seats) {
        workers[started] = CompletableFuture.runAsync(() -> work(checks, leave), threads);
        started++;
      }
    } finally {
      // Without this, those that were started would wait for one that could not be.
      for (int k = started; k < seats; k++) {
        leave.run();
      }
      threads.shutdown();
    }
    CompletableFuture.allOf(workers).join();
    return verdicts.stream().map(CompletableFuture::join).toList();
  }

  private static void work(Queue<Runnable> checks, Runnable leave) {
    try {
      for (Runnable check = checks.poll(); check != null; check = checks.poll()) {
        check.run();
      }
    } finally {
      leave.run();
    }
  }

  private Supplier<Verdict> attempt(I subject, Laboratory instruments) {
    try {
      Verdict verdict = theorem.check(subject, instruments);
      return () -> verdict;
    } catch (RuntimeException e) {
      return () -> {
        throw e;
      };
    } catch (Error e) {
      return () -> {
        throw e;
      };
    }
  }
}
