package deeplinear.algebra.formal;

import deeplinear.algebra.Shapes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A product of letters that fit each other; without letters, the identity.
 *
 * @param rows the rows of the first letter
 * @param columns the columns of the last letter
 * @param letters from left to right
 */
public record Word(int rows, int columns, List<Letter> letters) implements Comparable<Word> {

  /**
   * Checks that the letters fit.
   *
   * @throws IllegalArgumentException naming the shapes that do not
   */
  public Word {
    letters = List.copyOf(letters);
    int width = rows;
    for (Letter letter : letters) {
      Shapes.requireChained(rows, width, letter.rows(), letter.columns());
      width = letter.columns();
    }
    Shapes.requireEqual("close", rows, width, rows, columns);
  }

  /** The identity of a formal order. */
  public static Word empty(int order) {
    return new Word(order, order, List.of());
  }

  /** The word of these letters, of which there is at least one. */
  public static Word of(Letter... letters) {
    return new Word(letters[0].rows(), letters[letters.length - 1].columns(), List.of(letters));
  }

  /** This word, then another. */
  public Word then(Word other) {
    Shapes.requireChained(rows, columns, other.rows, other.columns);
    List<Letter> joined = new ArrayList<>(letters.size() + other.letters.size());
    joined.addAll(letters);
    joined.addAll(other.letters);
    return new Word(rows, other.columns, joined);
  }

  /** The transposed letters in reverse order. */
  public Word transpose() {
    List<Letter> reversed = new ArrayList<>(letters.size());
    letters.forEach(letter -> reversed.add(letter.transpose()));
    Collections.reverse(reversed);
    return new Word(columns, rows, reversed);
  }

  /** Number of letters. */
  public int length() {
    return letters.size();
  }

  /** The letters from one place, counted from 0, to before another. */
  public Word part(int from, int to) {
    return new Word(widthBefore(from), widthBefore(to), letters.subList(from, to));
  }

  /** The word from the given place to the end and then from the start, of a square word. */
  public Word rotation(int place) {
    return place == 0 ? this : part(place, length()).then(part(0, place));
  }

  /** The rows of the letter at a place; at the end, the columns of the word. */
  private int widthBefore(int place) {
    return place < length() ? letters.get(place).rows() : columns;
  }

  /** Whether the given word stands in this one from a place on. */
  boolean hasAt(int place, Word other) {
    return place + other.length() <= length() && hasAround(place, other);
  }

  /** The same in a square word whose first letter follows the last. */
  boolean hasAround(int place, Word other) {
    int k = 0;
    while (k < other.length() && letters.get((place + k) % length()).equals(other.letters.get(k))) {
      k++;
    }
    return k == other.length() && k <= length();
  }

  /** Shorter words first, then by letters, then by shapes. */
  @Override
  public int compareTo(Word other) {
    int order = Integer.compare(length(), other.length());
    for (int k = 0; order == 0 && k < length(); k++) {
      order = letters.get(k).compareTo(other.letters.get(k));
    }
    order = order != 0 ? order : Integer.compare(rows, other.rows);
    return order != 0 ? order : Integer.compare(columns, other.columns);
  }

  @Override
  public String toString() {
    return letters.isEmpty()
        ? "I"
        : letters.stream().map(Letter::toString).collect(Collectors.joining(" "));
  }
}
