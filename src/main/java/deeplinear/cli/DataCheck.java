package deeplinear.cli;

import deeplinear.claim.Claim;
import deeplinear.claim.Laboratory;
import deeplinear.counterexample.Counterexample;
import deeplinear.evidence.Status;
import deeplinear.network.Subject;
import deeplinear.report.LedgerEntry;
import deeplinear.sample.Frame;
import deeplinear.trial.Acceptance;
import deeplinear.trial.Plan;
import deeplinear.trial.Tally;
import deeplinear.trial.Trial;
import deeplinear.trial.Trials;
import java.util.List;
import java.util.Optional;

/**
 * Checks claims on what is given.
 *
 * @param frames what is given: the same data in different forms
 * @param origin what the ledger calls them
 * @param seed of the run
 * @param cases how many of each form
 */
public record DataCheck(List<Frame> frames, String origin, long seed, int cases) {

  /** The check of the data in both forms. */
  public static DataCheck of(DataFrames frames, String origin, long seed, int cases) {
    return new DataCheck(
        List.of(frames.whitenedFrame(), frames.rawFrame()), origin, seed, cases);
  }

  /**
   * What came of a claim.
   *
   * @param entry the line of the ledger; empty if the claim is not applicable
   * @param remark why it is not, or what was undecided; may be empty
   * @param counterexample to a claim that is violated
   */
  public record Result(
      Optional<LedgerEntry> entry, String remark, Optional<Counterexample> counterexample) {}

  /** Checks a claim on all frames that fit it. */
  public <I extends Subject> Result of(Claim<I> claim) {
    Tally<I> tally = Tally.none();
    for (Frame frame : frames) {
      tally = tally.plus(Trials.run(Plan.given(claim, frame, seed), cases));
    }
    if (tally.cases() == 0 && tally.faults().isEmpty()) {
      return new Result(Optional.empty(), "not applicable: " + reason(claim, tally), none());
    }
    Optional<Counterexample> counterexample =
        tally.violating().flatMap(call -> shrunk(claim, call.trial()));
    LedgerEntry entry =
        LedgerEntry.of(claim, tally, origin, seed, Acceptance.DATA, counterexample);
    String remark =
        tally.count(Status.INCONCLUSIVE) == 0
            ? ""
            : tally.undecided().map(call -> "undecided: " + call.atom().detail()).orElse("");
    return new Result(Optional.of(entry), remark, counterexample);
  }

  private static Optional<Counterexample> none() {
    return Optional.empty();
  }

  /** What no generator could give, or the hypotheses that the subjects lack. */
  private <I extends Subject> String reason(Claim<I> claim, Tally<I> tally) {
    if (!tally.unsuitable().isEmpty()) {
      return tally.unsuitable().keySet().iterator().next();
    }
    return frames.stream()
        .map(frame -> Plan.given(claim, frame, seed).trial(0).subject())
        .map(subject -> claim.sheet().missing(subject, Laboratory.STANDARD))
        .map(missing -> "needs " + String.join("; ", missing))
        .findFirst()
        .orElse("no subject fits");
  }

  private static <I extends Subject> Optional<Counterexample> shrunk(
      Claim<I> claim, Trial<I> trial) {
    try {
      return Optional.of(
          Counterexample.of(
              claim,
              "",
              trial.subject(),
              Laboratory.STANDARD,
              trial.name() + ", seed " + trial.seed()));
    } catch (ArithmeticException | IllegalArgumentException | IllegalStateException e) {
      // The violation stands, and its subject is in the ledger as the closest call.
      return Optional.empty();
    }
  }
}
