package deeplinear.properties;

import static org.apache.commons.math3.fraction.BigFraction.ONE_HALF;
import static org.junit.jupiter.api.Assertions.assertEquals;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.network.SecondMoments;
import deeplinear.sample.Draw;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The loss of raw data, from its definition. */
class DataProperties extends Corpus {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  @Property
  void lossIsHalfTheSquaredError(
      @ForAll @IntRange(min = 1, max = 4) int inputs,
      @ForAll @IntRange(min = 1, max = 4) int outputs,
      @ForAll @IntRange(min = 1, max = 6) int samples,
      @ForAll long seed) {
    Draw draw = new Draw(new Random(seed));
    RationalMatrix x = draw.matrix(inputs, samples, () -> draw.eighth(2));
    RationalMatrix y = draw.matrix(outputs, samples, () -> draw.eighth(2));
    RationalMatrix w = draw.matrix(outputs, inputs, () -> draw.eighth(2));
    RationalMatrix error = Q.subtract(y, Q.multiply(w, x));
    SecondMoments<RationalMatrix> data = SecondMoments.of(Q, x, y);
    assertEquals(Q.scale(ONE_HALF, Q.normSquared(error)), data.loss(w));
    assertEquals(Q.multiply(error, Q.transpose(x)), data.residual(w));
  }
}
