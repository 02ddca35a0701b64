package deeplinear.network;

import com.google.auto.service.AutoService;
import deeplinear.algebra.Algebra;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import java.util.List;
import java.util.Locale;

/**
 * A target and a start, in exact numbers. Immutable.
 *
 * @param target the exact target
 * @param weights the exact weights
 */
public record Instance(Target<RationalMatrix> target, Weights<RationalMatrix> weights)
    implements Subject {

  /**
   * Checks that target and weights fit.
   *
   * @throws IllegalArgumentException naming both shapes if they do not
   */
  public Instance {
    Architecture architecture = weights.architecture();
    if (target.inputs() != architecture.inputs() || target.outputs() != architecture.outputs()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the target is %d × %d but the network %s has %d outputs and %d inputs",
              target.outputs(),
              target.inputs(),
              architecture,
              architecture.outputs(),
              architecture.inputs()));
    }
  }

  /** The instance with whitened target Σ (d_h × d_0) and the given layers. */
  public static Instance whitened(RationalMatrix sigma, Weights<RationalMatrix> weights) {
    return new Instance(new Whitened<>(RationalAlgebra.INSTANCE, sigma), weights);
  }

  /** The widths. */
  public Architecture architecture() {
    return weights.architecture();
  }

  /** Whether the target is that of whitened data. */
  public boolean isWhitened() {
    return target.isWhitened();
  }

  /** The target in another algebra. */
  public <M> Target<M> target(Algebra<M> algebra) {
    return target.map(algebra, algebra::lift);
  }

  /** The weights in another algebra. */
  public <M> Weights<M> weights(Algebra<M> algebra) {
    return Weights.lift(weights, algebra);
  }

  @Override
  public Instance instance() {
    return this;
  }

  /** The layers and Σ, or the layers and the three second moments. */
  @Override
  public Parts parts() {
    Parts parts =
        Parts.NONE.withMatrices("weights", weights.layers()).withMatrix("target", target.matrix());
    return isWhitened()
        ? parts
        : parts.withMatrix("moment", target.moment()).withMatrix("energy", target.energy());
  }

  @Override
  public List<Instance> simpler() {
    return InstanceReductions.of(this);
  }

  /** Reads it from its parts. */
  @AutoService(SubjectKind.class)
  public static final class Kind implements SubjectKind {

    @Override
    public String name() {
      return "instance";
    }

    @Override
    public Class<Instance> type() {
      return Instance.class;
    }

    @Override
    public Instance read(Parts parts) {
      RationalMatrix matrix = parts.matrix("target");
      Target<RationalMatrix> target =
          parts.has("moment") || parts.has("energy")
              ? SecondMoments.exact(matrix, parts.matrix("moment"), parts.matrix("energy"))
              : new Whitened<>(RationalAlgebra.INSTANCE, matrix);
      return new Instance(
          target, new Weights<>(RationalAlgebra.INSTANCE, parts.matrices("weights")));
    }
  }
}
