package deeplinear.trial;

import deeplinear.claim.Kind;
import deeplinear.claim.Sheet;
import deeplinear.evidence.Status;
import deeplinear.network.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a run accepts, as a value: one rule for the corpus, for data and for controls.
 *
 * @param undecided the part of all cases that may be inconclusive
 * @param few so many may be, however few cases there are
 * @param discarded the part of all tries that may lack a hypothesis
 * @param substantial the part of all cases that must be worth having
 */
public record Acceptance(double undecided, int few, double discarded, double substantial) {

  /** Of the random corpus. */
  public static final Acceptance CORPUS = new Acceptance(0.02, 2, 0.02, 0.6);

  /** Of data, where the target is given: nothing may stay undecided, and substance is told only. */
  public static final Acceptance DATA = new Acceptance(0, 0, 1, 0);

  /** Why a run does not accept a tally of a claim under all its hypotheses; empty if it does. */
  public <I extends Subject> List<String> complaints(Sheet<I> sheet, Tally<I> tally) {
    List<String> complaints = new ArrayList<>();
    tally.faults().entrySet().stream()
        .findFirst()
        .ifPresent(
            fault ->
                complaints.add(
                    String.format(
                        Locale.ROOT,
                        "%d cases broke off; %s: %s",
                        tally.faults().size(),
                        fault.getKey(),
                        fault.getValue())));
    if (sheet.kind() == Kind.THEOREM && tally.violating().isPresent()) {
      Call<I> call = tally.violating().get();
      complaints.add(
          String.format(
              Locale.ROOT,
              "violated by %d of %d cases; first by %s: %s, %s",
              tally.count(Status.VIOLATED),
              tally.cases(),
              call.trial().name(),
              call.atom().name(),
              call.atom().detail()));
    }
    if (sheet.kind() == Kind.FALSE && tally.violating().isEmpty()) {
      complaints.add("not refuted by " + tally.cases() + " cases");
    }
    if (tally.cases() == 0) {
      complaints.add("no case was checked");
      return complaints;
    }
    int open = tally.count(Status.INCONCLUSIVE);
    if (open > Math.max(few, undecided * tally.cases()) || open == tally.cases()) {
      complaints.add(
          String.format(
              Locale.ROOT,
              "%d of %d cases are inconclusive; %s",
              open,
              tally.cases(),
              tally.undecided().map(c -> c.trial().name() + ": " + c.atom().detail()).orElse("")));
    }
    if (tally.discards() > discarded * tally.tries()) {
      complaints.add(
          String.format(
              Locale.ROOT, "%d of %d cases lack a hypothesis", tally.discards(), tally.tries()));
    }
    if (tally.substantial() < substantial * tally.cases()) {
      complaints.add(
          String.format(
              Locale.ROOT,
              "only %d of %d cases are worth having (%s)",
              tally.substantial(),
              tally.cases(),
              sheet.substance()));
    }
    Set<String> undeclared = new TreeSet<>(tally.seen().keySet());
    sheet.atoms().forEach(undeclared::remove);
    if (!undeclared.isEmpty()) {
      complaints.add("compared, but not declared: " + String.join("; ", undeclared));
    }
    return complaints;
  }
}
