package deeplinear.cli;

import deeplinear.claim.Claim;
import deeplinear.claim.Laboratory;
import deeplinear.counterexample.SubjectJson;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Verdict;
import deeplinear.network.Subject;
import deeplinear.report.SubjectText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A verdict on a single subject, with everything that led to it.
 *
 * @param claim what was judged
 * @param subject on what
 * @param laboratory with what
 * @param verdict what came out
 */
record Judgment<I extends Subject>(
    Claim<I> claim, I subject, Laboratory laboratory, Verdict verdict) {

  Judgment(Claim<I> claim, I subject, Laboratory laboratory) {
    this(claim, subject, laboratory, claim.check(subject, laboratory));
  }

  /** For a reader. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("claim    " + claim.id() + ": " + claim.sheet().statement());
    List<String> missing = claim.sheet().missing(subject, laboratory);
    if (!missing.isEmpty()) {
      lines.add("without  " + String.join("; ", missing));
    }
    lines.add("network  " + subject.instance().architecture());
    lines.add("law      " + laboratory.law().name());
    lines.add(SubjectText.of(SubjectJson.write(subject)));
    for (Atom atom : verdict.atoms()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-12s %s, %s, margin %.3g (defect %.3g, tolerance %.3g)%s",
              atom.status(),
              atom.name(),
              atom.grade(),
              atom.margin(),
              atom.defect(),
              atom.tolerance(),
              atom.detail().isEmpty() ? "" : ": " + atom.detail()));
    }
    lines.add(
        "verdict  "
            + verdict.status()
            + (verdict.hasSubstance() && claim.sheet().isSubstantial(subject)
                ? ""
                : ", on a case without substance (" + claim.sheet().substance() + ")"));
    return lines;
  }
}
