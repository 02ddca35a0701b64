package deeplinear.flow.method;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * A number a + b√d with rational a and b: what the coefficients of classical methods are made of.
 *
 * @param rational a
 * @param factor b
 * @param radicand d, not a square; 0 for rational numbers
 */
public record Surd(BigFraction rational, BigFraction factor, int radicand) {

  private static final Pattern TEXT =
      Pattern.compile("\\(?(-?\\d+)?(?:([+-]?\\d*)√(\\d+))?\\)?(?:/(\\d+))?");
  private static final MathContext DIGITS = new MathContext(60);

  /** Normalizes rational numbers. */
  public Surd {
    if (factor.equals(BigFraction.ZERO)) {
      radicand = 0;
    }
  }

  /** A rational number. */
  public static Surd of(BigFraction rational) {
    return new Surd(rational, BigFraction.ZERO, 0);
  }

  /**
   * Reads {@code -3/7} or {@code (16-5√6)/108}.
   *
   * @throws IllegalArgumentException for other texts
   */
  public static Surd parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches() || (matcher.group(1) == null && matcher.group(3) == null)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "a coefficient is like -3/7 or (16-5√6)/108, not \"%s\"", text));
    }
    BigFraction divisor = integer(matcher.group(4), "1");
    String sign = matcher.group(2);
    boolean bare = sign != null && !sign.chars().anyMatch(Character::isDigit);
    return new Surd(
        integer(matcher.group(1), "0").divide(divisor),
        integer(bare ? sign + "1" : sign, "0").divide(divisor),
        Integer.parseInt(matcher.group(3) == null ? "0" : matcher.group(3)));
  }

  private static BigFraction integer(String digits, String otherwise) {
    String text = digits == null ? otherwise : digits;
    return new BigFraction(new BigDecimal(text).toBigIntegerExact());
  }

  /** The sum. */
  public Surd plus(Surd other) {
    return new Surd(
        rational.add(other.rational), factor.add(other.factor), Math.max(radicand, other.radicand));
  }

  /**
   * The product.
   *
   * @throws IllegalArgumentException if the numbers have roots of different integers
   */
  public Surd times(Surd other) {
    if (radicand != other.radicand && radicand != 0 && other.radicand != 0) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "√%d times √%d is not supported", radicand, other.radicand));
    }
    int d = Math.max(radicand, other.radicand);
    return new Surd(
        rational.multiply(other.rational).add(factor.multiply(other.factor).multiply(d)),
        rational.multiply(other.factor).add(factor.multiply(other.rational)),
        d);
  }

  /** The number up to one rounding, from 60 digits. */
  public double toDouble() {
    return decimal(rational)
        .add(decimal(factor).multiply(new BigDecimal(radicand).sqrt(DIGITS)))
        .doubleValue();
  }

  private static BigDecimal decimal(BigFraction q) {
    return new BigDecimal(q.getNumerator()).divide(new BigDecimal(q.getDenominator()), DIGITS);
  }
}
