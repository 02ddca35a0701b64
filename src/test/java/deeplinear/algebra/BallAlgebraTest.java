package deeplinear.algebra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.fixture.Exact;
import deeplinear.fixture.RandomExact;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BallAlgebraTest {

  private static final BallAlgebra B = BallAlgebra.INSTANCE;

  private static BallMatrix ball(double radius, int rows, int columns, double... entries) {
    return BallMatrix.around(RealMatrix.of(rows, columns, entries), radius);
  }

  /** Members at the radius along one entry, along the center and in a random direction. */
  private static List<RationalMatrix> members(BallMatrix ball, Random random) {
    RealMatrix center = ball.center();
    int m = center.rows();
    int n = center.columns();
    List<RationalMatrix> members = new ArrayList<>();
    for (int way = 0; way < 4; way++) {
      double[] direction = new double[m * n];
      for (int i = 0; i < direction.length; i++) {
        direction[i] =
            switch (way) {
              case 0 -> i == 0 ? 1 : 0;
              case 1 -> center.toArray()[i];
              case 2 -> -center.toArray()[i];
              default -> random.nextGaussian();
            };
      }
      double norm = RealMatrix.of(m, n, direction).norm();
      for (int i = 0; i < direction.length; i++) {
        direction[i] *= norm == 0 ? 0 : ball.radius() * (1 - 1e-12) / norm;
      }
      RationalMatrix member =
          RationalAlgebra.INSTANCE.add(
              RationalMatrix.ofDoubles(m, n, center.toArray()),
              RationalMatrix.ofDoubles(m, n, direction));
      assertTrue(ball.contains(member));
      members.add(member);
    }
    return members;
  }

  @ParameterizedTest
  @EnumSource
  void resultsOfMembersAreMembers(Operation operation) {
    RandomExact draw = new RandomExact(910);
    Random random = new Random(911);
    for (int k = 0; k < 60; k++) {
      double radius = k % 4 == 0 ? 0 : Math.pow(10, -random.nextInt(18));
      double size = k % 5 == 0 ? 1e-165 : 1;
      List<BallMatrix> balls = new ArrayList<>();
      List<List<RationalMatrix>> members = new ArrayList<>();
      for (RationalMatrix operand : operation.operands(draw)) {
        double[] entries = operand.toDoubles();
        for (int i = 0; i < entries.length; i++) {
          entries[i] *= size;
        }
        BallMatrix ball = ball(radius * size, operand.rows(), operand.columns(), entries);
        balls.add(ball);
        members.add(members(ball, random));
      }
      BallMatrix result = operation.apply(B, balls);
      for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 4; j++) {
          List<RationalMatrix> chosen = new ArrayList<>(List.of(members.get(0).get(i)));
          if (members.size() == 2) {
            chosen.add(members.get(1).get(j));
          }
          assertTrue(result.contains(operation.apply(RationalAlgebra.INSTANCE, chosen)));
        }
      }
    }
  }

  @Test
  void blocksOfMembersAreMembers() {
    Random random = new Random(912);
    BallMatrix a = ball(0.5, 2, 3, 1, 2, 3, 4, 5, 6);
    BallMatrix small = ball(0.25, 1, 2, 7, 8);
    BallMatrix inserted = B.insert(a, 1, 1, small);
    assertEquals(Math.hypot(0.5, 0.25), inserted.radius(), 1e-15);
    for (RationalMatrix x : members(a, random)) {
      assertTrue(B.block(a, 0, 1, 2, 2).contains(RationalAlgebra.INSTANCE.block(x, 0, 1, 2, 2)));
      for (RationalMatrix y : members(small, random)) {
        assertTrue(inserted.contains(RationalAlgebra.INSTANCE.insert(x, 1, 1, y)));
      }
    }
  }

  @Test
  void radiiOfNumbersAreAttained() {
    BallMatrix a = ball(0.5, 1, 1, 3);
    BallMatrix b = ball(0.25, 1, 1, -4);
    assertEquals(0.75, B.add(a, b).radius(), 1e-14);
    assertEquals(0.75, B.subtract(a, b).radius(), 1e-14);
    assertEquals(3 * 0.25 + 0.5 * 4 + 0.125, B.multiply(a, b).radius(), 1e-14);
    assertEquals(3 * 0.25 + 0.5 * 4 + 0.125, B.inner(a, b).radius(), 1e-14);
    assertEquals(2 * 3 * 0.5 + 0.25, B.normSquared(a).radius(), 1e-14);
    assertEquals(2 * 0.5, B.trace(ball(0.5, 4, 4, new double[16])).radius(), 1e-14);
  }

  @Test
  void radiiOfProductsUseTheLargestSingularValue() {
    BallMatrix identity = B.identity(9);
    BallMatrix a = ball(0.5, 9, 9, new double[81]);
    assertEquals(0.5, B.multiply(identity, a).radius(), 1e-14);
    assertEquals(0.5, B.multiply(a, identity).radius(), 1e-14);
    assertEquals(3, identity.norm(), 1e-13);
    assertEquals(3, ball(0, 1, 9, 1, 1, 1, 1, 1, 1, 1, 1, 1).spectralNorm(), 1e-13);
  }

  @Test
  void scalesAreSizesBeforeTermsCancel() {
    BallMatrix a = ball(0, 1, 1, 3);
    BallMatrix b = ball(0, 1, 2, 3, 4);
    assertEquals(6, B.subtract(a, a).scale(), 1e-14);
    assertEquals(25, B.multiply(b, B.transpose(b)).scale(), 1e-13);
    assertEquals(25, B.normSquared(b).scale(), 1e-13);
  }

  @Test
  void normsOfMembersAreInTheNorm() {
    BallMatrix norm = ball(0.5, 1, 2, 3, 4).frobeniusNorm();
    assertEquals(5, norm.center().toScalar(), 1e-14);
    assertEquals(0.5, norm.radius(), 1e-13);
    assertTrue(norm.contains(RationalMatrix.of(new long[][] {{5}})));
    assertEquals(0, ball(0, 1, 2, 0, 0).frobeniusNorm().radius());
    double tiny = ball(0, 1, 1, 1e-200).norm();
    assertTrue(tiny >= 1e-200 && tiny < 1e-150, () -> "norm " + tiny);
  }

  /** A hundred products of 2e-324 each are rounded to 0. */
  @Test
  void whatUnderflowsIsNotLost() {
    double[] entries = new double[100];
    Arrays.fill(entries, 1.4e-162);
    BallMatrix row = ball(0, 1, 100, entries);
    RationalMatrix exact = RationalMatrix.ofDoubles(1, 100, entries);
    RationalMatrix square = RationalAlgebra.INSTANCE.normSquared(exact);
    assertEquals(0, B.inner(row, row).center().toScalar());
    assertTrue(B.inner(row, row).contains(square));
    assertTrue(B.multiply(row, B.transpose(row)).contains(square));
    assertTrue(
        B.scale(Exact.q(1, 1L << 40), ball(0, 1, 1, 7 * Double.MIN_VALUE))
            .contains(
                RationalMatrix.scalar(
                    Exact.of(Double.MIN_VALUE).multiply(7).divide(BigInteger.ONE.shiftLeft(40)))));
  }

  /** The factor is rounded, and then the product. */
  @Test
  void factorsAreRoundedTogetherWithTheirProduct() {
    Random random = new Random(913);
    for (int k = 0; k < 500; k++) {
      double x = random.nextDouble();
      var factor = Exact.q(1 + random.nextInt(99), 1 + random.nextInt(99));
      RationalMatrix exact = RationalMatrix.scalar(Exact.of(x).multiply(factor));
      assertTrue(B.scale(factor, ball(0, 1, 1, x)).contains(exact));
    }
  }

  @Test
  void normsAreBoundedFromBothSides() {
    double[] entries = new double[1001];
    Arrays.fill(entries, Math.scalb(1.0, -27));
    entries[0] = 1;
    assertNormIsEnclosed(entries);
    Random random = new Random(914);
    for (int k = 0; k < 200; k++) {
      assertNormIsEnclosed(random.doubles(1 + random.nextInt(9)).toArray());
    }
  }

  private static void assertNormIsEnclosed(double[] entries) {
    int n = entries.length;
    BallMatrix row = ball(0, 1, n, entries);
    var square =
        RationalAlgebra.INSTANCE.normSquared(RationalMatrix.ofDoubles(1, n, entries)).toScalar();
    var high = Exact.of(row.norm());
    var low = high.subtract(Exact.of(row.frobeniusNorm().radius()));
    assertTrue(high.multiply(high).compareTo(square) >= 0);
    assertTrue(low.multiply(low).compareTo(square) <= 0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNotFiniteIsNotKnown(double bad) {
    BallMatrix zero = ball(0, 1, 1, 0);
    BallMatrix unknown = ball(0, 1, 1, bad);
    assertEquals(Double.POSITIVE_INFINITY, unknown.radius());
    assertEquals(Interval.LINE, unknown.toInterval());
    for (BallMatrix result :
        List.of(B.multiply(unknown, zero), B.add(zero, unknown), B.inner(zero, unknown))) {
      assertEquals(Double.POSITIVE_INFINITY, result.radius());
    }
  }

  @Test
  void radiiAreNotNegative() {
    assertThrows(IllegalArgumentException.class, () -> ball(-1, 1, 1, 0));
    assertEquals(Double.POSITIVE_INFINITY, ball(Double.NaN, 1, 1, 0).radius());
  }

  @Test
  void onlyRoundedEntriesHaveARadius() {
    assertEquals(0, B.lift(RationalMatrix.of(new long[][] {{3, -7}})).radius());
    RationalMatrix third = RationalMatrix.scalar(Exact.q(1, 3));
    assertTrue(B.lift(third).radius() > 0 && B.lift(third).contains(third));
    RationalMatrix large =
        RationalAlgebra.INSTANCE.add(
            RationalMatrix.ofDoubles(1, 1, new double[] {1e30}),
            RationalMatrix.of(new long[][] {{1}}));
    assertTrue(B.lift(large).radius() > 0 && B.lift(large).contains(large));
  }
}
