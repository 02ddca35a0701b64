package deeplinear.flow.method;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.flow.kernel.LaneField;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single steps, in one lane and in many. */
class StepperTest {

  private static final int LANES = 8;
  private static final int DIMENSION = 3;

  /** x' = σ − x y z and so on: nonlinear, and every component another. */
  private static final double[] LIMITS = {1, 2, -0.5};

  private static LaneField field(int lanes) {
    return new LaneField() {
      @Override
      public int dimension() {
        return DIMENSION;
      }

      @Override
      public int lanes() {
        return lanes;
      }

      @Override
      public void velocity(double[] states, double[] velocities) {
        for (int l = 0; l < lanes; l++) {
          double product = states[l] * states[lanes + l] * states[2 * lanes + l];
          for (int c = 0; c < DIMENSION; c++) {
            velocities[c * lanes + l] = LIMITS[c] - product - states[c * lanes + l];
          }
        }
      }
    };
  }

  private static Block block(int lanes) {
    Block block = new Block();
    block.size(DIMENSION, lanes);
    Arrays.fill(block.components(), DIMENSION);
    return block;
  }

  /** Sets lane {@code to} of a block to problem {@code number}. */
  private static void set(Block block, int to, int number) {
    Random random = new Random(900 + number);
    for (int c = 0; c < DIMENSION; c++) {
      block.state()[c * block.lanes() + to] = random.nextGaussian();
    }
    block.step()[to] = 0.05 + 0.2 * random.nextDouble();
    block.relative()[to] = Math.pow(10, -8 * random.nextDouble());
    block.absolute()[to] = Math.pow(10, -8 * random.nextDouble());
    block.components()[to] = 2 + number % 2;
  }

  private static double[] lane(Block block, int l) {
    double[] all = new double[2 * DIMENSION + 2];
    for (int c = 0; c < DIMENSION; c++) {
      all[c] = block.end()[c * block.lanes() + l];
      all[DIMENSION + c] = block.endVelocity()[c * block.lanes() + l];
    }
    all[2 * DIMENSION] = block.error()[l];
    all[2 * DIMENSION + 1] = block.stiffness()[l];
    return all;
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RODAS5P")
  void everyLaneIsAsAlone(Method method) {
    Block together = block(LANES);
    for (int l = 0; l < LANES; l++) {
      set(together, l, l);
    }
    field(LANES).velocity(together.state(), together.velocity());
    method.stepper().step(field(LANES), together, method.stages(7));
    Stepper one = method.stepper();
    for (int l = 0; l < LANES; l++) {
      Block alone = block(1);
      set(alone, 0, l);
      field(1).velocity(alone.state(), alone.velocity());
      one.step(field(1), alone, method.stages(7));
      assertArrayEquals(lane(alone, 0), lane(together, l), "lane " + l);
      assertTrue(alone.error()[0] > 0, "vacuous");
    }
  }

  /** Whatever a step before left behind, be it NaN, the next begins anew. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RODAS5P")
  void nothingIsLeftOfAStepBefore(Method method) {
    Stepper used = method.stepper();
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1e200}) {
      Block broken = block(LANES);
      Arrays.fill(broken.state(), bad);
      Arrays.fill(broken.velocity(), bad);
      Arrays.fill(broken.step(), 1);
      used.step(field(LANES), broken, method.stages(100));
      for (int l = 0; l < LANES; l++) {
        assertTrue(!(broken.error()[l] <= 1), "such a step is not accepted");
      }
      Block fresh = block(1);
      Block again = block(1);
      for (Block b : new Block[] {fresh, again}) {
        set(b, 0, 0);
        field(1).velocity(b.state(), b.velocity());
      }
      used.step(field(1), again, method.stages(7));
      method.stepper().step(field(1), fresh, method.stages(7));
      assertArrayEquals(lane(fresh, 0), lane(again, 0));
    }
  }

  /** The stepper and the plain reference add in different orders. */
  @ParameterizedTest
  @ValueSource(ints = {5, 6, 7, 9, 13, 20, 45})
  void stabilizedStepsAreThoseOfTheCoefficients(int stages) {
    Block block = block(1);
    set(block, 0, 3);
    block.absolute()[0] = 1;
    block.relative()[0] = 0;
    block.components()[0] = DIMENSION;
    LaneField field = field(1);
    field.velocity(block.state(), block.velocity());
    Method.ROCK4.stepper().step(field, block, stages);
    RockStep plain =
        new RockStep(
            RockCoefficients.withStages(stages),
            field::velocity,
            Arrays.copyOf(block.state(), DIMENSION),
            block.step()[0]);
    double slack = 64 * stages * Math.ulp(4.0);
    double squares = 0;
    for (int c = 0; c < DIMENSION; c++) {
      assertEquals(plain.end[c], block.end()[c], slack);
      squares += plain.innerError[c] * plain.innerError[c];
    }
    double error = Math.sqrt(squares / DIMENSION);
    assertEquals(error, block.error()[0], slack);
    assertTrue(error > 100 * slack, () -> "vacuous: " + error);
    assertEquals(0, block.stiffness()[0]);
  }

  /** On y' = −λy any two states tell λ. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1, 5})
  void dormandPrinceStepsMeasureTheStiffness(double rate) {
    LaneField decay = LaneField.of((state, velocity) -> velocity[0] = -rate * state[0], 1);
    Block block = new Block();
    block.size(1, 1);
    block.state()[0] = 1;
    block.velocity()[0] = -rate;
    block.step()[0] = 0.75;
    block.absolute()[0] = 1;
    block.components()[0] = 1;
    Method.DORMAND_PRINCE_853.stepper().step(decay, block, 12);
    // The two states differ by the local error of the last stage, which is not much above rounding.
    double difference = Math.max(1e-6, 1e-3 * 0.75 * rate);
    assertEquals(0.75 * rate, block.stiffness()[0], difference);
    assertEquals(Math.exp(-0.75 * rate), block.end()[0], 0.05);
  }

  /** Each component is held against its larger end, whatever its sign. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RODAS5P")
  void errorsAreRelativeToTheSizeOfComponents(Method method) {
    double[] errors = new double[2];
    for (int k = 0; k < 2; k++) {
      double sign = k == 0 ? 1 : -1;
      LaneField decay = LaneField.of((s, velocity) -> velocity[0] = -s[0], 1);
      Block block = new Block();
      block.size(1, 1);
      block.state()[0] = 1000 * sign;
      block.velocity()[0] = -1000 * sign;
      block.step()[0] = 0.5;
      block.relative()[0] = 1e-6;
      block.absolute()[0] = 1e-6;
      block.components()[0] = 1;
      method.stepper().step(decay, block, method.stages(1));
      errors[k] = block.error()[0];
      block.relative()[0] = 0;
      method.stepper().step(decay, block, method.stages(1));
      assertEquals(block.error()[0] / 1001, errors[k], block.error()[0] * 1e-12);
    }
    assertEquals(errors[0], errors[1]);
  }
}
