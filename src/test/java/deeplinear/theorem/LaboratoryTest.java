package deeplinear.theorem;

import static deeplinear.fixture.Exact.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import deeplinear.flow.GradientFlow;
import deeplinear.flow.WeightDecay;
import deeplinear.flow.trajectory.Accuracy;
import deeplinear.flow.trajectory.AdaptiveIntegrator;
import org.junit.jupiter.api.Test;

class LaboratoryTest {

  @Test
  void theStandardIsGradientFlowAtTheDefaultAccuracy() {
    assertSame(GradientFlow.INSTANCE, Laboratory.STANDARD.dynamics());
    assertInstanceOf(AdaptiveIntegrator.class, Laboratory.STANDARD.integrator());
    assertEquals(Accuracy.DEFAULT, Laboratory.STANDARD.accuracy());
  }

  @Test
  void anotherLawKeepsTheInstruments() {
    WeightDecay decay = new WeightDecay(q(1, 2));
    Laboratory other = Laboratory.STANDARD.with(decay);
    assertSame(decay, other.dynamics());
    assertSame(Laboratory.STANDARD.integrator(), other.integrator());
    assertEquals(Accuracy.DEFAULT, other.accuracy());
  }

  @Test
  void refiningDividesTheTolerancesAlone() {
    Laboratory finer = Laboratory.STANDARD.refinedBy(4);
    assertEquals(Accuracy.DEFAULT.relative() / 4, finer.accuracy().relative());
    assertEquals(Accuracy.DEFAULT.absolute() / 4, finer.accuracy().absolute());
    assertEquals(Accuracy.DEFAULT.maxSteps(), finer.accuracy().maxSteps());
    assertSame(GradientFlow.INSTANCE, finer.dynamics());
    assertSame(Laboratory.STANDARD.integrator(), finer.integrator());
  }
}
