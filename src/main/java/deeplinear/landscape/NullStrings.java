package deeplinear.landscape;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Bases in which the arrows of a cycle are strings: the Jordan chains of their sum, which is
 * nilpotent, taken node by node. A string of n nodes starts at node s with a vector of ker N^n that
 * is neither in ker N^{n−1} nor the image of a vector of ker N^{n+1}.
 */
final class NullStrings {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  private final List<RationalMatrix> arrows;
  private final List<Arc> arcs = new ArrayList<>();
  private final List<RationalMatrix> bases = new ArrayList<>();
  private final List<List<Integer>> strings = new ArrayList<>();

  /**
   * The strings of a cycle.
   *
   * @param arrows arrow 0, from node h to node 0, then arrows 1, …, h
   * @throws IllegalArgumentException if some path of h arrows does not vanish
   */
  NullStrings(List<RationalMatrix> arrows) {
    this.arrows = List.copyOf(arrows);
    int nodes = arrows.size();
    List<List<RationalMatrix>> kernels = new ArrayList<>();
    for (int s = 0; s < nodes; s++) {
      kernels.add(kernels(s));
      bases.add(Q.zeros(width(s), 0));
      strings.add(new ArrayList<>());
    }
    for (int n = nodes - 1; n >= 1; n--) {
      for (int s = 0; s < nodes; s++) {
        int before = Math.floorMod(s - 1, nodes);
        RationalMatrix longer = kernels.get(before).get(Math.min(n + 1, nodes - 1));
        RationalMatrix known = beside(kernels.get(s).get(n - 1), Q.multiply(arrows.get(s), longer));
        RationalMatrix all = kernels.get(s).get(n);
        for (int column : Q.pivotColumns(beside(known, all))) {
          if (column >= known.columns()) {
            addString(Q.block(all, 0, column - known.columns(), all.rows(), 1), new Arc(s, n));
          }
        }
      }
    }
  }

  /** Bases of ker N^n at node s for n = 0, …, h. */
  private List<RationalMatrix> kernels(int s) {
    List<RationalMatrix> kernels = new ArrayList<>();
    RationalMatrix path = RationalMatrix.identity(width(s));
    kernels.add(Q.zeros(width(s), 0));
    for (int n = 1; n < arrows.size(); n++) {
      path = Q.multiply(arrows.get((s + n) % arrows.size()), path);
      kernels.add(Q.kernel(path));
    }
    if (!Q.isZero(path)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the point is not critical: the path of %d arrows from node %d does not vanish",
              arrows.size() - 1,
              s));
    }
    return kernels;
  }

  private void addString(RationalMatrix first, Arc arc) {
    RationalMatrix vector = first;
    for (int n = 0; n < arc.nodes(); n++) {
      int node = (arc.start() + n) % arrows.size();
      vector = n == 0 ? vector : Q.multiply(arrows.get(node), vector);
      bases.set(node, beside(bases.get(node), vector));
      strings.get(node).add(arcs.size());
    }
    arcs.add(arc);
  }

  private static RationalMatrix beside(RationalMatrix a, RationalMatrix b) {
    RationalMatrix joined = Q.zeros(a.rows(), a.columns() + b.columns());
    return Q.insert(Q.insert(joined, 0, 0, a), 0, a.columns(), b);
  }

  private int width(int node) {
    return arrows.get(node).rows();
  }

  /** The arc of each string. */
  List<Arc> arcs() {
    return arcs;
  }

  /** The numbers of the strings at a node, in the order of the columns of its basis. */
  List<Integer> at(int node) {
    return strings.get(node);
  }

  /** The vectors of the strings at a node, as columns. */
  RationalMatrix basis(int node) {
    return bases.get(node);
  }

  /**
   * The change of arrow i that maps a string of the arc {@code below} to one of the arc {@code
   * above}, and all other strings to zero.
   */
  RationalMatrix join(int i, Arc below, Arc above) {
    RationalMatrix image = Q.block(basis(i), 0, place(i, above), basis(i).rows(), 1);
    RationalMatrix dual = Q.inverse(basis(i - 1));
    return Q.multiply(image, Q.block(dual, place(i - 1, below), 0, 1, dual.columns()));
  }

  private int place(int node, Arc arc) {
    return at(node).indexOf(arcs.indexOf(arc));
  }
}
