package deeplinear.quantity;

import deeplinear.algebra.BallAlgebra;
import deeplinear.algebra.BallMatrix;
import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import deeplinear.flow.enclosure.WeightBall;
import deeplinear.flow.kernel.StateVector;
import deeplinear.network.Adjacency;
import deeplinear.network.Architecture;
import deeplinear.network.Graph;
import deeplinear.network.Instance;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import deeplinear.network.Whitened;
import java.util.List;

/**
 * What is known of a network: its target, and that its weights W satisfy Σ_i ‖W_i − C_i‖_F² ≤
 * error². Every single layer is then known up to the error, too.
 *
 * @param target what it is trained towards
 * @param weights around C_1, …, C_h, each of at most the radius {@code error}
 * @param error at least 0, possibly infinite
 */
public record State(Target<BallMatrix> target, Weights<BallMatrix> weights, double error) {

  private static final BallAlgebra B = BallAlgebra.INSTANCE;

  /** Requires layers that are known up to the error; an error that is NaN is infinite. */
  public State {
    error = Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
    for (BallMatrix layer : weights.layers()) {
      if (layer.radius() > error) {
        throw new IllegalArgumentException(
            "a layer known up to " + layer.radius() + " exceeds the error " + error);
      }
    }
  }

  /** The start of an instance: known up to rounding where its entries are no doubles. */
  public static State exactly(Instance instance) {
    Weights<BallMatrix> weights = instance.weights(B);
    double error = 0;
    for (BallMatrix layer : weights.layers()) {
      error = layer.radius() == 0 ? error : Math.nextUp(error + layer.radius());
    }
    return new State(instance.target(B), weights, error);
  }

  /** A state of a network that learns a target, as {@link StateVector} packs it. */
  public static State of(
      Target<BallMatrix> target, Architecture architecture, double[] state, double error) {
    return of(target, new WeightBall(StateVector.unpack(architecture, state), error));
  }

  /** All weights in a ball. */
  public static State of(Target<BallMatrix> target, WeightBall ball) {
    Weights<RealMatrix> center = ball.center();
    Weights<BallMatrix> weights =
        Weights.build(B, center.depth(), i -> BallMatrix.around(center.layer(i), ball.radius()));
    return new State(target, weights, ball.radius());
  }

  /** A state A of the dense matrix equation of a graph, as a network of one layer with target E. */
  public static State of(Graph graph, double[] a, double error) {
    int n = graph.architecture().nodes();
    Target<BallMatrix> target = new Whitened<>(B, B.lift(graph.embedding()));
    return of(target, Architecture.of(n, n), a, error);
  }

  /** The centers alone. */
  Weights<BallMatrix> center() {
    return Weights.build(B, weights.depth(), i -> weights.layer(i).point());
  }

  /** The same network as one layer, the adjacency matrix A, with the target E. */
  public State adjacency() {
    BallMatrix a = Adjacency.of(weights).within(error);
    BallMatrix e = Adjacency.embed(B, weights.architecture(), target.matrix());
    return new State(new Whitened<>(B, e), new Weights<>(B, List.of(a)), error);
  }

  /** √(Σ_i ‖W_i − V_i‖_F²), for weights V of the same architecture. */
  public Measured distance(State other) {
    if (!weights.architecture().equals(other.weights.architecture())) {
      throw new IllegalArgumentException(
          "a network "
              + weights.architecture()
              + " has no distance from a network "
              + other.weights.architecture());
    }
    return new Measured(B.subtract(flat(), other.flat()).frobeniusNorm(), "errors of both states");
  }

  /** All weights in one row. */
  private BallMatrix flat() {
    Weights<RealMatrix> center =
        Weights.build(RealAlgebra.INSTANCE, weights.depth(), i -> weights.layer(i).center());
    double[] row = StateVector.pack(center);
    return BallMatrix.around(RealMatrix.of(1, row.length, row), error);
  }
}
