package deeplinear.flow.trajectory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.fixture.LaneKinds;
import deeplinear.fixture.RandomExact;
import deeplinear.flow.kernel.GradientKernel;
import deeplinear.flow.kernel.LaneKernel;
import deeplinear.flow.kernel.RealInstance;
import deeplinear.flow.kernel.StateVector;
import deeplinear.network.Architecture;
import deeplinear.network.Instance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImplicitEnsembleTest {

  private static final Accuracy ACCURACY = new Accuracy(1e-8, 1e-10, 10_000);
  private static final double[] TIMES = {0.5, 3};

  private static List<Trajectory> run(
      Steering steering, Supplier<LaneKernel> kernels, List<RealInstance> instances) {
    Ensemble ensemble = new Ensemble(steering, kernels, 64, widths -> true);
    for (RealInstance instance : instances) {
      ensemble.add(instance, TIMES, ACCURACY, StoppingRule.NEVER);
    }
    return ensemble.run();
  }

  private static List<Instance> instances() {
    RandomExact draw = new RandomExact(290);
    List<Instance> instances = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Architecture architecture = draw.architecture(1 + i % 3, 3);
      instances.add(i % 4 == 0 ? draw.raw(architecture, 2) : draw.whitened(architecture));
    }
    return instances;
  }

  /** The tolerance holds for each step; over all of them errors may add up. */
  @ParameterizedTest
  @EnumSource(names = "IMPLICIT")
  void trajectoriesAgreeWithTheExplicitMethod(Steering steering) {
    for (Instance instance : instances()) {
      Trajectory implicit =
          run(steering, LaneKinds.kernels().get(0), List.of(RealInstance.of(instance))).get(0);
      Trajectory explicit =
          new AdaptiveIntegrator(Steering.ACCURATE)
              .integrate(
                  new GradientKernel(instance),
                  RealInstance.of(instance).weights(),
                  TIMES,
                  ACCURACY.dividedBy(100),
                  StoppingRule.NEVER);
      assertEquals(Outcome.REACHED_HORIZON, implicit.outcome());
      for (int i = 0; i < 3; i++) {
        double[] expected = explicit.samples().get(i).state();
        double[] actual = implicit.samples().get(i).state();
        double bound =
            implicit.steps() * (1e-10 * expected.length + 1e-8 * StateVector.norm(expected));
        assertEquals(0, StateVector.distance(expected, actual), bound, instance.toString());
      }
    }
  }

  @Test
  void bitsDoNotDependOnTheOthers() {
    List<RealInstance> instances =
        new ArrayList<>(instances().stream().map(RealInstance::of).toList());
    Collections.shuffle(instances, new Random(1));
    for (Supplier<LaneKernel> kind : LaneKinds.kernels()) {
      List<Trajectory> together = run(Steering.IMPLICIT, kind, instances);
      for (int i = 0; i < instances.size(); i++) {
        Trajectory alone =
            run(Steering.IMPLICIT, LaneKinds.kernels().get(0), instances.subList(i, i + 1)).get(0);
        assertEquals(alone.steps(), together.get(i).steps());
        assertArrayEquals(alone.last().state(), together.get(i).last().state());
      }
    }
  }

  /** A plateau of length about 1/s² for starts of size s. */
  @Test
  void aPlateauAndTheLimitNeedFewSteps() {
    Instance instance =
        Instance.whitened(
            deeplinear.algebra.RationalMatrix.of(new long[][] {{2}}),
            deeplinear.network.Weights.build(
                deeplinear.algebra.RationalAlgebra.INSTANCE,
                3,
                i ->
                    deeplinear.fixture.Exact.build(
                        1, 1, (r, c) -> deeplinear.fixture.Exact.q(1, 100))));
    double[] start = RealInstance.of(instance).weights();
    Trajectory trajectory =
        new AdaptiveIntegrator(Steering.IMPLICIT)
            .integrate(
                new GradientKernel(instance),
                start,
                new double[] {1e6},
                ACCURACY,
                StoppingRule.NEVER);
    assertEquals(Outcome.REACHED_HORIZON, trajectory.outcome());
    assertTrue(trajectory.steps() < 250, trajectory.steps() + " steps");
    assertEquals(2, Math.pow(trajectory.last().state()[0], 3), 1e-8);
  }
}
