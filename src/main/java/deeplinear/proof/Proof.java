package deeplinear.proof;

import deeplinear.algebra.formal.FormalMatrix;
import deeplinear.evidence.Atom;
import deeplinear.network.Architecture;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Whether all differences of an identity are zero polynomials, at each of some depths, both for
 * distinct and for equal formal widths. If so, the identity holds for all widths and all real data
 * at these depths.
 *
 * @param shallowest the first depth
 * @param deepest the last depth
 * @param differences how many differences were formed, up to the obstacle
 * @param obstacle the first difference that is not zero, with its place
 */
public record Proof(int shallowest, int deepest, int differences, Optional<String> obstacle) {

  /** The depths 1 to this one are tried unless others are named. */
  public static final int DEEPEST = 8;

  private static final int SHOWN = 120;

  /**
   * Tries all depths from {@code shallowest} to {@value #DEEPEST}.
   *
   * @param differences of both sides, for given formal widths
   * @throws IllegalArgumentException if there are none at some depth: that would prove nothing
   */
  public static Proof from(int shallowest, Function<Architecture, List<FormalMatrix>> differences) {
    return at(shallowest, DEEPEST, differences);
  }

  /** Tries all depths from {@code shallowest} to {@code deepest}. */
  public static Proof at(
      int shallowest, int deepest, Function<Architecture, List<FormalMatrix>> differences) {
    if (shallowest < 1 || deepest < shallowest) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "depths from 1 on are expected, not %d to %d", shallowest, deepest));
    }
    int count = 0;
    Optional<String> obstacle = Optional.empty();
    for (int depth = shallowest; depth <= deepest && obstacle.isEmpty(); depth++) {
      for (FormalWidths widths : FormalWidths.values()) {
        List<FormalMatrix> formed = differences.apply(widths.architecture(depth));
        if (formed.isEmpty()) {
          throw new IllegalArgumentException("nothing is compared at depth " + depth);
        }
        count += formed.size();
        String place = "depth " + depth + ", widths " + widths.name().toLowerCase(Locale.ROOT);
        obstacle = obstacle.or(() -> obstacle(place, formed));
      }
    }
    return new Proof(shallowest, deepest, count, obstacle);
  }

  private static Optional<String> obstacle(String place, List<FormalMatrix> differences) {
    return IntStream.range(0, differences.size())
        .filter(k -> !differences.get(k).isZero())
        .mapToObj(k -> place + ", difference " + (k + 1) + ": " + shortened(differences.get(k)))
        .findFirst();
  }

  private static String shortened(FormalMatrix a) {
    String text = a.toString();
    return text.length() <= SHOWN
        ? text
        : text.substring(0, SHOWN) + " … (" + a.terms().size() + " terms)";
  }

  /** Whether all differences are zero. */
  public boolean holds() {
    return obstacle.isEmpty();
  }

  /** The outcome as an atom of a verdict. */
  public Atom atom(String name) {
    String scope =
        String.format(
            Locale.ROOT, "all widths and all real data, depths %d to %d", shallowest, deepest);
    String outcome =
        obstacle.orElseGet(
            () -> String.format(Locale.ROOT, "%d differences are zero polynomials", differences));
    return Atom.proved(name, holds(), scope + ": " + outcome);
  }
}
