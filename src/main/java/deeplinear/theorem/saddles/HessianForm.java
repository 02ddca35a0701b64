package deeplinear.theorem.saddles;

import deeplinear.algebra.Jet;
import deeplinear.algebra.JetAlgebra;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.landscape.Hessian;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import deeplinear.network.Whitened;
import deeplinear.theorem.Hypothesis;
import deeplinear.theorem.InstanceHypotheses;
import deeplinear.theorem.Laboratory;
import deeplinear.theorem.Statement;
import deeplinear.theorem.Theorem;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/** {@code saddles/hessian-form}. */
public final class HessianForm implements Theorem<Instance> {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  @Override
  public Statement statement() {
    return Statement.theorem(
        "saddles/hessian-form",
        "D²L[V, V] = ‖Σ_j W_{h:j+1} V_j W_{j−1:1}‖² − 2⟨R, Σ_{i>j} W_{h:i+1} V_i W_{i−1:j+1} V_j W_{j−1:1}⟩.",
        "The form, and the matrix of the Hessian, against the second derivative of the loss by automatic "
            + "differentiation along three directions that involve all layers, in rationals.",
        Grade.EXACT,
        "WA25",
        "data that are not whitened: the first term needs X Xᵀ");
  }

  @Override
  public Class<Instance> subject() {
    return Instance.class;
  }

  @Override
  public List<Hypothesis<? super Instance>> hypotheses() {
    return List.of(InstanceHypotheses.WHITENED);
  }

  @Override
  public Verdict check(Instance instance, Laboratory laboratory) {
    Weights<RationalMatrix> w = instance.weights();
    Weights<RationalMatrix> velocity = laboratory.dynamics().velocity(instance.target(), w);
    Weights<RationalMatrix> ones =
        Weights.build(Q, w.depth(), i -> w.layer(i).map(x -> new BigFraction(i)));
    RationalMatrix matrix = Hessian.matrix(whitened(instance));
    boolean formAgrees = true;
    boolean matrixAgrees = true;
    for (Weights<RationalMatrix> v : List.of(ones, w.plus(ones), velocity.plus(ones))) {
      RationalMatrix second = secondDerivative(instance, v);
      formAgrees &=
          Hessian.form(new Whitened<>(Q, instance.target().matrix()), w, v).equals(second);
      RationalMatrix column = column(v);
      matrixAgrees &= Q.multiply(Q.multiply(Q.transpose(column), matrix), column).equals(second);
    }
    return Verdict.of(
        Atom.exact("the form is the second derivative", formAgrees, ""),
        Atom.exact("so is the matrix of the Hessian", matrixAgrees, ""));
  }

  private static Instance whitened(Instance instance) {
    return Instance.whitened(instance.target().matrix(), instance.weights());
  }

  /** Twice the coefficient of t² of L(W + tV), 1 × 1. */
  private static RationalMatrix secondDerivative(Instance instance, Weights<RationalMatrix> v) {
    JetAlgebra<RationalMatrix> jets = new JetAlgebra<>(Q, 2);
    Weights<Jet<RationalMatrix>> line =
        Weights.build(jets, v.depth(), i -> jets.line(instance.weights().layer(i), v.layer(i)));
    return Q.scale(BigFraction.TWO, instance.target(jets).loss(line).coefficient(2));
  }

  private static RationalMatrix column(Weights<RationalMatrix> v) {
    List<BigFraction> entries = new ArrayList<>();
    v.layers().forEach(layer -> entries.addAll(layer.entries()));
    return RationalMatrix.of(entries.size(), 1, entries);
  }
}
