package deeplinear.properties;

import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.Interval;
import deeplinear.algebra.IntervalAlgebra;
import deeplinear.algebra.IntervalMatrix;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.fixture.Exact;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.math3.fraction.BigFraction;

/** Members of intervals stay members of the results of every operation. */
class IntervalProperties extends Corpus {

  private static final IntervalAlgebra I = IntervalAlgebra.INSTANCE;
  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  /** Members as matrices: A (m × k), B and C (k × n), and S (k × k). */
  record Operands(
      List<Member> a, List<Member> b, List<Member> c, List<Member> s, int m, int k, int n) {}

  @Provide
  Arbitrary<Member> members() {
    return Member.any();
  }

  private static void assertContains(Interval interval, BigFraction value) {
    assertTrue(Exact.contains(interval, value), () -> value + " not in " + interval);
    assertTrue(interval.contains(value));
  }

  @Property
  void binaryOperationsContainTheirResults(
      @ForAll("members") Member x, @ForAll("members") Member y) {
    assertContains(x.interval().add(y.interval()), x.value().add(y.value()));
    assertContains(x.interval().multiply(y.interval()), x.value().multiply(y.value()));
    assertContains(x.interval().hull(y.interval()), x.value());
    assertContains(x.interval().hull(y.interval()), y.value());
  }

  @Property
  void unaryOperationsContainTheirResults(@ForAll("members") Member x) {
    assertContains(x.interval(), x.value());
    assertContains(x.interval().negate(), x.value().negate());
    assertContains(x.interval().square(), x.value().multiply(x.value()));
    assertTrue(x.interval().square().low() >= 0);
    assertContains(Interval.enclosing(x.value()), x.value());
    assertTrue(Interval.enclosing(x.value()).width() >= 0);
  }

  @Property
  void wideningContainsTheNeighborhood(@ForAll("members") Member x, @ForAll("members") Member by) {
    double radius = Math.min(Double.MAX_VALUE, Math.abs(by.interval().high()));
    BigFraction r = Exact.of(radius);
    assertContains(x.interval().widen(radius), x.value().add(r));
    assertContains(x.interval().widen(radius), x.value().subtract(r));
    if (Double.isFinite(x.interval().width())) {
      BigFraction width = Exact.of(x.interval().high()).subtract(Exact.of(x.interval().low()));
      assertTrue(Exact.of(x.interval().width()).compareTo(width) >= 0);
    }
  }

  @Provide
  Arbitrary<Operands> operands() {
    Arbitrary<Integer> dimension = Arbitraries.integers().between(0, 3);
    return Combinators.combine(dimension, dimension, dimension)
        .flatAs(
            (m, k, n) ->
                Combinators.combine(
                        members().list().ofSize(m * k),
                        members().list().ofSize(k * n),
                        members().list().ofSize(k * n),
                        members().list().ofSize(k * k))
                    .as((a, b, c, s) -> new Operands(a, b, c, s, m, k, n)));
  }

  private static IntervalMatrix intervals(int rows, int columns, List<Member> entries) {
    return IntervalMatrix.of(rows, columns, entries.stream().map(Member::interval).toList());
  }

  private static RationalMatrix values(int rows, int columns, List<Member> entries) {
    return RationalMatrix.of(rows, columns, entries.stream().map(Member::value).toList());
  }

  private static void assertContains(IntervalMatrix intervals, RationalMatrix values) {
    for (int i = 0; i < values.rows(); i++) {
      for (int j = 0; j < values.columns(); j++) {
        assertContains(intervals.entry(i, j), values.entry(i, j));
      }
    }
    assertTrue(intervals.contains(values));
  }

  @Property
  void matrixOperationsContainTheirResults(@ForAll("operands") Operands x) {
    IntervalMatrix a = intervals(x.m, x.k, x.a);
    IntervalMatrix b = intervals(x.k, x.n, x.b);
    IntervalMatrix c = intervals(x.k, x.n, x.c);
    IntervalMatrix s = intervals(x.k, x.k, x.s);
    RationalMatrix qa = values(x.m, x.k, x.a);
    RationalMatrix qb = values(x.k, x.n, x.b);
    RationalMatrix qc = values(x.k, x.n, x.c);
    RationalMatrix qs = values(x.k, x.k, x.s);
    assertContains(I.add(b, c), Exact.sum(qb, qc));
    assertContains(I.subtract(b, c), Exact.difference(qb, qc));
    assertContains(I.multiply(a, b), Exact.product(qa, qb));
    assertContains(I.transpose(a), Exact.transpose(qa));
    assertContains(I.scale(Exact.q(-2, 7), a), Exact.scaled(Exact.q(-2, 7), qa));
    assertContains(I.trace(s), Q.trace(qs));
    assertContains(I.power(s, 3), Exact.product(qs, Exact.product(qs, qs)));
    assertContains(I.inner(b, c), Q.inner(qb, qc));
    assertContains(I.normSquared(b), Q.normSquared(qb));
    assertContains(I.lift(qa), qa);
  }
}
