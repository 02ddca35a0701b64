package deeplinear.properties;

import deeplinear.flow.WeightDecay;
import deeplinear.landscape.Strictness;
import deeplinear.network.Architecture;
import deeplinear.network.Subject;
import deeplinear.theorem.Laboratory;
import deeplinear.theorem.Theorem;
import deeplinear.theorem.conservation.ImbalanceIsConserved;
import deeplinear.theorem.convergence.AlmostSureGlobal;
import deeplinear.theorem.convergence.ImbalanceRateBound;
import deeplinear.theorem.landscape.CriticalValuesAreAttained;
import deeplinear.theorem.landscape.NoSpuriousMinimum;
import deeplinear.theorem.learning.ModesFollowTheirEquation;
import deeplinear.theorem.learning.RiccatiSolution;
import deeplinear.theorem.lyapunov.LimitLossIsCriticalValue;
import deeplinear.theorem.lyapunov.MonotoneLoss;
import deeplinear.theorem.manifolds.AlignedIsInvariant;
import deeplinear.theorem.quotient.OrbitClosure;
import deeplinear.theorem.saddles.InertiaFormula;
import deeplinear.theorem.saddles.StrictnessByPivots;
import deeplinear.theorem.structure.AdjacencyGradient;
import deeplinear.theorem.structure.Isospectral;
import deeplinear.theorem.structure.Nilpotent;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.math3.fraction.BigFraction;

/** Every theorem without one of its hypotheses: it must be refuted, by a small witness. */
class ControlProperties extends Corpus {

  private static final Laboratory WITH_DECAY =
      Laboratory.STANDARD.with(new WeightDecay(BigFraction.ONE_HALF));

  private static <I extends Subject> void refute(
      Theorem<I> theorem, Generator<I> generator, Random random, Integer... smallest) {
    Refutation.of(theorem, generator).refute(random, Architecture.of(smallest));
  }

  @Property(tries = 1)
  void adjacencyGradient_withDenseTarget(@ForAll Random random) {
    refute(new AdjacencyGradient(), Graphs.withDenseTarget(), random, 1, 1);
  }

  @Property(tries = 1)
  void nilpotent_withSkipConnections(@ForAll Random random) {
    refute(new Nilpotent(), Graphs.withSkipConnections(), random, 1, 1, 1);
  }

  @Property(tries = 1)
  void isospectral_whenDense(@ForAll Random random) {
    refute(new Isospectral(), Graphs.dense(), random, 1, 1);
  }

  @Property(tries = 1)
  void imbalance_withWeightDecay(@ForAll Random random) {
    new Refutation<>(new ImbalanceIsConserved(), Instances.whitened(2, 3), WITH_DECAY)
        .refute(random, Architecture.of(1, 1, 1));
  }

  @Property(tries = 1)
  void monotoneLoss_withWeightDecay(@ForAll Random random) {
    new Refutation<>(new MonotoneLoss(), Instances.whitened(1, 3), WITH_DECAY)
        .refute(random, Architecture.of(1, 1));
  }

  @Property(tries = 1)
  void limitLoss_ofRawData(@ForAll Random random) {
    refute(new LimitLossIsCriticalValue(), Instances.raw(1, 2), random, 1, 1);
  }

  @Property(tries = 1)
  void criticalValues_atDepthOne(@ForAll Random random) {
    refute(new CriticalValuesAreAttained(), CriticalPoints.depthOne(), random, 1, 1);
  }

  @Property(tries = 1)
  void noSpuriousMinimum_atMinima(@ForAll Random random) {
    refute(new NoSpuriousMinimum(), CriticalPoints.minima(), random, 1, 1, 1);
  }

  @Property(tries = 1)
  void strictness_byMiddleBlockAlone(@ForAll Random random) {
    refute(
        new StrictnessByPivots(Strictness.BY_MIDDLE_BLOCK),
        CriticalPoints.any(),
        random,
        1, 1, 1, 1);
  }

  @Property(tries = 1)
  void inertia_withRepeatedValues(@ForAll Random random) {
    refute(new InertiaFormula(), CriticalPoints.repeated(), random, 2, 1, 2);
  }

  @Property(tries = 1)
  void orbitClosure_withOneVanishingBlock(@ForAll Random random) {
    refute(new OrbitClosure(), CriticalPoints.oneVanishingBlock(), random, 1, 1, 1);
  }

  @Property(tries = 1)
  void alignedInvariant_whenMisaligned(@ForAll Random random) {
    refute(new AlignedIsInvariant(), Chains.misaligned(), random, 1, 2);
  }

  @Property(tries = 1)
  void modeEquation_whenUnbalanced(@ForAll Random random) {
    refute(new ModesFollowTheirEquation(), Chains.unbalanced(), random, 1, 1, 1);
  }

  @Property(tries = 1)
  void riccati_withGeneralImbalance(@ForAll Random random) {
    refute(new RiccatiSolution(), Instances.generalImbalance(), random, 1, 2, 1);
  }

  @Property(tries = 1)
  void imbalanceRate_ofRawData(@ForAll Random random) {
    refute(new ImbalanceRateBound(), Instances.imbalancedRaw(), random, 1, 1, 1);
  }

  @Property(tries = 1)
  void almostSureGlobal_fromTheOrigin(@ForAll Random random) {
    refute(new AlmostSureGlobal(), Instances.atOrigin(), random, 1, 1, 1);
  }
}
