package deeplinear.network;

import deeplinear.algebra.RationalMatrix;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * The normal form of a subject: exact parts with names. A subject can be read from its parts again,
 * and whoever writes, weighs or shows subjects needs to know nothing else of them.
 *
 * @param byName the parts in their order: of equally complicated subjects the one whose earlier
 *     parts have more zeros is simpler
 */
public record Parts(Map<String, Part> byName) {

  /** No parts. */
  public static final Parts NONE = new Parts(Map.of());

  /** Copies the map, in its order. */
  public Parts {
    byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
  }

  /** These and one more. */
  public Parts with(String name, Part part) {
    Map<String, Part> more = new LinkedHashMap<>(byName);
    if (more.put(name, part) != null) {
      throw new IllegalArgumentException("there are two parts \"" + name + "\"");
    }
    return new Parts(more);
  }

  /** These and a list of numbers. */
  public Parts withNumbers(String name, List<BigFraction> numbers) {
    return with(name, Part.numbers(numbers));
  }

  /** These and a list of small integers from 0 on. */
  public Parts withCounts(String name, List<Integer> counts) {
    return withNumbers(name, counts.stream().map(k -> new BigFraction(k.intValue())).toList());
  }

  /** These and a matrix. */
  public Parts withMatrix(String name, RationalMatrix matrix) {
    return with(name, Part.matrix(matrix));
  }

  /** These and a list of matrices. */
  public Parts withMatrices(String name, List<RationalMatrix> matrices) {
    return with(name, Part.matrices(matrices));
  }

  /** Whether there is such a part. */
  public boolean has(String name) {
    return byName.containsKey(name);
  }

  /** The list of numbers of this name; like its siblings it throws if there is none. */
  public List<BigFraction> numbers(String name) {
    return get(name, Part::toNumbers);
  }

  /** The list of small integers of this name. */
  public List<Integer> counts(String name) {
    return get(name, Part::toCounts);
  }

  /** The matrix of this name. */
  public RationalMatrix matrix(String name) {
    return get(name, Part::toMatrix);
  }

  /** The list of matrices of this name. */
  public List<RationalMatrix> matrices(String name) {
    return get(name, Part::toMatrices);
  }

  private <T> T get(String name, Function<Part, T> convert) {
    Part part = byName.get(name);
    if (part == null) {
      throw new IllegalArgumentException("the part \"" + name + "\" is missing");
    }
    try {
      return convert.apply(part);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("\"" + name + "\": " + e.getMessage(), e);
    }
  }
}
