package deeplinear.evidence;

import java.util.Comparator;
import java.util.List;

/**
 * The result of checking one claim on one instance: the conjunction of its atoms.
 *
 * @param atoms at least one
 * @param hasSubstance whether the case was worth having, as the claim defines it
 */
public record Verdict(List<Atom> atoms, boolean hasSubstance) {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if it is empty: a check that compares nothing says nothing
   */
  public Verdict {
    atoms = List.copyOf(atoms);
    if (atoms.isEmpty()) {
      throw new IllegalArgumentException("a verdict needs at least one atom");
    }
  }

  /** The verdict of these atoms, on a case with substance. */
  public Verdict(List<Atom> atoms) {
    this(atoms, true);
  }

  /** The verdict of these atoms, on a case with substance. */
  public static Verdict of(Atom... atoms) {
    return new Verdict(List.of(atoms));
  }

  /** Nothing could be decided, for a reason. */
  public static Verdict inconclusive(String atom, Grade grade, String reason) {
    return of(Atom.inconclusive(atom, grade, reason)).withSubstance(false);
  }

  /** The same verdict on a case that was worth having, or was not. */
  public Verdict withSubstance(boolean value) {
    return new Verdict(atoms, value);
  }

  /** VIOLATED if an atom is, else INCONCLUSIVE if one is, else HOLDS. */
  public Status status() {
    if (atoms.stream().anyMatch(a -> a.status() == Status.VIOLATED)) {
      return Status.VIOLATED;
    }
    return atoms.stream().allMatch(a -> a.status() == Status.HOLDS)
        ? Status.HOLDS
        : Status.INCONCLUSIVE;
  }

  /** The weakest grade of an atom: what was done, not what was hoped for. */
  public Grade grade() {
    return atoms.stream().map(Atom::grade).reduce(Grade.PROVED, Grade::weaker);
  }

  /**
   * The atom that decides: the first violated one, else the first inconclusive, else the closest.
   */
  public Atom decisive() {
    Status status = status();
    return atoms.stream()
        .filter(a -> a.status() == status)
        .min(Comparator.comparingDouble(a -> status == Status.HOLDS ? a.margin() : 0))
        .orElseThrow();
  }

  /** The margin of the decisive atom. */
  public double margin() {
    return decisive().margin();
  }
}
