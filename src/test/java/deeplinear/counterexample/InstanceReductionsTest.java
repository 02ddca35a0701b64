package deeplinear.counterexample;

import static deeplinear.fixture.Exact.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.Inertia;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.fixture.Exact;
import deeplinear.fixture.RandomExact;
import deeplinear.network.Architecture;
import deeplinear.network.Instance;
import deeplinear.network.SecondMoments;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class InstanceReductionsTest {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  @Test
  void anInstanceLosesAnyLayerOrUnit() {
    for (Instance instance : List.of(Subjects.whitened(3), Subjects.raw(3))) {
      assertTrue(
          ReductionsTest.architectures(Reductions.of(instance))
              .containsAll(ReductionsTest.smaller(instance.architecture())));
    }
  }

  @Test
  void layersMergeIntoTheirProduct() {
    Instance instance = new RandomExact(11).whitened(Architecture.of(2, 2, 3, 2));
    List<RationalMatrix> w = instance.weights().layers();
    List<List<RationalMatrix>> layers =
        Reductions.of(instance).stream().map(s -> s.weights().layers()).toList();
    assertTrue(layers.contains(List.of(Exact.product(w.get(1), w.get(0)), w.get(2))));
    assertTrue(layers.contains(List.of(w.get(0), Exact.product(w.get(2), w.get(1)))));
  }

  @Test
  void aUnitGoesWithItsRowAndItsColumn() {
    Instance instance = new RandomExact(12).whitened(Architecture.of(2, 3, 2));
    List<Instance> reductions = Reductions.of(instance);
    List<RationalMatrix> w = instance.weights().layers();
    RationalMatrix sigma = instance.target().matrix();
    for (int u = 0; u < 2; u++) {
      assertTrue(
          reductions.contains(
              instance(sigma.withoutColumn(u), w.get(0).withoutColumn(u), w.get(1))));
      assertTrue(
          reductions.contains(instance(sigma.withoutRow(u), w.get(0), w.get(1).withoutRow(u))));
      assertTrue(
          reductions.contains(instance(sigma, w.get(0).withoutRow(u), w.get(1).withoutColumn(u))));
    }
  }

  private static Instance instance(RationalMatrix sigma, RationalMatrix... layers) {
    return Instance.whitened(sigma, new Weights<>(Q, List.of(layers)));
  }

  @Test
  void layersTargetsAndDataAreSimplified() {
    Instance instance = new RandomExact(13).raw(Architecture.of(2, 2), 3);
    Target<RationalMatrix> data = instance.target();
    RationalMatrix zero = RationalMatrix.zeros(2, 2);
    List<Instance> reductions = Reductions.of(instance);
    assertTrue(reductions.stream().anyMatch(s -> s.weights().layer(1).equals(zero)));
    assertTrue(
        reductions.contains(
            new Instance(
                SecondMoments.exact(zero, data.moment(), data.energy()), instance.weights())));
    assertTrue(
        reductions.stream()
            .map(Instance::target)
            .anyMatch(
                s ->
                    s.matrix().equals(data.matrix())
                        && s.energy().equals(data.energy())
                        && !s.moment().equals(data.moment())));
    BigFraction least =
        reductions.stream()
            .map(Instance::target)
            .filter(s -> s.matrix().equals(data.matrix()) && s.moment().equals(data.moment()))
            .map(s -> s.energy().toScalar())
            .min(Comparator.naturalOrder())
            .orElseThrow();
    assertTrue(least.compareTo(data.energy().toScalar()) < 0);
  }

  /** M = 1/64 needs ‖Y‖² = 64 for Y Xᵀ = 1; without it L would be negative. */
  @Test
  void aReductionHasTheSecondMomentsOfSomeData() {
    RationalMatrix moment = RationalMatrix.scalar(q(1, 64));
    Weights<RationalMatrix> weights =
        new Weights<>(Q, List.of(RationalMatrix.scalar(q(1, 8)), one(2)));
    int seen = assertOfData(new Instance(SecondMoments.exact(one(1), moment, one(64)), weights));
    for (int seed = 1; seed <= 20; seed++) {
      Architecture widths = seed % 2 == 0 ? Architecture.of(2, 1) : Architecture.of(3, 2, 1);
      seen += assertOfData(new RandomExact(seed).raw(widths, 1 + seed % 4));
    }
    assertTrue(seen > 200, "only " + seen);
  }

  /** With one output, [M Sᵀ; S ‖Y‖²] is the second moment of inputs and output together. */
  private static int assertOfData(Instance instance) {
    List<Instance> reductions = Reductions.of(instance);
    for (Instance smaller : reductions) {
      Target<RationalMatrix> t = smaller.target();
      int n = t.inputs();
      RationalMatrix joint = Q.insert(Q.zeros(n + 1, n + 1), 0, 0, t.moment());
      joint = Q.insert(Q.insert(joint, n, 0, t.matrix()), 0, n, Exact.transpose(t.matrix()));
      assertEquals(0, Inertia.of(Q.insert(joint, n, n, t.energy())).negative(), t::toString);
    }
    return reductions.size();
  }

  @Test
  void aNetworkTurnsRoundIfThatPutsItsZerosFirst() {
    Instance late = instance(one(1), one(1), one(0));
    assertTrue(Reductions.of(late).contains(instance(one(1), one(0), one(1))));
    assertFalse(Reductions.of(instance(one(1), one(0), one(1))).contains(late));
  }

  private static RationalMatrix one(long x) {
    return RationalMatrix.of(new long[][] {{x}});
  }
}
