package deeplinear.properties;

import deeplinear.claim.Claim;
import deeplinear.claim.Kind;
import deeplinear.network.Subject;
import deeplinear.report.Cases;
import deeplinear.report.LedgerEntry;
import deeplinear.trial.Acceptance;
import deeplinear.trial.Call;
import deeplinear.trial.Examination;
import deeplinear.trial.Plan;
import deeplinear.trial.Tally;
import java.util.List;
import java.util.Locale;

/** A claim on its way through the corpus: batches are dealt, run and counted, then it is judged. */
final class ClaimRun<I extends Subject> {

  private final Claim<I> claim;
  private final Plan<I> plan;
  private final int cases;
  private int dealt;
  private Tally<I> tally = Tally.none();

  ClaimRun(Claim<I> claim, long seed, int cases) {
    this.claim = claim;
    this.plan = Plan.corpus(claim, seed);
    this.cases = cases;
  }

  /** How many batches there are. */
  int batches() {
    return (cases + Batch.SIZE - 1) / Batch.SIZE;
  }

  /** The next batch; after the last one, the first again. */
  Batch<I> next() {
    int from = dealt;
    int to = Math.min(cases, from + Batch.SIZE);
    dealt = to == cases ? 0 : to;
    return new Batch<>(plan, from, to);
  }

  /**
   * Runs a batch.
   *
   * @throws AssertionError naming claim, case and comparison if a theorem is violated
   */
  @SuppressWarnings("unchecked")
  void check(Batch<?> batch) {
    tally = tally.plus(((Batch<I>) batch).run());
    if (claim.sheet().kind() == Kind.THEOREM && tally.violating().isPresent()) {
      Call<I> call = tally.violating().get();
      throw new AssertionError(
          String.format(
              Locale.ROOT,
              "%s is violated by %s: %s, %s; again: replay --trial %s --seed %d",
              claim.id(),
              call.trial().name(),
              call.atom().name(),
              call.atom().detail(),
              call.trial().name(),
              plan.seed()));
    }
  }

  /** Makes the controls, and writes everything; why the run does not accept the claim. */
  List<String> conclude(long startNanos) {
    Examination<I> examination = Examination.of(claim, plan.seed(), tally);
    Reports.write(
        examination,
        LedgerEntry.of(examination, Acceptance.CORPUS),
        (System.nanoTime() - startNanos) / 1_000_000);
    return examination.complaints(Acceptance.CORPUS);
  }

  /** Writes that the run broke off. */
  void breakOff(Throwable fault, long startNanos) {
    Reports.write(
        LedgerEntry.broken(claim, Cases.CORPUS, plan.seed(), fault),
        (System.nanoTime() - startNanos) / 1_000_000);
  }
}
