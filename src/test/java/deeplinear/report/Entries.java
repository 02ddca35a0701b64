package deeplinear.report;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.evidence.Atom;
import deeplinear.evidence.ErrorBound;
import deeplinear.evidence.Verdict;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import deeplinear.theorem.Registry;
import deeplinear.theorem.Tally;
import deeplinear.theorem.Theorem;
import java.util.List;

/** Ledger entries for the tests. */
final class Entries {

  static final Versions VERSIONS = new Versions("0.1", "1.9.3", "17", "plain Java");

  private Entries() {}

  /** The network 1-1-1 with all numbers 1. */
  static Instance smallest() {
    RationalMatrix one = RationalMatrix.identity(1);
    return Instance.whitened(one, new Weights<>(RationalAlgebra.INSTANCE, List.of(one, one)));
  }

  static Theorem<?> theorem() {
    return Registry.all().get(0);
  }

  static Run run(String origin) {
    return new Run(origin, "-42", 200, 1234, VERSIONS);
  }

  /** Two cases that hold. */
  static Tally holding() {
    Tally tally = new Tally();
    tally.discard();
    tally.add(smallest(), Verdict.of(Atom.exact("a", true, "")), List.of("tiny", "1×N"));
    tally.add(
        smallest(),
        Verdict.of(Atom.atMost("b", 1, 1.5, new ErrorBound(1e-9, "given"), 1)),
        List.of("tiny"));
    return tally;
  }

  static Tally with(Atom atom) {
    Tally tally = holding();
    tally.add(smallest(), Verdict.of(atom), List.of());
    return tally;
  }

  static Tally violated() {
    return with(Atom.exact("c", false, "0 ≠ 1"));
  }

  static LedgerEntry entry(String origin) {
    return LedgerEntry.of(theorem(), holding(), run(origin), true, "");
  }
}
