package deeplinear.algebra.formal;

import deeplinear.algebra.Shapes;
import java.util.List;

/**
 * A number made of letters: the trace of a square word, for which words count as equal that differ
 * by a rotation or by transposition. The trace of an empty word is the width itself, and a scalar
 * letter is its own trace.
 *
 * @param word the least of the equal words
 */
public record Cycle(Word word) implements Comparable<Cycle> {

  /**
   * Replaces the word by the least of its rotations and theirs of its transpose.
   *
   * @throws IllegalArgumentException if it is not square
   */
  public Cycle {
    Shapes.requireSquare(word.rows(), word.columns());
    word = least(word);
  }

  private static Word least(Word word) {
    Word forward = word.rotation(leastPlace(word.letters()));
    Word transpose = word.transpose();
    Word backward = transpose.rotation(leastPlace(transpose.letters()));
    return forward.compareTo(backward) <= 0 ? forward : backward;
  }

  /** Where the least rotation starts. */
  private static int leastPlace(List<Letter> letters) {
    int least = 0;
    for (int place = 1; place < letters.size(); place++) {
      if (compare(letters, place, least) < 0) {
        least = place;
      }
    }
    return least;
  }

  private static int compare(List<Letter> letters, int a, int b) {
    int n = letters.size();
    int order = 0;
    for (int k = 0; order == 0 && k < n; k++) {
      order = letters.get((a + k) % n).compareTo(letters.get((b + k) % n));
    }
    return order;
  }

  @Override
  public int compareTo(Cycle other) {
    return word.compareTo(other.word);
  }

  @Override
  public String toString() {
    return word.rows() == 1 ? word.toString() : "tr(" + word + ")";
  }
}
