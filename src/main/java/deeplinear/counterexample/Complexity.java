package deeplinear.counterexample;

import deeplinear.algebra.RationalMatrix;
import deeplinear.landscape.BlockPoint;
import deeplinear.network.Architecture;
import deeplinear.network.Chain;
import deeplinear.network.Graph;
import deeplinear.network.Instance;
import deeplinear.network.RawData;
import deeplinear.network.Subject;
import java.util.ArrayList;
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
    List<RationalMatrix> parts = parts(subject);
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

  private static List<RationalMatrix> parts(Subject subject) {
    List<RationalMatrix> parts = new ArrayList<>();
    if (subject instanceof BlockPoint point) {
      parts.add(row(point.target().values()));
      parts.add(point.target().left());
      parts.add(point.target().right());
      parts.add(
          row(point.learned().indices().stream().map(k -> new BigFraction(k.intValue())).toList()));
      parts.addAll(point.gauges());
      parts.addAll(point.nullBlocks());
    } else if (subject instanceof Chain chain) {
      parts.addAll(chain.bases());
      chain.diagonals().forEach(diagonal -> parts.add(row(diagonal)));
      parts.add(chain.core());
    } else if (subject instanceof Graph graph) {
      parts.add(graph.adjacency());
      parts.add(graph.embedding());
    } else {
      Instance instance = subject.instance();
      parts.addAll(instance.weights().layers());
      parts.add(instance.target().matrix());
      if (instance.target() instanceof RawData<RationalMatrix> data) {
        parts.add(data.moment());
        parts.add(data.energy());
      }
    }
    return parts;
  }

  private static RationalMatrix row(List<BigFraction> numbers) {
    return RationalMatrix.of(1, numbers.size(), numbers);
  }

  @Override
  public int compareTo(Complexity other) {
    return ORDER.compare(this, other);
  }
}
