package deeplinear.properties;

import deeplinear.flow.WeightDecay;
import deeplinear.flow.method.ClassicalRungeKutta;
import deeplinear.landscape.Strictness;
import deeplinear.network.Architecture;
import deeplinear.network.Instance;
import deeplinear.network.Subject;
import deeplinear.sample.Chains;
import deeplinear.sample.CriticalPoints;
import deeplinear.sample.Generator;
import deeplinear.sample.Graphs;
import deeplinear.sample.Instances;
import deeplinear.theorem.Laboratory;
import deeplinear.theorem.Theorem;
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
import net.jqwik.api.ForAll;
import org.apache.commons.math3.fraction.BigFraction;

/** Every theorem without one of its hypotheses: it must be refuted, by a small witness. */
class ControlProperties extends Corpus {

  private static final Laboratory WITH_DECAY =
      Laboratory.STANDARD.with(new WeightDecay(BigFraction.ONE_HALF));

  private static <I extends Subject> void refute(
      Theorem<I> theorem, Generator<I> generator, long seed, Integer... smallest) {
    Refutation.of(theorem, generator).refute(seed, Architecture.of(smallest));
  }

  @Once
  void adjacencyGradient_withDenseTarget(@ForAll long seed) {
    refute(new AdjacencyGradient(), Graphs.withDenseTarget(), seed, 1, 1);
  }

  @Once
  void nilpotent_withSkipConnections(@ForAll long seed) {
    refute(new Nilpotent(), Graphs.withSkipConnections(), seed, 1, 1, 1);
  }

  @Once
  void isospectral_whenDense(@ForAll long seed) {
    refute(new Isospectral(), Graphs.dense(), seed, 1, 1);
  }

  @Once
  void imbalance_withWeightDecay(@ForAll long seed) {
    new Refutation<>(new ImbalanceIsConserved(), Instances.shortNumbers(2, 3), WITH_DECAY)
        .refute(seed, Architecture.of(1, 1, 1));
  }

  @Once
  void quadraticInvariants_byExplicitRungeKutta(@ForAll long seed) {
    Theorem<Instance> explicit =
        new QuadraticInvariantsOfGauss(List.of(ClassicalRungeKutta.INSTANCE));
    refute(explicit, Instances.shortNumbers(2, 3), seed, 1, 1, 1);
  }

  @Once
  void monotoneLoss_withWeightDecay(@ForAll long seed) {
    new Refutation<>(new MonotoneLoss(), Instances.whitened(1, 3), WITH_DECAY)
        .refute(seed, Architecture.of(1, 1));
  }

  @Once
  void limitLoss_ofRawData(@ForAll long seed) {
    refute(new LimitLossIsCriticalValue(), Instances.raw(1, 2), seed, 1, 1);
  }

  @Once
  void criticalValues_atDepthOne(@ForAll long seed) {
    refute(new CriticalValuesAreAttained(), CriticalPoints.depthOne(), seed, 1, 1);
  }

  @Once
  void noSpuriousMinimum_atMinima(@ForAll long seed) {
    refute(new NoSpuriousMinimum(), CriticalPoints.minima(), seed, 1, 1, 1);
  }

  @Once
  void hessianForm_ofRawData(@ForAll long seed) {
    refute(new HessianForm(), Instances.raw(1, 3), seed, 1, 1);
  }

  @Once
  void strictness_byMiddleBlockAlone(@ForAll long seed) {
    refute(
        new StrictnessByPivots(Strictness.BY_MIDDLE_BLOCK), CriticalPoints.any(), seed, 1, 1, 1, 1);
  }

  @Once
  void inertia_withRepeatedValues(@ForAll long seed) {
    refute(new InertiaFormula(), CriticalPoints.ties(), seed, 2, 1, 2);
  }

  @Once
  void orbitClosure_withOneVanishingBlock(@ForAll long seed) {
    refute(new OrbitClosure(), CriticalPoints.notCritical(), seed, 1, 1, 1);
  }

  @Once
  void alignedInvariant_whenMisaligned(@ForAll long seed) {
    refute(new AlignedIsInvariant(), Chains.misaligned(), seed, 1, 2);
  }

  @Once
  void modeEquation_whenUnbalanced(@ForAll long seed) {
    refute(new ModesFollowTheirEquation(), Chains.unbalanced(), seed, 1, 1, 1);
  }

  @Once
  void riccati_withGeneralImbalance(@ForAll long seed) {
    refute(new RiccatiSolution(), Instances.generalImbalance(), seed, 1, 2, 1);
  }

  @Once
  void imbalanceRate_ofRawData(@ForAll long seed) {
    refute(new ImbalanceRateBound(), Instances.imbalancedRaw(), seed, 1, 1, 1);
  }

  @Once
  void certificate_withoutBall(@ForAll long seed) {
    refute(new CertificateIsKept(), Instances.convergent(2, 3), seed, 1, 1, 1);
  }

  @Once
  void almostSureGlobal_fromTheOrigin(@ForAll long seed) {
    refute(new AlmostSureGlobal(), Instances.atOrigin(), seed, 1, 1, 1);
  }
}
