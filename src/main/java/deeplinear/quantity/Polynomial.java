package deeplinear.quantity;

import deeplinear.algebra.BallAlgebra;
import deeplinear.algebra.BallMatrix;
import deeplinear.algebra.ExactAlgebra;
import deeplinear.algebra.Inertia;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.flow.Dynamics;
import deeplinear.network.Instance;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import java.util.Locale;
import java.util.function.Function;

/**
 * A quantity whose entries are polynomials in the entries of target and weights: one definition for
 * every algebra. Over balls the same definition gives the error bound.
 */
public final class Polynomial implements Measurable {

  private static final BallAlgebra B = BallAlgebra.INSTANCE;

  private final Label label;
  private final Formula formula;
  private final Function<State, BallMatrix> onState;

  private Polynomial(Label label, Formula formula, Function<State, BallMatrix> onState) {
    this.label = label;
    this.formula = formula;
    this.onState = onState;
  }

  /** A quantity by its formula. */
  public static Polynomial of(Label label, Formula formula) {
    return new Polynomial(label, formula, s -> formula.of(s.target(), s.weights()));
  }

  /** Entries of the weights, each once, in another order: known as well as all weights together. */
  public static Polynomial rearranged(Label label, Formula formula) {
    return new Polynomial(
        label, formula, s -> formula.of(s.target(), s.weights()).within(s.error()));
  }

  /**
   * A number with a known gradient. On a ball it differs from its value at the center by at most
   * the error times the largest norm of the gradient there: less than what follows from the formula
   * where terms cancel in the gradient, near critical points above all.
   */
  public static Polynomial number(Label label, Formula formula, Formula.Descent descent) {
    return new Polynomial(
        label,
        formula,
        s -> {
          BallMatrix wide = formula.of(s.target(), s.weights());
          if (s.error() == 0) {
            return wide;
          }
          double slope =
              Math.nextUp(Math.sqrt(descent.of(s.target(), s.weights()).normSquared().magnitude()));
          double rounding = formula.of(s.target(), s.center()).radius();
          return wide.within(Math.nextUp(rounding + Math.nextUp(slope * s.error())));
        });
  }

  @Override
  public Label label() {
    return label;
  }

  /** The value over any algebra; a number is 1 × 1. */
  public <M> M of(Target<M> target, Weights<M> weights) {
    return formula.of(target, weights);
  }

  /** The exact value at the start of an instance. */
  public RationalMatrix of(Instance instance) {
    return of(instance.target(), instance.weights());
  }

  @Override
  public Measured measure(State state) {
    return new Measured(
        onState.apply(state), label.name() + " of weights known up to " + (float) state.error());
  }

  /** Its Taylor coefficients along the trajectory of an instance. */
  public <M> Coefficients<M> series(
      Instance instance, Dynamics law, ExactAlgebra<M> algebra, int order) {
    return Expansion.of(instance, law, algebra, order).of(this);
  }

  /** A quantity made of this one. */
  public Polynomial then(Label made, Formula.Operation operation) {
    return new Polynomial(
        made,
        new Formula() {
          @Override
          public <M> M of(Target<M> target, Weights<M> weights) {
            return operation.of(weights.algebra(), formula.of(target, weights));
          }
        },
        s -> operation.of(B, onState.apply(s)));
  }

  /** Its squared Frobenius norm. */
  public Polynomial normSquared() {
    return then(
        made("normSquared", "\\lVert %s \\rVert_F^2", "the sum of the squares of the entries"),
        Operations::normSquared);
  }

  /** Its Gram matrix, of the inner products of its rows. */
  public Polynomial gram() {
    return then(
        made("gram", "%1$s\\,%1$s^\\top", "the inner products of the rows"), Operations::gram);
  }

  /** Its k-th power. */
  public Polynomial power(int k) {
    return then(made("power" + k, "{%s}^{" + k + "}", "a power"), new Operations.Power(k)::of);
  }

  /** Its product with exact matrices on both sides. */
  public Polynomial between(RationalMatrix left, RationalMatrix right) {
    return then(
        made("between", "A\\,%s\\,B", "the product with given matrices A and B"),
        new Operations.Between(left, right)::of);
  }

  /** Its rank, exactly. */
  public Invariant<Integer> rank() {
    return new Invariant<>(
        made("rank", "\\operatorname{rank} %s", "the number of independent columns"),
        instance -> RationalAlgebra.INSTANCE.rank(of(instance)));
  }

  /** The inertia of a symmetric quantity, exactly. */
  public Invariant<Inertia> inertia() {
    return new Invariant<>(
        made("inertia", "\\operatorname{in} %s", "the signs of the eigenvalues, counted"),
        instance -> Inertia.of(of(instance)));
  }

  /** Its k-th largest singular value, k from 1. */
  public SingularValue sigma(int k) {
    return new SingularValue(
        new Label(
            "sigma(" + k + ", " + label.name() + ")",
            "\\sigma_{" + k + "}(" + label.formula() + ")",
            "a singular value, the largest first"),
        this,
        k);
  }

  private Label made(String name, String formulaOfThis, String meaning) {
    return new Label(
        name + "(" + label.name() + ")",
        String.format(Locale.ROOT, formulaOfThis, label.formula()),
        meaning);
  }

  @Override
  public String toString() {
    return label.name();
  }
}
