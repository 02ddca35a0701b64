package deeplinear.theorem.conservation;

import static deeplinear.fixture.Exact.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.evidence.Atom;
import deeplinear.evidence.Status;
import deeplinear.fixture.RandomExact;
import deeplinear.flow.Dynamics;
import deeplinear.flow.GradientFlow;
import deeplinear.flow.WeightDecay;
import deeplinear.network.Architecture;
import deeplinear.network.Instance;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class DriftOrderTest {

  private static final Instance INSTANCE = new RandomExact(950).whitened(Architecture.of(2, 3, 2));

  @Test
  void driftOfAConservedQuantityFallsWithTheFourthPowerOfTheStep() {
    Atom atom = DriftOrder.of(INSTANCE, GradientFlow.INSTANCE);
    assertEquals(Status.HOLDS, atom.status(), atom::detail);
    assertTrue(atom.detail().contains("refinements of a method of order 4"), atom::detail);
    // The margin is the fitted order minus 3.75; order 5 would be superconvergence.
    assertTrue(atom.margin() >= 0 && atom.margin() <= 1.5, atom::detail);
  }

  @Test
  void driftOfAnotherQuantityStays() {
    Atom atom = DriftOrder.of(INSTANCE, new WeightDecay(q(1, 2)));
    assertEquals(Status.VIOLATED, atom.status(), atom::detail);
    assertEquals(-3.75, atom.margin(), 0.25);
  }

  @Test
  void nothingDriftsFromACriticalStart() {
    Instance origin = new Instance(INSTANCE.target(), INSTANCE.weights().scale(BigFraction.ZERO));
    Atom atom = DriftOrder.of(origin, GradientFlow.INSTANCE);
    assertEquals(Status.HOLDS, atom.status());
    assertEquals("drift below rounding after at most two refinements", atom.detail());
  }

  /** A law that explodes within the horizon. */
  private enum Explosion implements Dynamics {
    INSTANCE;

    @Override
    public <M> Weights<M> velocity(Target<M> target, Weights<M> weights) {
      return weights.scale(new BigFraction(Double.MAX_VALUE));
    }
  }

  @Test
  void driftThatIsNotFiniteDecidesNothing() {
    assertEquals(Status.INCONCLUSIVE, DriftOrder.of(INSTANCE, Explosion.INSTANCE).status());
  }
}
