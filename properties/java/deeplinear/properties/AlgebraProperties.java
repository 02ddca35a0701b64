package deeplinear.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.ModularAlgebra;
import deeplinear.algebra.ModularMatrix;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.Rationals;
import deeplinear.fixture.Exact;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.fraction.BigFraction;

class AlgebraProperties extends Corpus {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;
  private static final ModularAlgebra F = ModularAlgebra.MERSENNE;
  private static final BigInteger P = BigInteger.valueOf(F.modulus());

  /**
   * Three matrices A (m × k), B (k × n), C (k × n) and a square S (k × k).
   *
   * @param factor a scalar
   */
  record Operands(
      RationalMatrix a, RationalMatrix b, RationalMatrix c, RationalMatrix s, BigFraction factor) {}

  /** Small fractions, integers beyond the modulus, and doubles of full precision. */
  private static Arbitrary<BigFraction> fractions() {
    Arbitrary<BigFraction> small =
        Combinators.combine(
                Arbitraries.integers().between(-32, 32), Arbitraries.integers().between(1, 9))
            .as(BigFraction::new);
    Arbitrary<BigFraction> large = Arbitraries.bigIntegers().map(BigFraction::new);
    Arbitrary<BigFraction> dyadic = Arbitraries.longs().map(k -> Exact.of(k * 0x1p-40));
    return Arbitraries.frequencyOf(Tuple.of(6, small), Tuple.of(1, large), Tuple.of(1, dyadic));
  }

  private static Arbitrary<RationalMatrix> matrices(int rows, int columns) {
    return fractions()
        .list()
        .ofSize(rows * columns)
        .map(entries -> RationalMatrix.of(rows, columns, entries));
  }

  @Provide
  Arbitrary<Operands> operands() {
    Arbitrary<Integer> dimension = Arbitraries.integers().between(0, 4);
    return Combinators.combine(dimension, dimension, dimension)
        .flatAs(
            (m, k, n) ->
                Combinators.combine(
                        matrices(m, k), matrices(k, n), matrices(k, n), matrices(k, k), fractions())
                    .as(Operands::new));
  }

  @Property
  void productsDistributeAndAreAssociative(@ForAll("operands") Operands x) {
    RationalMatrix ab = Q.multiply(x.a, x.b);
    assertEquals(Q.add(ab, Q.multiply(x.a, x.c)), Q.multiply(x.a, Q.add(x.b, x.c)));
    assertEquals(Q.subtract(ab, Q.multiply(x.a, x.c)), Q.multiply(x.a, Q.subtract(x.b, x.c)));
    assertEquals(Q.multiply(Q.multiply(x.a, x.s), x.b), Q.multiply(x.a, Q.multiply(x.s, x.b)));
    assertEquals(Q.scale(x.factor, ab), Q.multiply(x.a, Q.scale(x.factor, x.b)));
    assertEquals(Exact.product(x.a, x.b), ab);
  }

  @Property
  void sumsAreAGroup(@ForAll("operands") Operands x) {
    assertEquals(Q.add(x.b, x.c), Q.add(x.c, x.b));
    assertEquals(x.b, Q.subtract(Q.add(x.b, x.c), x.c));
    assertTrue(Q.isZero(Q.subtract(x.b, x.b)));
    assertEquals(Exact.sum(x.b, x.c), Q.add(x.b, x.c));
  }

  @Property
  void transpositionReversesProductsAndKeepsTraces(@ForAll("operands") Operands x) {
    RationalMatrix ab = Q.multiply(x.a, x.b);
    assertEquals(Q.transpose(ab), Q.multiply(Q.transpose(x.b), Q.transpose(x.a)));
    assertEquals(x.a, Q.transpose(Q.transpose(x.a)));
    assertEquals(Q.trace(x.s), Q.trace(Q.transpose(x.s)));
    assertEquals(Q.inner(x.b, x.c), Q.trace(Q.multiply(x.c, Q.transpose(x.b))));
  }

  /** I + K is regular for every skew K. */
  @Property
  void inversesAreInverse(@ForAll("operands") Operands x) {
    RationalMatrix k = Exact.difference(x.s, Exact.transpose(x.s));
    RationalMatrix one = RationalMatrix.identity(k.rows());
    RationalMatrix regular = Exact.sum(one, k);
    assertEquals(one, Exact.product(Q.inverse(regular), regular));
    assertEquals(k.rows(), Q.rank(regular));
  }

  @Property
  void ranksAndKernelsAddUp(@ForAll("operands") Operands x) {
    RationalMatrix ab = Q.multiply(x.a, x.b);
    RationalMatrix kernel = Q.kernel(ab);
    assertEquals(ab.columns(), Q.rank(ab) + kernel.columns());
    assertTrue(Q.isZero(Exact.product(ab, kernel)));
    assertEquals(Q.rank(ab), Q.rank(Q.transpose(ab)));
    assertTrue(Q.rank(ab) <= Math.min(Q.rank(x.a), Q.rank(x.b)));
  }

  @Property
  void modularResultsAreTheRationalOnesModuloP(
      @ForAll("operands") Operands x, @ForAll @IntRange(max = 3) int power) {
    ModularMatrix a = F.lift(x.a);
    ModularMatrix b = F.lift(x.b);
    ModularMatrix c = F.lift(x.c);
    ModularMatrix s = F.lift(x.s);
    assertResidues(Q.add(x.b, x.c), F.add(b, c));
    assertResidues(Q.subtract(x.b, x.c), F.subtract(b, c));
    assertResidues(Q.multiply(x.a, x.b), F.multiply(a, b));
    assertResidues(Q.transpose(x.a), F.transpose(a));
    assertResidues(Q.scale(x.factor, x.a), F.scale(x.factor, a));
    assertResidues(Q.trace(x.s), F.trace(s));
    assertResidues(Q.power(x.s, power), F.power(s, power));
    assertResidues(Q.inner(x.b, x.c), F.inner(b, c));
    assertResidues(Q.normSquared(x.a), F.normSquared(a));
    assertTrue(F.rank(a) <= Q.rank(x.a));
  }

  private static void assertResidues(RationalMatrix expected, ModularMatrix actual) {
    assertEquals(expected.rows(), F.rows(actual));
    assertEquals(expected.columns(), F.columns(actual));
    for (int i = 0; i < expected.rows(); i++) {
      for (int j = 0; j < expected.columns(); j++) {
        BigFraction x = expected.entry(i, j);
        BigInteger residue = x.getNumerator().multiply(x.getDenominator().modInverse(P)).mod(P);
        assertEquals(residue, BigInteger.valueOf(actual.entry(i, j)));
      }
    }
  }

  @Property
  void textIsReadBack(@ForAll("operands") Operands x) {
    for (BigFraction entry : x.s.entries()) {
      assertEquals(entry, Rationals.parse(Rationals.format(entry)));
    }
  }
}
