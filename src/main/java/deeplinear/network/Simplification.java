package deeplinear.network;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.fraction.BigFraction;

/** Simpler matrices and numbers of the same shape, boldest first. */
public final class Simplification {

  private static final BigInteger EIGHT = BigInteger.valueOf(8);

  private Simplification() {}

  /** Zero, rounded as a whole to integers and to eighths, then with single entries simplified. */
  public static List<RationalMatrix> of(RationalMatrix a) {
    Set<RationalMatrix> simpler = new LinkedHashSet<>();
    simpler.add(RationalMatrix.zeros(a.rows(), a.columns()));
    simpler.add(a.map(BigFraction::abs));
    simpler.add(a.map(x -> truncate(x, BigInteger.ONE)));
    simpler.add(a.map(x -> truncate(x, EIGHT)));
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < a.columns(); j++) {
        for (BigFraction x : of(a.entry(i, j))) {
          simpler.add(RationalAlgebra.INSTANCE.insert(a, i, j, RationalMatrix.scalar(x)));
        }
      }
    }
    simpler.remove(a);
    return List.copyOf(simpler);
  }

  /** 0, 1, −1, the absolute value, the integer part and the eighths. */
  public static List<BigFraction> of(BigFraction x) {
    Set<BigFraction> simpler = new LinkedHashSet<>();
    simpler.add(BigFraction.ZERO);
    simpler.add(BigFraction.ONE);
    simpler.add(BigFraction.MINUS_ONE);
    simpler.add(x.abs());
    simpler.add(truncate(x, BigInteger.ONE));
    simpler.add(truncate(x, BigInteger.TWO));
    simpler.add(truncate(x, EIGHT));
    simpler.add(x.multiply(BigFraction.ONE_HALF));
    simpler.remove(x);
    return List.copyOf(simpler);
  }

  /** x rounded towards zero to a multiple of 1/unit. */
  private static BigFraction truncate(BigFraction x, BigInteger unit) {
    return new BigFraction(x.getNumerator().multiply(unit).divide(x.getDenominator()), unit);
  }

  /** All lists in which one element is replaced by one of its simplifications. */
  public static <T> List<List<T>> anyOf(List<T> list, Function<T, List<T>> simplify) {
    List<List<T>> result = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      for (T simpler : simplify.apply(list.get(i))) {
        result.add(with(list, i, x -> simpler));
      }
    }
    return result;
  }

  /** The list with one element replaced. */
  public static <T> List<T> with(List<T> list, int index, UnaryOperator<T> change) {
    List<T> copy = new ArrayList<>(list);
    copy.set(index, change.apply(list.get(index)));
    return copy;
  }

  /** The list without one element. */
  public static <T> List<T> without(List<T> list, int index) {
    List<T> copy = new ArrayList<>(list);
    copy.remove(index);
    return copy;
  }
}
