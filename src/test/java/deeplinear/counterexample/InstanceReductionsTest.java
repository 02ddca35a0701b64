package deeplinear.counterexample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.fixture.Exact;
import deeplinear.fixture.RandomExact;
import deeplinear.network.Architecture;
import deeplinear.network.Instance;
import deeplinear.network.RawData;
import deeplinear.network.Weights;
import java.util.List;
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
    RawData<RationalMatrix> data = (RawData<RationalMatrix>) instance.target();
    RationalMatrix zero = RationalMatrix.zeros(2, 2);
    List<Instance> reductions = Reductions.of(instance);
    assertTrue(reductions.stream().anyMatch(s -> s.weights().layer(1).equals(zero)));
    assertTrue(
        reductions.contains(
            new Instance(
                new RawData<>(Q, zero, data.moment(), data.energy()), instance.weights())));
    assertTrue(
        reductions.contains(
            new Instance(
                new RawData<>(Q, data.matrix(), zero, data.energy()), instance.weights())));
    assertTrue(
        reductions.contains(
            new Instance(
                new RawData<>(Q, data.matrix(), data.moment(), RationalMatrix.zeros(1, 1)),
                instance.weights())));
    for (Instance smaller : reductions) {
      RationalMatrix moment = ((RawData<RationalMatrix>) smaller.target()).moment();
      assertEquals(Exact.transpose(moment), moment);
    }
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
