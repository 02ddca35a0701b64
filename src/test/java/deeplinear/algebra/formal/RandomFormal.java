package deeplinear.algebra.formal;

import deeplinear.algebra.RationalMatrix;
import deeplinear.fixture.RandomExact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Random polynomials in letters of three formal widths, and random matrices for the letters. */
final class RandomFormal {

  static final List<Integer> WIDTHS = List.of(2, 3, 5);
  private static final FormalAlgebra F = FormalAlgebra.FREE;

  private final RandomExact draw;

  RandomFormal(long seed) {
    draw = new RandomExact(seed);
  }

  /** Two letters for every pair of widths, and two numbers. */
  private static List<Letter> letters() {
    List<Letter> letters = new ArrayList<>(List.of(Letter.scalar("λ"), Letter.scalar("μ")));
    for (int rows : WIDTHS) {
      for (int columns : WIDTHS) {
        letters.add(Letter.matrix("A" + rows + columns, rows, columns));
        letters.add(Letter.matrix("B" + rows + columns, rows, columns));
      }
    }
    return letters;
  }

  int width() {
    return WIDTHS.get(draw.integer(0, WIDTHS.size() - 1));
  }

  /** Up to three terms of up to three letters, with up to two numbers each. */
  FormalMatrix polynomial(int rows, int columns) {
    FormalMatrix sum = F.zeros(rows, columns);
    int terms = draw.integer(0, 3);
    for (int k = 0; k < terms; k++) {
      FormalMatrix term = word(rows, columns);
      for (int n = draw.integer(0, 2); n > 0; n--) {
        term = F.scale(number(), term);
      }
      sum = F.add(sum, F.scale(draw.fraction(), term));
    }
    return sum;
  }

  private FormalMatrix word(int rows, int columns) {
    FormalMatrix word = F.identity(rows);
    int width = rows;
    for (int n = draw.integer(rows == columns ? 0 : 1, 3); n > 0; n--) {
      int next = n == 1 ? columns : width();
      word = F.multiply(word, letter(width, next));
      width = next;
    }
    return word;
  }

  private FormalMatrix letter(int rows, int columns) {
    String name = draw.integer(0, 1) == 0 ? "A" : "B";
    return draw.integer(0, 1) == 0
        ? F.matrix(name + rows + columns, rows, columns)
        : F.transpose(F.matrix(name + columns + rows, columns, rows));
  }

  /** A sum of numbers: letters, traces, widths and rationals. */
  FormalMatrix number() {
    int n = width();
    FormalMatrix trace = F.trace(word(n, n));
    FormalMatrix letter = F.letter(Letter.scalar(draw.integer(0, 1) == 0 ? "λ" : "μ"));
    return F.add(F.scale(draw.fraction(), trace), F.scale(draw.fraction(), letter));
  }

  /** Every letter a matrix, the widths from 1 to 3, equal ones among them. */
  Substitution substitution() {
    Map<Integer, Integer> widths = new HashMap<>();
    WIDTHS.forEach(w -> widths.put(w, draw.integer(1, 3)));
    Substitution shapes = new Substitution(widths, Map.of());
    Map<Letter, RationalMatrix> values = new HashMap<>();
    letters()
        .forEach(
            x -> values.put(x, draw.matrix(shapes.width(x.rows()), shapes.width(x.columns()))));
    return new Substitution(widths, values);
  }
}
