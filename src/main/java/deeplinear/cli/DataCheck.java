package deeplinear.cli;

import deeplinear.claim.Claim;
import deeplinear.claim.Laboratory;
import deeplinear.counterexample.Counterexample;
import deeplinear.network.Subject;
import deeplinear.report.LedgerEntry;
import deeplinear.sample.UnsuitableFrameException;
import deeplinear.trial.Acceptance;
import deeplinear.trial.Call;
import deeplinear.trial.Plan;
import deeplinear.trial.Tally;
import deeplinear.trial.Trial;
import deeplinear.trial.Trials;
import java.util.List;
import java.util.Optional;

/**
 * Checks claims on data, by the same generators and the same loop as the random corpus.
 *
 * @param data what is given
 * @param origin what the ledger calls them
 * @param seed of the run
 * @param cases how many of each stratum, whitened and as they are
 * @param acceptance what the run accepts
 */
public record DataCheck(
    GivenData data, String origin, long seed, int cases, Acceptance acceptance) {

  /**
   * What came of a claim.
   *
   * @param entry the line of the ledger; empty if the claim is not applicable
   * @param reason why it is not, or empty
   * @param counterexample to a claim that is violated
   */
  public record Result(
      Optional<LedgerEntry> entry, String reason, Optional<Counterexample> counterexample) {}

  /** Checks one claim. */
  public <I extends Subject> Result of(Claim<I> claim) {
    Tally<I> tally = Tally.none();
    for (Plan<I> plan : data.plans(claim, seed)) {
      tally = tally.plus(Trials.run(plan, cases * plan.source().strata().size()));
    }
    if (tally.cases() == 0 && tally.faults().isEmpty()) {
      return new Result(Optional.empty(), "not applicable: " + reason(claim), Optional.empty());
    }
    Optional<Counterexample> counterexample = tally.violating().flatMap(this::shrunk);
    LedgerEntry entry = LedgerEntry.of(claim, tally, origin, seed, acceptance, counterexample);
    return new Result(Optional.of(entry), "", counterexample);
  }

  private <I extends Subject> Optional<Counterexample> shrunk(Call<I> call) {
    Trial<I> trial = call.trial();
    try {
      return Optional.of(
          Counterexample.of(
              trial.claim(),
              "",
              trial.subject(),
              Laboratory.STANDARD,
              String.join(", ", trial.name(), "seed " + trial.seed(), origin)));
    } catch (RuntimeException e) {
      // The violation stands, and its subject is in the ledger as the closest call.
      return Optional.empty();
    }
  }

  /** What the case lacks that lacks least, or else why there is no case. */
  private <I extends Subject> String reason(Claim<I> claim) {
    Optional<List<String>> least = Optional.empty();
    String unsuitable = "the data give no such subject";
    for (Plan<I> plan : data.plans(claim, seed)) {
      for (Trial<I> trial : plan.trials(0, cases * plan.source().strata().size())) {
        try {
          List<String> missing = claim.sheet().missing(trial.subject(), Laboratory.STANDARD);
          least = Optional.of(least.filter(l -> l.size() <= missing.size()).orElse(missing));
        } catch (UnsuitableFrameException e) {
          unsuitable = String.valueOf(e.getMessage());
        }
      }
    }
    String other = unsuitable;
    return least.map(missing -> "needs " + String.join("; ", missing)).orElse(other);
  }
}
