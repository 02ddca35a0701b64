package deeplinear.sample;

import deeplinear.algebra.CayleyTransform;
import deeplinear.algebra.ModularAlgebra;
import deeplinear.algebra.ModularMatrix;
import deeplinear.network.Architecture;
import deeplinear.network.SecondMoments;
import deeplinear.network.Weights;
import deeplinear.network.Whitened;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Points of a prime field for identities that are claimed of all networks of an architecture: each
 * entry is drawn from all residues, apart from the others, so that {@link
 * deeplinear.evidence.SchwartzZippel} bounds the probability that a false identity holds, where its
 * degree is counted in what is drawn.
 *
 * @param field the field
 * @param random the source of randomness
 */
public record RandomPoint(ModularAlgebra field, RandomGenerator random) {

  /** Over the field of order 2^61 − 1. */
  public static RandomPoint of(RandomGenerator random) {
    return new RandomPoint(ModularAlgebra.MERSENNE, random);
  }

  /** A matrix. */
  public ModularMatrix matrix(int rows, int columns) {
    return field.random(rows, columns, random);
  }

  /** Weights of an architecture. */
  public Weights<ModularMatrix> weights(Architecture architecture) {
    return Weights.build(
        field, architecture.depth(), i -> matrix(architecture.width(i), architecture.width(i - 1)));
  }

  /** The target of whitened data. */
  public Whitened<ModularMatrix> whitened(Architecture architecture) {
    return new Whitened<>(field, matrix(architecture.outputs(), architecture.inputs()));
  }

  /** The target of data X and Y; its entries are of degree 2 in them. */
  public SecondMoments<ModularMatrix> raw(Architecture architecture, int samples) {
    return SecondMoments.of(
        field, matrix(architecture.inputs(), samples), matrix(architecture.outputs(), samples));
  }

  /**
   * The Cayley transform of a skew matrix K: its entries are quotients of polynomials in those of
   * K, of degree at most n, over det(I − K), of degree n.
   */
  public ModularMatrix orthogonal(int n) {
    ModularMatrix x = matrix(n, n);
    ModularMatrix skew = field.subtract(x, field.transpose(x));
    return field.rank(field.subtract(field.identity(n), skew)) < n
        ? orthogonal(n)
        : CayleyTransform.of(field, skew);
  }

  /**
   * A network that is diagonal in a chain of orthogonal bases, as its target is.
   *
   * @param modes the length of the diagonals of the layers and of the target, at most r*
   */
  public DiagonalPoint chain(Architecture architecture, int modes) {
    List<ModularMatrix> bases = new ArrayList<>();
    for (int width : architecture.widths()) {
      bases.add(orthogonal(width));
    }
    List<ModularMatrix> diagonals = new ArrayList<>();
    for (int i = 1; i <= architecture.depth(); i++) {
      diagonals.add(diagonal(architecture.width(i), architecture.width(i - 1), modes));
    }
    ModularMatrix core = diagonal(architecture.outputs(), architecture.inputs(), modes);
    return new DiagonalPoint(field, bases, diagonals, core);
  }

  private ModularMatrix diagonal(int rows, int columns, int modes) {
    ModularMatrix diagonal = field.zeros(rows, columns);
    for (int k = 0; k < modes; k++) {
      diagonal = field.insert(diagonal, k, k, matrix(1, 1));
    }
    return diagonal;
  }
}
