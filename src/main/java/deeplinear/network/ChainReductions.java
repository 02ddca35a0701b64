package deeplinear.network;

import static deeplinear.network.Simplification.with;
import static deeplinear.network.Simplification.without;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/** Reductions of a chain: its layers, its modes, its bases and its numbers. */
final class ChainReductions {

  private ChainReductions() {}

  static List<Chain> of(Chain chain) {
    List<Chain> result = new ArrayList<>();
    List<RationalMatrix> bases = chain.bases();
    for (int i = 1; i < chain.depth(); i++) {
      result.add(new Chain(without(bases, i), without(chain.diagonals(), i), chain.core()));
    }
    for (int i = 0; i < bases.size(); i++) {
      RationalMatrix identity = RationalMatrix.identity(bases.get(i).rows());
      result.add(new Chain(with(bases, i, basis -> identity), chain.diagonals(), chain.core()));
    }
    for (int k = 0; chain.modes() > 1 && k < chain.modes(); k++) {
      int mode = k;
      List<List<BigFraction>> diagonals =
          chain.diagonals().stream().map(d -> without(d, mode)).toList();
      result.add(new Chain(bases, diagonals, moveLast(chain.core(), mode)));
      result.add(new Chain(bases, diagonals, chain.core()));
    }
    for (int i = 0; i < bases.size(); i++) {
      narrow(chain, i, result);
    }
    for (List<List<BigFraction>> diagonals :
        Simplification.anyOf(chain.diagonals(), d -> Simplification.anyOf(d, Simplification::of))) {
      result.add(new Chain(bases, diagonals, chain.core()));
    }
    for (int k = 0; k < chain.modes(); k++) {
      for (BigFraction x : Simplification.of(chain.diagonals().get(0).get(k))) {
        int mode = k;
        result.add(
            new Chain(
                bases,
                chain.diagonals().stream().map(d -> with(d, mode, old -> x)).toList(),
                chain.core()));
      }
    }
    for (RationalMatrix core : Simplification.of(chain.core())) {
      result.add(new Chain(bases, chain.diagonals(), core));
    }
    return result;
  }

  /** Removes units without a mode from a layer whose basis is the identity. */
  private static void narrow(Chain chain, int i, List<Chain> result) {
    int width = chain.bases().get(i).rows();
    RationalMatrix identity = RationalMatrix.identity(width);
    for (int u = chain.modes();
        u < width && width > 1 && chain.bases().get(i).equals(identity);
        u++) {
      RationalMatrix core = chain.core();
      if (i == 0) {
        core = core.withoutColumn(u);
      } else if (i == chain.depth()) {
        core = core.withoutRow(u);
      }
      List<RationalMatrix> bases = with(chain.bases(), i, b -> RationalMatrix.identity(width - 1));
      result.add(new Chain(bases, chain.diagonals(), core));
    }
  }

  /** The core with mode k cut out and a zero row and column at the end instead. */
  private static RationalMatrix moveLast(RationalMatrix core, int k) {
    RationalMatrix smaller = core.withoutRow(k).withoutColumn(k);
    return RationalAlgebra.INSTANCE.insert(
        RationalMatrix.zeros(core.rows(), core.columns()), 0, 0, smaller);
  }
}
