package deeplinear.properties;

import deeplinear.algebra.Interval;
import deeplinear.fixture.Exact;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * An interval, and a number in it.
 *
 * @param interval the interval
 * @param value the number
 */
record Member(Interval interval, BigFraction value) {

  /** Any member of any interval. */
  static Arbitrary<Member> any() {
    return Combinators.combine(endpoints(), endpoints(), Arbitraries.integers().between(0, 12))
        .as(Member::dividing);
  }

  /** Of every magnitude, subnormal and zero included; infinite once in a while. */
  private static Arbitrary<Double> endpoints() {
    Arbitrary<Double> anyBits =
        Arbitraries.longs().map(Double::longBitsToDouble).filter(x -> !Double.isNaN(x));
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.integers().between(-8, 8).map(i -> i / 4.0)),
        Tuple.of(3, Arbitraries.longs().map(k -> k * 0x1p-60)),
        Tuple.of(2, anyBits),
        Tuple.of(1, Arbitraries.of(-0.0, Double.MIN_VALUE, -Double.MIN_VALUE)),
        Tuple.of(1, Arbitraries.of(Double.MAX_VALUE, -Double.MAX_VALUE)),
        Tuple.of(1, Arbitraries.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)));
  }

  /** The member that divides a finite interval in the ratio of the twelfths. */
  private static Member dividing(double x, double y, int twelfths) {
    double low = Math.min(x, y);
    double high = Math.max(x, y);
    if (low == high && Double.isInfinite(low)) {
      return new Member(Interval.LINE, new BigFraction(twelfths));
    }
    BigFraction from = Exact.of(Math.max(low, -Double.MAX_VALUE));
    BigFraction to = Exact.of(Math.min(high, Double.MAX_VALUE));
    BigFraction share = Exact.q(twelfths, 12);
    return new Member(new Interval(low, high), from.add(to.subtract(from).multiply(share)));
  }
}
