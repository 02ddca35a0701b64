package deeplinear.algebra;

import static deeplinear.algebra.Agreement.assertStandsFor;

import deeplinear.fixture.Exact;
import deeplinear.fixture.RandomExact;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SubmatrixTest {

  @ParameterizedTest
  @MethodSource("deeplinear.algebra.Agreement#algebras")
  <M> void blocksAreCopiedFromTheirPlace(Algebra<M> algebra) {
    RationalMatrix a = new RandomExact(10).matrix(4, 5);
    M lifted = algebra.lift(a);
    for (int row = 0; row <= 4; row++) {
      for (int column = 0; column <= 5; column++) {
        int i0 = row;
        int j0 = column;
        RationalMatrix rest = Exact.build(4 - row, 5 - column, (i, j) -> a.entry(i0 + i, j0 + j));
        assertStandsFor(rest, algebra.block(lifted, row, column, 4 - row, 5 - column));
      }
    }
    RationalMatrix inner = Exact.build(2, 3, (i, j) -> a.entry(1 + i, 1 + j));
    assertStandsFor(inner, algebra.block(lifted, 1, 1, 2, 3));
  }

  @ParameterizedTest
  @MethodSource("deeplinear.algebra.Agreement#algebras")
  <M> void insertedBlocksReplaceTheirPlaceOnly(Algebra<M> algebra) {
    RandomExact draw = new RandomExact(11);
    RationalMatrix a = draw.matrix(4, 5);
    RationalMatrix b = draw.matrix(2, 3);
    RationalMatrix expected =
        Exact.build(
            4, 5, (i, j) -> i >= 1 && i < 3 && j >= 2 ? b.entry(i - 1, j - 2) : a.entry(i, j));
    assertStandsFor(expected, algebra.insert(algebra.lift(a), 1, 2, algebra.lift(b)));
    assertStandsFor(b, algebra.insert(algebra.lift(draw.matrix(2, 3)), 0, 0, algebra.lift(b)));
  }

  @ParameterizedTest
  @MethodSource("deeplinear.algebra.Agreement#algebras")
  <M> void emptyBlocksChangeNothing(Algebra<M> algebra) {
    RationalMatrix a = new RandomExact(12).matrix(3, 2);
    M lifted = algebra.lift(a);
    assertStandsFor(a, algebra.insert(lifted, 3, 2, algebra.zeros(0, 0)));
    assertStandsFor(a, algebra.insert(lifted, 1, 0, algebra.zeros(0, 2)));
    assertStandsFor(a, algebra.insert(lifted, 0, 2, algebra.zeros(3, 0)));
  }

  @ParameterizedTest
  @MethodSource("deeplinear.algebra.Agreement#algebras")
  <M> void zerosAndIdentityAreWhatTheySay(Algebra<M> algebra) {
    assertStandsFor(RationalMatrix.of(new long[][] {{0, 0, 0}, {0, 0, 0}}), algebra.zeros(2, 3));
    assertStandsFor(RationalMatrix.of(new long[][] {{1, 0}, {0, 1}}), algebra.identity(2));
  }
}
