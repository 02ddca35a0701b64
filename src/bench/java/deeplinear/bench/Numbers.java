package deeplinear.bench;

import java.util.StringTokenizer;

/** A line of a text file: a keyword, then numbers, separated by single blanks. */
final class Numbers {

  private Numbers() {}

  /** The line, the numbers with as many digits as tell them from their neighbors, at most 17. */
  static String line(String keyword, double[] numbers) {
    StringBuilder line = new StringBuilder(keyword);
    for (double x : numbers) {
      line.append(' ').append(x);
    }
    return line.append('\n').toString();
  }

  /**
   * The numbers of a line.
   *
   * @throws IllegalArgumentException if the line has another keyword or anything but numbers
   */
  static double[] parse(String keyword, String line) {
    StringTokenizer words = new StringTokenizer(line, " ");
    String first = words.hasMoreTokens() ? words.nextToken() : "";
    if (!first.equals(keyword)) {
      throw new IllegalArgumentException(
          "a line '" + keyword + " …' was expected, not '" + first + " …'");
    }
    double[] numbers = new double[words.countTokens()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(words.nextToken());
    }
    return numbers;
  }

  /**
   * The numbers of a line, which must be integers.
   *
   * @throws IllegalArgumentException if one is not
   */
  static int[] integers(String keyword, String line) {
    double[] numbers = parse(keyword, line);
    int[] integers = new int[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      integers[i] = (int) numbers[i];
      if (integers[i] != numbers[i]) {
        throw new IllegalArgumentException(
            "'" + keyword + "' is followed by integers, not " + numbers[i]);
      }
    }
    return integers;
  }

  /** Also as other languages write them: nan, inf. */
  private static double number(String word) {
    return switch (word) {
      case "nan", "-nan" -> Double.NaN;
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(word);
    };
  }

  /** What follows the keyword. */
  static String text(String keyword, String line) {
    if (!line.startsWith(keyword + " ")) {
      throw new IllegalArgumentException(
          "a line '" + keyword + " …' was expected, not '" + line + "'");
    }
    return line.substring(keyword.length() + 1);
  }

  /** The single number of a line. */
  static double single(String keyword, String line) {
    double[] numbers = parse(keyword, line);
    if (numbers.length != 1) {
      throw new IllegalArgumentException(
          "'" + keyword + "' is followed by one number, not " + numbers.length);
    }
    return numbers[0];
  }
}
