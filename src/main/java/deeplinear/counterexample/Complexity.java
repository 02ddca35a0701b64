package deeplinear.counterexample;

import deeplinear.algebra.RationalMatrix;
import deeplinear.network.Architecture;
import deeplinear.network.Subject;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * How complicated a subject is, in the order in which a reader suffers from it.
 *
 * @param depth h
 * @param nodes Σ d_i
 * @param nonzeros nonzero entries of all parts
 * @param roughness bits of all numerators and denominators, and a bit for each minus sign
 * @param disorder nonzero entries weighted by how early their part comes, plus those beside a main
 *     diagonal: of a network and its mirror image the one with its zeros first is simpler, and the
 *     identity is simpler than another permutation
 */
public record Complexity(int depth, int nodes, long nonzeros, long roughness, long disorder)
    implements Comparable<Complexity> {

  private static final Comparator<Complexity> ORDER =
      Comparator.comparingInt(Complexity::depth)
          .thenComparingInt(Complexity::nodes)
          .thenComparingLong(Complexity::nonzeros)
          .thenComparingLong(Complexity::roughness)
          .thenComparingLong(Complexity::disorder);

  /** The complexity of a subject. */
  public static Complexity of(Subject subject) {
    Architecture architecture = subject.instance().architecture();
    long nonzeros = 0;
    long roughness = 0;
    long disorder = 0;
    List<RationalMatrix> parts =
        subject.parts().byName().values().stream()
            .flatMap(part -> part.matrices().stream())
            .toList();
    for (int i = 0; i < parts.size(); i++) {
      List<BigFraction> entries = parts.get(i).entries();
      for (int j = 0; j < entries.size(); j++) {
        BigFraction x = entries.get(j);
        int sign = x.getNumerator().signum();
        roughness +=
            x.getNumerator().abs().bitLength()
                + x.getDenominator().bitLength()
                + (sign < 0 ? 1 : 0);
        if (sign != 0) {
          nonzeros++;
          boolean isDiagonal = j / parts.get(i).columns() == j % parts.get(i).columns();
          disorder += parts.size() - i + (isDiagonal ? 0 : 1);
        }
      }
    }
    return new Complexity(
        architecture.depth(), architecture.nodes(), nonzeros, roughness, disorder);
  }

  @Override
  public int compareTo(Complexity other) {
    return ORDER.compare(this, other);
  }
}
