package deeplinear.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.Inertia;
import deeplinear.algebra.Interval;
import deeplinear.algebra.IntervalAlgebra;
import deeplinear.algebra.IntervalMatrix;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.SpectralEnclosure;
import deeplinear.fixture.Exact;
import deeplinear.fixture.Exponential;
import deeplinear.sample.Draw;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
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

  /** Between rational bounds that are much nearer to each other than two doubles. */
  @Property
  void exponentialsContainTheirResults(
      @ForAll @LongRange(min = 1, max = 1L << 53) long x,
      @ForAll @LongRange(min = 1, max = 1L << 53) long y) {
    double smaller = Math.min(x, y) * 0x1p-53;
    double larger = Math.max(x, y) * 0x1p-53;
    Interval exp = new Interval(-larger, -smaller).exp();
    assertContains(exp, Exponential.ofMinus(Exact.of(larger)).low());
    assertContains(exp, Exponential.ofMinus(Exact.of(smaller)).high());
  }

  /** A symmetric matrix of intervals, and a corner of it. */
  record Corner(IntervalMatrix box, RationalMatrix corner) {}

  @Provide
  Arbitrary<Corner> corners() {
    return Arbitraries.randomValue(
        random -> {
          Draw draw = new Draw(random);
          int n = draw.between(1, 4);
          boolean isPoint = draw.onceIn(4);
          List<Interval> box = new ArrayList<>(Collections.nCopies(n * n, Interval.ZERO));
          RationalMatrix corner = RationalMatrix.zeros(n, n);
          for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
              double middle = draw.random().nextGaussian();
              double radius = isPoint ? 0 : Math.abs(draw.random().nextGaussian());
              Interval entry = new Interval(middle - radius, middle + radius);
              double end = draw.random().nextBoolean() ? entry.low() : entry.high();
              RationalMatrix exact = RationalMatrix.scalar(Exact.of(end));
              box.set(i * n + j, entry);
              box.set(j * n + i, entry);
              corner = Q.insert(Q.insert(corner, i, j, exact), j, i, exact);
            }
          }
          return new Corner(IntervalMatrix.of(n, n, box), corner);
        });
  }

  /** λ_max(A) ≤ μ exactly if μI − A has no negative eigenvalue. */
  @Property
  void spectrumContainsEigenvalues_ofCorners(@ForAll("corners") Corner x) {
    Interval spectrum = SpectralEnclosure.ofSymmetric(x.box);
    RationalMatrix one = Q.identity(x.box.rows());
    RationalMatrix above = Exact.difference(Exact.scaled(Exact.of(spectrum.high()), one), x.corner);
    RationalMatrix below = Exact.difference(x.corner, Exact.scaled(Exact.of(spectrum.low()), one));
    assertEquals(0, Inertia.of(above).negative(), () -> spectrum + " below " + x.corner);
    assertEquals(0, Inertia.of(below).negative(), () -> spectrum + " above " + x.corner);
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
