package deeplinear.report;

import deeplinear.claim.Claim;
import deeplinear.claim.Kind;
import deeplinear.claim.Sheet;
import deeplinear.counterexample.Counterexample;
import deeplinear.network.Subject;
import deeplinear.trial.Acceptance;
import deeplinear.trial.Examination;
import deeplinear.trial.Tally;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger: what a run found out about one claim on cases of one origin. It depends
 * on claim, origin, seed and number of cases, and on nothing else; times and versions are in the
 * {@link RunRecord}. The names of the components are those of the JSON fields.
 *
 * @param schema {@value #SCHEMA}
 * @param id of the claim
 * @param version of the claim
 * @param kind what is known of the claim
 * @param outcome what came out, and whether that is accepted
 * @param cases where they come from, and how many there were
 * @param closestCall the decided case with the smallest margin; null if no case was decided
 * @param failureProbability the bound on it; null if the claim must fail
 * @param atoms its comparisons
 * @param controls what shows that its check can fail
 */
public record LedgerEntry(
    int schema,
    String id,
    int version,
    Kind kind,
    Outcome outcome,
    Cases cases,
    @Nullable ClosestCall closestCall,
    @Nullable FailureProbability failureProbability,
    List<Comparison> atoms,
    Controls controls) {

  /** The schema that this version reads and writes. */
  public static final int SCHEMA = 2;

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if the schema is another one
   * @throws NullPointerException naming a component that is null and must not be
   */
  public LedgerEntry {
    if (schema != SCHEMA) {
      throw new IllegalArgumentException("schema " + SCHEMA + " is expected, not " + schema);
    }
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(cases, "cases");
    atoms = List.copyOf(Objects.requireNonNull(atoms, "atoms"));
    Objects.requireNonNull(controls, "controls");
  }

  /** The entry of a run of the random corpus, with proof and all controls. */
  public static <I extends Subject> LedgerEntry of(
      Examination<I> examination, Acceptance acceptance) {
    Sheet<I> sheet = examination.claim().sheet();
    Tally<I> tally = examination.tally();
    List<String> complaints = examination.complaints(acceptance);
    return of(
        examination.claim(),
        tally,
        new Outcome(
            EntryStatus.of(sheet.kind(), tally, acceptance, complaints.isEmpty()),
            complaints.isEmpty(),
            examination.grade(),
            complaints,
            examination.counterexample().map(Counterexample::fileName).orElse(null)),
        Cases.of(sheet, tally, Cases.CORPUS, examination.seed()),
        Comparison.of(sheet, tally, examination.proof(), examination.violatedBy()),
        Controls.of(examination));
  }

  /**
   * The entry of cases of another origin, without controls.
   *
   * @param origin where they come from
   * @param seed of the run
   */
  public static <I extends Subject> LedgerEntry of(
      Claim<I> claim,
      Tally<I> tally,
      String origin,
      long seed,
      Acceptance acceptance,
      Optional<Counterexample> counterexample) {
    Sheet<I> sheet = claim.sheet();
    List<String> complaints = acceptance.complaints(sheet, tally);
    return of(
        claim,
        tally,
        new Outcome(
            EntryStatus.of(sheet.kind(), tally, acceptance, complaints.isEmpty()),
            complaints.isEmpty(),
            tally.grade(),
            complaints,
            counterexample.map(Counterexample::fileName).orElse(null)),
        Cases.of(sheet, tally, origin, seed),
        Comparison.of(sheet, tally, Optional.empty(), Map.of()),
        Controls.NONE);
  }

  /** The entry of a run that broke off outside of its cases. */
  public static <I extends Subject> LedgerEntry broken(
      Claim<I> claim, String origin, long seed, Throwable fault) {
    Tally<I> none = Tally.none();
    return of(
        claim,
        none,
        new Outcome(EntryStatus.FAILED, false, none.grade(), List.of("broke off: " + fault), null),
        Cases.of(claim.sheet(), none, origin, seed),
        Comparison.of(claim.sheet(), none, Optional.empty(), Map.of()),
        Controls.NONE);
  }

  private static <I extends Subject> LedgerEntry of(
      Claim<I> claim,
      Tally<I> tally,
      Outcome outcome,
      Cases cases,
      List<Comparison> atoms,
      Controls controls) {
    Sheet<I> sheet = claim.sheet();
    return new LedgerEntry(
        SCHEMA,
        claim.id(),
        sheet.version(),
        sheet.kind(),
        outcome,
        cases,
        tally.closest().map(ClosestCall::of).orElse(null),
        FailureProbability.of(sheet.kind(), cases.counts()),
        atoms,
        controls);
  }
}
