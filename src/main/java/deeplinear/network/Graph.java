package deeplinear.network;

import com.google.auto.service.AutoService;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import java.util.List;
import java.util.Locale;

/**
 * A state of the matrix differential equation in A, not necessarily that of a layered network: the
 * structure theorems say what becomes of it when it is.
 *
 * @param architecture the widths that divide the matrices into blocks
 * @param adjacency A, n × n
 * @param embedding E, n × n
 */
public record Graph(Architecture architecture, RationalMatrix adjacency, RationalMatrix embedding)
    implements Subject {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  /**
   * Checks the shapes.
   *
   * @throws IllegalArgumentException if a matrix is not n × n
   */
  public Graph {
    int n = architecture.nodes();
    requireOrder("A", n, adjacency);
    requireOrder("E", n, embedding);
  }

  private static void requireOrder(String name, int n, RationalMatrix a) {
    if (a.rows() != n || a.columns() != n) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s must be %d × %d, but it is %d × %d",
              name,
              n,
              n,
              a.rows(),
              a.columns()));
    }
  }

  /** The graph of a layered network with whitened target. */
  public static Graph of(Instance instance) {
    return new Graph(
        instance.architecture(),
        Adjacency.of(instance.weights()),
        Adjacency.embed(Q, instance.architecture(), instance.target().matrix()));
  }

  /** Whether A is strictly block lower triangular: every edge leads to a later layer. */
  public boolean isForward() {
    for (int i = 0; i <= architecture.depth(); i++) {
      for (int j = i; j <= architecture.depth(); j++) {
        if (!Q.isZero(Adjacency.block(Q, architecture, adjacency, i, j))) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether A has a block (i, j) with i &gt; j + 1: an edge skips a layer. */
  public boolean hasSkips() {
    for (int i = 2; i <= architecture.depth(); i++) {
      for (int j = 0; j < i - 1; j++) {
        if (!Q.isZero(Adjacency.block(Q, architecture, adjacency, i, j))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether E has no other block than (h, 0). */
  public boolean isCornerTarget() {
    return embedding.equals(Adjacency.embed(Q, architecture, corner()));
  }

  private RationalMatrix corner() {
    return Adjacency.block(Q, architecture, embedding, architecture.depth(), 0);
  }

  /** The layered part: the weights in the blocks (i, i−1), with the target in block (h, 0). */
  @Override
  public Instance instance() {
    return Instance.whitened(corner(), Adjacency.weights(Q, architecture, adjacency));
  }

  @Override
  public Parts parts() {
    return Parts.NONE
        .withCounts("widths", architecture.widths())
        .withMatrix("adjacency", adjacency)
        .withMatrix("embedding", embedding);
  }

  @Override
  public List<Graph> simpler() {
    return GraphReductions.of(this);
  }

  /** Reads it from its parts. */
  @AutoService(SubjectKind.class)
  public static final class Kind implements SubjectKind {

    @Override
    public String name() {
      return "graph";
    }

    @Override
    public Class<Graph> type() {
      return Graph.class;
    }

    @Override
    public Graph read(Parts parts) {
      return new Graph(
          new Architecture(parts.counts("widths")),
          parts.matrix("adjacency"),
          parts.matrix("embedding"));
    }
  }
}
