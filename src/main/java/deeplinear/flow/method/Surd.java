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
      Pattern.compile(
          "(\\(?)(-?\\d+(?![\\d√]))?(?:([+-]?\\d*)√([1-9]\\d{0,8}))?(\\)?)(?:/(0*[1-9]\\d*))?");
  private static final MathContext DIGITS = new MathContext(60);

  /** Normalizes rational numbers and requires a root for the others. */
  public Surd {
    if (factor.equals(BigFraction.ZERO)) {
      radicand = 0;
    } else if (radicand < 2 || isSquare(radicand)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "the radicand is an integer from 2 on, no square, not %d", radicand));
    }
  }

  private static boolean isSquare(int d) {
    long root = Math.round(Math.sqrt(d));
    return root * root == d;
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
    if (!matcher.matches() || !isNumber(matcher)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "a coefficient is like -3/7 or (16-5√6)/108, not \"%s\"", text));
    }
    BigFraction divisor = integer(matcher.group(6), "1");
    String sign = matcher.group(3);
    boolean bare = sign != null && !sign.chars().anyMatch(Character::isDigit);
    return new Surd(
        integer(matcher.group(2), "0").divide(divisor),
        integer(bare ? sign + "1" : sign, "0").divide(divisor),
        Integer.parseInt(matcher.group(4) == null ? "0" : matcher.group(4)));
  }

  /** At least one part; parentheses in pairs, and around two parts that are divided. */
  private static boolean isNumber(Matcher matcher) {
    boolean isOpened = !matcher.group(1).isEmpty();
    boolean isClosed = !matcher.group(5).isEmpty();
    boolean hasRational = matcher.group(2) != null;
    boolean hasRoot = matcher.group(4) != null;
    boolean isDivided = matcher.group(6) != null;
    return isOpened == isClosed
        && (hasRational || hasRoot)
        && (isOpened || !(hasRational && hasRoot && isDivided));
  }

  private static BigFraction integer(String digits, String otherwise) {
    String text = digits == null ? otherwise : digits;
    return new BigFraction(new BigDecimal(text).toBigIntegerExact());
  }

  /**
   * The sum.
   *
   * @throws IllegalArgumentException if the numbers have roots of different integers
   */
  public Surd plus(Surd other) {
    int d = common(other);
    return new Surd(rational.add(other.rational), factor.add(other.factor), d);
  }

  /**
   * The product.
   *
   * @throws IllegalArgumentException if the numbers have roots of different integers
   */
  public Surd times(Surd other) {
    int d = common(other);
    return new Surd(
        rational.multiply(other.rational).add(factor.multiply(other.factor).multiply(d)),
        rational.multiply(other.factor).add(factor.multiply(other.rational)),
        d);
  }

  private int common(Surd other) {
    if (radicand != other.radicand && radicand != 0 && other.radicand != 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "roots must be of one integer, not √%d and √%d",
              radicand,
              other.radicand));
    }
    return Math.max(radicand, other.radicand);
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
