package deeplinear.quantity;

import deeplinear.algebra.Inertia;
import deeplinear.flow.GradientFlow;
import deeplinear.landscape.Hessian;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of quantities: one name for claims, tables, witnesses and texts. */
public final class Quantities {

  /** A name, and what it is the name of: a number, another name or nothing. */
  private static final Pattern NAME = Pattern.compile("\\s*(\\w+)\\s*(?:\\((.*)\\))?\\s*");

  /** The argument of a singular value: its number, and of which matrix. */
  private static final Pattern PAIR = Pattern.compile("(\\d{1,4})\\s*,(.*)");

  private Quantities() {}

  /** L. */
  public static Polynomial loss() {
    return Polynomial.number(
        new Label(
            "loss",
            "L = \\tfrac12 \\lVert Y - W X \\rVert_F^2",
            "half the squared error on all samples; for whitened data without its constant"),
        Formulas::loss,
        GradientFlow.INSTANCE::velocity);
  }

  /** W. */
  public static Polynomial endToEnd() {
    return Polynomial.of(
        new Label("W", "W_h \\cdots W_1", "the map from inputs to outputs"), Formulas::endToEnd);
  }

  /** R. */
  public static Polynomial residual() {
    return Polynomial.of(
        new Label(
            "residual",
            "R = Y X^\\top - W X X^\\top",
            "minus the derivative of the loss by W; Σ − W for whitened data"),
        Formulas::residual);
  }

  /** W_i. */
  public static Polynomial layer(int i) {
    return Polynomial.of(
        new Label("layer(" + i + ")", "W_{" + i + "}", "the weights of a layer"),
        new Formulas.Layer(i)::weights);
  }

  /** C_i. */
  public static Polynomial imbalance(int i) {
    return Polynomial.of(
        new Label(
            "imbalance(" + i + ")",
            String.format(
                Locale.ROOT,
                "C_{%1$d} = W_{%2$d}^\\top W_{%2$d} - W_{%1$d} W_{%1$d}^\\top",
                i,
                i + 1),
            "what the upper of two neighboring layers has more than the lower"),
        new Formulas.Layer(i)::imbalance);
  }

  /** Σ_i ‖W_i‖². */
  public static Polynomial normSquared() {
    return Polynomial.number(
        new Label("normSquared", "\\sum_i \\lVert W_i \\rVert_F^2", "the size of all weights"),
        Formulas::normSquared,
        Formulas::shrinking);
  }

  /** ‖∇L‖². */
  public static Polynomial gradientNormSquared() {
    return Polynomial.of(
        new Label(
            "gradientNormSquared",
            "\\lVert \\nabla L \\rVert^2",
            "the squared speed of gradient flow; 0 at critical points alone"),
        Formulas::gradientNormSquared);
  }

  /** R Wᵀ, which vanishes at critical points of depth 2 and more. */
  public static Polynomial outputCorrelation() {
    return Polynomial.of(
        new Label("outputCorrelation", "R W^\\top", "how much of the error its outputs could mend"),
        Formulas::outputCorrelation);
  }

  /** Wᵀ R, which vanishes at critical points of depth 2 and more. */
  public static Polynomial inputCorrelation() {
    return Polynomial.of(
        new Label("inputCorrelation", "W^\\top R", "how much of the error its inputs could mend"),
        Formulas::inputCorrelation);
  }

  /** [W_1ᵀ; W_2], (d_0 + d_2) × d_1, at depth 2. */
  public static Polynomial stack() {
    return Polynomial.rearranged(
        new Label(
            "stack",
            "Q = \\begin{bmatrix} W_1^\\top \\\\ W_2 \\end{bmatrix}",
            "both layers of a network of depth 2, one above the other"),
        Formulas::stack);
  }

  /** A. */
  public static Polynomial adjacency() {
    return Polynomial.rearranged(
        new Label("adjacency", "A", "the network as one matrix: block (i, i−1) is W_i"),
        Formulas::adjacency);
  }

  /** σ_k(W). */
  public static SingularValue sigma(int k) {
    return new SingularValue(
        new Label(
            "sigma(" + k + ")",
            "\\sigma_{" + k + "}(W)",
            "a singular value of the map, the largest first"),
        endToEnd(),
        k);
  }

  /** n₊, n₀ and n₋ of the Hessian of a whitened loss. */
  public static Invariant<Inertia> hessianInertia() {
    return new Invariant<>(
        new Label(
            "hessianInertia",
            "\\operatorname{in} \\nabla^2 L",
            "the signs of the eigenvalues of the Hessian, counted"),
        instance -> Inertia.of(Hessian.matrix(instance)));
  }

  /** Everything in the table that a network of this depth has, with all its indices. */
  public static List<Quantity> all(int depth) {
    List<Quantity> all = new ArrayList<>(List.of(loss(), endToEnd(), residual(), normSquared()));
    all.addAll(
        List.of(gradientNormSquared(), outputCorrelation(), inputCorrelation(), adjacency()));
    if (depth == 2) {
      all.add(stack());
    }
    for (int i = 1; i <= depth; i++) {
      all.add(layer(i));
    }
    for (int i = 1; i < depth; i++) {
      all.add(imbalance(i));
    }
    all.add(endToEnd().rank());
    all.add(sigma(1));
    all.add(hessianInertia());
    return all;
  }

  /**
   * The quantity of a name, {@code loss} or {@code imbalance(2)}; names can be put into {@code
   * normSquared}, {@code gram}, {@code rank} and {@code inertia}; {@code sigma(k)} is that of W,
   * {@code sigma(k, name)} that of another.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Quantity named(String name) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      throw unknown(name);
    }
    if (parts.group(2) == null) {
      return plain(parts.group(1));
    }
    String argument = parts.group(2).strip();
    return argument.matches("\\d{1,4}")
        ? indexed(parts.group(1), Integer.parseInt(argument))
        : made(parts.group(1), argument);
  }

  private static Quantity plain(String name) {
    return all(2).stream()
        .filter(q -> q.label().name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  private static Quantity indexed(String name, int i) {
    return switch (name) {
      case "layer" -> layer(i);
      case "imbalance" -> imbalance(i);
      case "sigma" -> sigma(i);
      default -> throw unknown(name + "(" + i + ")");
    };
  }

  private static Quantity made(String name, String of) {
    Matcher pair = PAIR.matcher(of);
    boolean isPair = pair.matches() && name.equals("sigma");
    if (!(named(isPair ? pair.group(2) : of) instanceof Polynomial matrix)) {
      throw unknown(name + "(" + of + ")");
    }
    if (isPair) {
      return matrix.sigma(Integer.parseInt(pair.group(1)));
    }
    return switch (name) {
      case "normSquared" -> matrix.normSquared();
      case "gram" -> matrix.gram();
      case "rank" -> matrix.rank();
      case "inertia" -> matrix.inertia();
      default -> throw unknown(name + "(" + of + ")");
    };
  }

  private static IllegalArgumentException unknown(String name) {
    return new IllegalArgumentException("there is no quantity \"" + name + "\"");
  }
}
