package deeplinear.theorem;

import deeplinear.network.Subject;
import deeplinear.theorem.conjectures.AllSaddlesAreStrict;
import deeplinear.theorem.conjectures.EveryCriticalFiberIsUnbounded;
import deeplinear.theorem.conjectures.ExplicitRungeKuttaConservesImbalance;
import deeplinear.theorem.conjectures.RankIsConserved;
import deeplinear.theorem.conservation.ImbalanceIsConserved;
import deeplinear.theorem.conservation.QuadraticInvariantsOfGauss;
import deeplinear.theorem.convergence.AlmostSureGlobal;
import deeplinear.theorem.convergence.CertificateIsKept;
import deeplinear.theorem.convergence.ImbalanceRateBound;
import deeplinear.theorem.landscape.CriticalValuesAreAttained;
import deeplinear.theorem.landscape.NoSpuriousMinimum;
import deeplinear.theorem.learning.ModesFollowTheirEquation;
import deeplinear.theorem.learning.RiccatiSolution;
import deeplinear.theorem.lyapunov.LimitLossIsCriticalValue;
import deeplinear.theorem.lyapunov.MonotoneLoss;
import deeplinear.theorem.manifolds.AlignedIsInvariant;
import deeplinear.theorem.quotient.OrbitClosure;
import deeplinear.theorem.saddles.HessianForm;
import deeplinear.theorem.saddles.InertiaFormula;
import deeplinear.theorem.saddles.StrictnessByPivots;
import deeplinear.theorem.structure.AdjacencyGradient;
import deeplinear.theorem.structure.Isospectral;
import deeplinear.theorem.structure.Nilpotent;
import java.util.List;
import java.util.Locale;

/** All claims, in the order of the chapters. */
public final class Registry {

  private static final List<Theorem<?>> ALL =
      List.of(
          new AdjacencyGradient(),
          new Nilpotent(),
          new Isospectral(),
          new ImbalanceIsConserved(),
          new QuadraticInvariantsOfGauss(),
          new MonotoneLoss(),
          new LimitLossIsCriticalValue(),
          new CriticalValuesAreAttained(),
          new NoSpuriousMinimum(),
          new HessianForm(),
          new StrictnessByPivots(),
          new InertiaFormula(),
          new OrbitClosure(),
          new AlignedIsInvariant(),
          new ModesFollowTheirEquation(),
          new RiccatiSolution(),
          new ImbalanceRateBound(),
          new CertificateIsKept(),
          new AlmostSureGlobal(),
          new AllSaddlesAreStrict(),
          new RankIsConserved(),
          new EveryCriticalFiberIsUnbounded(),
          new ExplicitRungeKuttaConservesImbalance());

  private Registry() {}

  /** All claims. */
  public static List<Theorem<?>> all() {
    return ALL;
  }

  /**
   * The claim with an id.
   *
   * @throws IllegalArgumentException naming the id if there is none
   */
  public static Theorem<?> find(String id) {
    return ALL.stream()
        .filter(t -> t.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no claim has the id \"" + id + "\""));
  }

  /**
   * The claim with an id, about subjects of a known kind.
   *
   * @throws IllegalArgumentException if there is none, or it is about another kind of subject
   */
  @SuppressWarnings("unchecked")
  public static <I extends Subject> Theorem<I> find(String id, Class<I> subject) {
    Theorem<?> theorem = find(id);
    if (!theorem.subject().equals(subject)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s is about %s, not %s",
              id,
              theorem.subject().getSimpleName(),
              subject.getSimpleName()));
    }
    return (Theorem<I>) theorem;
  }
}
