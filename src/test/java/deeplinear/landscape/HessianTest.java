package deeplinear.landscape;

import static deeplinear.fixture.RandomPoints.numbers;
import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import deeplinear.algebra.Inertia;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.fixture.Exact;
import deeplinear.fixture.RandomExact;
import deeplinear.fixture.RandomPoints;
import deeplinear.network.Architecture;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import deeplinear.network.Whitened;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HessianTest {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  private static Instance scalars(long target, long... layers) {
    List<RationalMatrix> w = numbers(layers).stream().map(RationalMatrix::scalar).toList();
    return Instance.whitened(RationalMatrix.scalar(Exact.q(target, 1)), new Weights<>(Q, w));
  }

  private static BigFraction form(Instance instance, Weights<RationalMatrix> direction) {
    Whitened<RationalMatrix> target = new Whitened<>(Q, instance.target().matrix());
    return Hessian.form(target, instance.weights(), direction).toScalar();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void formIsTwiceTheSecondCoefficientOfTheLossAlongALine(int depth) {
    RandomExact draw = new RandomExact(300 + depth);
    for (int i = 0; i < 5; i++) {
      Instance instance = draw.whitened(draw.architecture(depth, 3));
      Weights<RationalMatrix> v = draw.weights(instance.architecture());
      assertEquals(Slopes.along(instance, v, 2).multiply(2), form(instance, v));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void formOfRawDataIsTheSecondDerivative_whereThatOfWhitenedDataIsNot(int depth) {
    RandomExact draw = new RandomExact(305 + depth);
    Instance instance = draw.raw(draw.architecture(depth, 3), 2);
    Weights<RationalMatrix> v = draw.weights(instance.architecture());
    BigFraction second = Slopes.along(instance, v, 2).multiply(2);
    assertEquals(second, Hessian.form(instance.target(), instance.weights(), v).toScalar());
    assertNotEquals(second, form(instance, v));
  }

  @Test
  void matrixHoldsTheSecondPartialDerivativesInTheOrderOfTheWeights() {
    RandomExact draw = new RandomExact(310);
    for (Architecture architecture :
        List.of(
            Architecture.of(2, 3),
            Architecture.of(2, 3, 1),
            Architecture.of(1, 2, 1, 2),
            Architecture.of(2, 1, 2, 1, 1))) {
      Instance instance = draw.whitened(architecture);
      RationalMatrix matrix = Hessian.matrix(instance);
      List<Weights<RationalMatrix>> units = Slopes.units(architecture);
      assertEquals(units.size(), matrix.rows());
      assertEquals(units.size(), matrix.columns());
      for (int p = 0; p < units.size(); p++) {
        for (int q = 0; q < units.size(); q++) {
          assertEquals(mixed(instance, units.get(p), units.get(q)), matrix.entry(p, q));
        }
      }
    }
  }

  /** ∂²L along two directions, by polarization. */
  private static BigFraction mixed(
      Instance instance, Weights<RationalMatrix> v, Weights<RationalMatrix> w) {
    return Slopes.along(instance, v.plus(w), 2)
        .subtract(Slopes.along(instance, v, 2))
        .subtract(Slopes.along(instance, w, 2));
  }

  @Test
  void matrixRepresentsTheForm() {
    RandomExact draw = new RandomExact(320);
    for (int depth = 1; depth <= 4; depth++) {
      Instance instance = draw.whitened(draw.architecture(depth, 3));
      RationalMatrix matrix = Hessian.matrix(instance);
      assertEquals(Exact.transpose(matrix), matrix);
      Weights<RationalMatrix> v = draw.weights(instance.architecture());
      List<BigFraction> entries = v.layers().stream().flatMap(w -> w.entries().stream()).toList();
      RationalMatrix column = RationalMatrix.of(entries.size(), 1, entries);
      assertEquals(
          form(instance, v),
          Exact.product(Exact.transpose(column), Exact.product(matrix, column)).toScalar());
    }
  }

  @Test
  void matricesByHandAtWidthOne() {
    // a = 2, b = 3, s = 5: L_aa = b², L_ab = 2ab − s, L_bb = a².
    assertEquals("[[9, 7], [7, 4]]", Hessian.matrix(scalars(5, 2, 3)).toString());
    // a = 1, b = 2, c = 3, s = 4: L_ab = 2abc² − sc = 36 − 12, and so on.
    assertEquals(
        "[[36, 24, 16], [24, 9, 8], [16, 8, 4]]", Hessian.matrix(scalars(4, 1, 2, 3)).toString());
  }

  @Test
  void inertiaAtKnownPoints() {
    assertEquals(new Inertia(1, 0, 1), Hessian.inertia(scalars(3, 0, 0)));
    assertEquals(new Inertia(1, 1, 0), Hessian.inertia(scalars(6, 2, 3)));
    assertEquals(new Inertia(0, 3, 0), Hessian.inertia(scalars(1, 0, 0, 0)));
    assertEquals(new Inertia(1, 1, 1), Hessian.inertia(scalars(1, 0, 0, 2)));
    assertEquals(new Inertia(1, 0, 1), Hessian.inertia(scalars(-3, 0, 0)));
  }

  @Test
  void noDirectionFallsFromAGlobalMinimum() {
    RandomPoints draw = new RandomPoints(330);
    for (List<Integer> hidden : List.of(List.of(2), List.of(3), List.of(2, 3))) {
      BlockPoint minimum =
          draw.point(draw.target(2, 3, numbers(3, 2)), LearnedSet.of(1, 2), hidden, List.of());
      assertEquals(0, Hessian.inertia(minimum.instance()).negative());
      // The minima form a manifold; across it there are as many directions as entries of W.
      assertEquals(2 * 3, Hessian.inertia(minimum.instance()).positive());
    }
  }

  @Test
  void onlyWhitenedTargetsAreAccepted() {
    Instance raw = new RandomExact(340).raw(Architecture.of(1, 1, 1), 2);
    assertRejected(() -> Hessian.matrix(raw), "whitened");
  }
}
