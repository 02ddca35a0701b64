package deeplinear.network;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that may have been meant. */
final class Spelling {

  /** A name is near if no more than one letter in so many is wrong. */
  private static final int LETTERS_FOR_ONE_ERROR = 3;

  private Spelling() {}

  /** The nearest of the names, if it is near; of equally near ones the first. */
  static Optional<String> nearest(String text, List<String> names) {
    return names.stream()
        .min(Comparator.comparingInt(name -> distance(text, name)))
        .filter(name -> distance(text, name) <= text.length() / LETTERS_FOR_ONE_ERROR);
  }

  /** The fewest letters to insert, remove or replace, in any case (Levenshtein). */
  static int distance(String text, String name) {
    String a = text.toLowerCase(Locale.ROOT);
    String b = name.toLowerCase(Locale.ROOT);
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[b.length()];
  }
}
