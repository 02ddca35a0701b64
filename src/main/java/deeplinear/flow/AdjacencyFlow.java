package deeplinear.flow;

import deeplinear.algebra.Algebra;
import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import deeplinear.flow.kernel.RealField;
import deeplinear.network.Graph;

/**
 * The flow as one dense matrix equation, Ȧ = Σ_{k=0}^{h−1} (Aᵀ)^k (E − A^h) (Aᵀ)^{h−1−k}, which
 * knows nothing of layers. It shares no code with {@link GradientFlow} and is evaluated for any A
 * and E. Source: [WA25].
 *
 * @param algebra the arithmetic
 * @param embedding E, n × n
 * @param depth h
 * @param <M> the matrix type
 */
public record AdjacencyFlow<M>(Algebra<M> algebra, M embedding, int depth) {

  /** The flow towards the target of a graph. */
  public static <M> AdjacencyFlow<M> of(Graph graph, Algebra<M> algebra) {
    return new AdjacencyFlow<>(
        algebra, algebra.lift(graph.embedding()), graph.architecture().depth());
  }

  /** Ȧ at the n × n matrix A. */
  public M velocity(M a) {
    M transposed = algebra.transpose(a);
    M residual = algebra.subtract(embedding, algebra.power(a, depth));
    M sum = algebra.zeros(algebra.rows(a), algebra.columns(a));
    for (int k = 0; k < depth; k++) {
      M left = algebra.multiply(algebra.power(transposed, k), residual);
      sum = algebra.add(sum, algebra.multiply(left, algebra.power(transposed, depth - 1 - k)));
    }
    return sum;
  }

  /** The same field on flat arrays of n² doubles, row by row. */
  public static RealField field(Graph graph) {
    AdjacencyFlow<RealMatrix> flow = of(graph, RealAlgebra.INSTANCE);
    int n = graph.architecture().nodes();
    return (state, velocity) -> {
      double[] result = flow.velocity(RealMatrix.of(n, n, state)).toArray();
      System.arraycopy(result, 0, velocity, 0, result.length);
    };
  }
}
