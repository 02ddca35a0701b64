package deeplinear.landscape;

import com.google.auto.service.AutoService;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.network.Architecture;
import deeplinear.network.Instance;
import deeplinear.network.Parts;
import deeplinear.network.Subject;
import deeplinear.network.SubjectKind;
import deeplinear.network.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * A point of the landscape that is built from blocks: W_i = P_i B_i P_{i−1}^{-1} with B_i =
 * blockdiag(Λ_i, Z_i), where Λ_1 = diag(s_S) and Λ_i = I otherwise, P_0 = [v_S, v_rest] and P_h =
 * [u_S, u_rest]. With k = |S|, Z_i is (d_i − k) × (d_{i−1} − k), and any.
 *
 * <p>Such a point need not be critical. It is, with learned set S, iff every path of h arrows of
 * the cycle Z_1, …, Z_h, T vanishes, where T, (d_0 − k) × (d_h − k), is Σᵀ between the singular
 * vectors off S; and every critical point of the loss is of this form, in some singular bases of Σ.
 * {@link CriticalType#realize} makes critical points of every type; {@link #withGauges} and {@link
 * #withEnds} move them to all others of the type. At depth 1 only S = {1..p} with Z_1 = 0 is
 * critical. Source: [WA25], [AMG24].
 *
 * @param target Σ with its singular triplets
 * @param learned S, a subset of {1..p} with at most r* elements
 * @param gauges P_1, …, P_{h−1}, invertible of order d_i
 * @param nullBlocks Z_1, …, Z_h
 */
public record BlockPoint(
    SpectralTarget target,
    LearnedSet learned,
    List<RationalMatrix> gauges,
    List<RationalMatrix> nullBlocks)
    implements Subject {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  /**
   * Checks all shapes.
   *
   * @throws IllegalArgumentException naming the part that does not fit
   */
  public BlockPoint {
    gauges = List.copyOf(gauges);
    nullBlocks = List.copyOf(nullBlocks);
    if (nullBlocks.size() != gauges.size() + 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d gauges need %d null blocks, not %d",
              gauges.size(),
              gauges.size() + 1,
              nullBlocks.size()));
    }
    if (learned.indices().stream().anyMatch(index -> index > target.rank())) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "the learned set %s exceeds the rank %d", learned, target.rank()));
    }
    Architecture architecture = architecture(target, gauges);
    int k = learned.size();
    for (int i = 1; i <= architecture.depth(); i++) {
      RationalMatrix z = nullBlocks.get(i - 1);
      int rows = architecture.width(i) - k;
      int columns = architecture.width(i - 1) - k;
      if (z.rows() != rows || z.columns() != columns) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "Z_%d must be %d × %d, but it is %d × %d",
                i,
                rows,
                columns,
                z.rows(),
                z.columns()));
      }
    }
  }

  /**
   * The point with P_i = I and all Z_i = 0, for the given hidden widths; critical at depth h ≥ 2.
   */
  public static BlockPoint plain(SpectralTarget target, LearnedSet learned, List<Integer> hidden) {
    List<RationalMatrix> gauges = hidden.stream().map(RationalMatrix::identity).toList();
    Architecture architecture = architecture(target, gauges);
    List<RationalMatrix> blocks = new ArrayList<>();
    for (int i = 1; i <= architecture.depth(); i++) {
      blocks.add(
          RationalMatrix.zeros(
              architecture.width(i) - learned.size(), architecture.width(i - 1) - learned.size()));
    }
    return new BlockPoint(target, learned, gauges, blocks);
  }

  private static Architecture architecture(SpectralTarget target, List<RationalMatrix> gauges) {
    List<Integer> widths = new ArrayList<>();
    widths.add(target.right().rows());
    gauges.forEach(p -> widths.add(p.rows()));
    widths.add(target.left().rows());
    return new Architecture(widths);
  }

  /** The widths. */
  public Architecture architecture() {
    return architecture(target, gauges);
  }

  /** h. */
  public int depth() {
    return nullBlocks.size();
  }

  /** Z_i. */
  public RationalMatrix nullBlock(int i) {
    return nullBlocks.get(i - 1);
  }

  /** Whether Z_i = 0; a block without entries is zero. */
  public boolean isNull(int i) {
    return Q.isZero(nullBlock(i));
  }

  /** Whether ∇L = 0 at this point, and S is what its end-to-end map has learned. */
  public boolean isCritical() {
    List<RationalMatrix> arrows = arrows();
    int h = depth();
    for (int s = 0; s <= h; s++) {
      RationalMatrix path = arrows.get((s + 1) % (h + 1));
      for (int n = 2; n <= h; n++) {
        path = Q.multiply(arrows.get((s + n) % (h + 1)), path);
      }
      if (!Q.isZero(path)) {
        return false;
      }
    }
    return true;
  }

  /** T, Z_1, …, Z_h: arrow 0 from node h to node 0, then arrow i from node i − 1 to node i. */
  List<RationalMatrix> arrows() {
    List<RationalMatrix> arrows = new ArrayList<>();
    int k = learned.size();
    arrows.add(
        RationalMatrix.diagonal(
            target.right().rows() - k,
            target.left().rows() - k,
            learned.unlearned(target.rank()).stream()
                .map(a -> target.values().get(a - 1))
                .toList()));
    arrows.addAll(nullBlocks);
    return arrows;
  }

  /**
   * The type of this point.
   *
   * @throws IllegalArgumentException if it is not critical with learned set S
   */
  public CriticalType type() {
    return new CriticalType(
        architecture(), target.rank(), learned.size(), new NullStrings(arrows()).arcs());
  }

  /** The critical values of the target in this architecture. */
  public CriticalValues values() {
    return new CriticalValues(target.values(), architecture().bottleneck());
  }

  /** Whether W = Σ_{k∈S} s_k u_k v_kᵀ with S top and of ρ elements: no loss is smaller. */
  public boolean isGlobalMinimum() {
    return learned.size() == values().largest()
        && learned.isTop(target.values())
        && Q.isZero(nullBlocks.stream().reduce((below, z) -> Q.multiply(z, below)).orElseThrow());
  }

  /** The same point with other null blocks. */
  public BlockPoint withNullBlocks(List<RationalMatrix> blocks) {
    return new BlockPoint(target, learned, gauges, blocks);
  }

  /** The point of the same blocks in other gauges P_1, …, P_{h−1}. */
  public BlockPoint withGauges(List<RationalMatrix> others) {
    return new BlockPoint(target, learned, others, nullBlocks);
  }

  /**
   * The point with Z_1 M_0^{-1} for Z_1 and M_h Z_h for Z_h, of the same type: it is related to
   * this one as T is to itself.
   *
   * @param input M_0, invertible of order d_0 − k
   * @param output M_h, invertible of order d_h − k, with T M_h = M_0 T
   * @throws IllegalArgumentException if T M_h ≠ M_0 T
   */
  public BlockPoint withEnds(RationalMatrix input, RationalMatrix output) {
    RationalMatrix closing = arrows().get(0);
    if (!Q.multiply(closing, output).equals(Q.multiply(input, closing))) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "T M_h ≠ M_0 T for M_0 = %s, M_h = %s, T = %s", input, output, closing));
    }
    List<RationalMatrix> blocks = new ArrayList<>(nullBlocks);
    blocks.set(0, Q.multiply(blocks.get(0), Q.inverse(input)));
    blocks.set(depth() - 1, Q.multiply(output, blocks.get(depth() - 1)));
    return withNullBlocks(blocks);
  }

  /** P_i, 0 ≤ i ≤ h, of order d_i. */
  public RationalMatrix gauge(int i) {
    if (i == 0) {
      return learnedFirst(target.right());
    }
    return i == depth() ? learnedFirst(target.left()) : gauges.get(i - 1);
  }

  /** The columns of a basis, those of S first, both parts in ascending order. */
  private RationalMatrix learnedFirst(RationalMatrix basis) {
    List<Integer> order = new ArrayList<>(learned.indices());
    order.addAll(learned.unlearned(basis.columns()));
    RationalMatrix result = basis;
    for (int k = 0; k < order.size(); k++) {
      result = Q.insert(result, 0, k, Q.block(basis, 0, order.get(k) - 1, basis.rows(), 1));
    }
    return result;
  }

  /** P_i^{-1}. */
  RationalMatrix inverseGauge(int i) {
    return i == 0 || i == depth() ? Q.transpose(gauge(i)) : Q.inverse(gauge(i));
  }

  /** P_i blockdiag(Λ, z) P_{i−1}^{-1} with the k entries of Λ, or zeros for none. */
  RationalMatrix layer(int i, List<BigFraction> diagonal, RationalMatrix z) {
    Architecture architecture = architecture();
    int k = learned.size();
    RationalMatrix b =
        RationalMatrix.diagonal(architecture.width(i), architecture.width(i - 1), diagonal);
    b = Q.insert(b, k, k, z);
    return Q.multiply(Q.multiply(gauge(i), b), inverseGauge(i - 1));
  }

  /** W_1, …, W_h. */
  public Weights<RationalMatrix> weights() {
    return Weights.build(Q, depth(), i -> layer(i, learnedDiagonal(i), nullBlock(i)));
  }

  private List<BigFraction> learnedDiagonal(int i) {
    return learned.indices().stream()
        .map(index -> i == 1 ? target.values().get(index - 1) : BigFraction.ONE)
        .toList();
  }

  @Override
  public Instance instance() {
    return Instance.whitened(target.matrix(), weights());
  }

  /** s, U and V, S, the gauges and the null blocks. */
  @Override
  public Parts parts() {
    return Parts.NONE
        .withNumbers("values", target.values())
        .withMatrix("left", target.left())
        .withMatrix("right", target.right())
        .withCounts("learned", learned.indices())
        .withMatrices("gauges", gauges)
        .withMatrices("nullBlocks", nullBlocks);
  }

  @Override
  public List<BlockPoint> simpler() {
    return BlockPointReductions.of(this);
  }

  /** Reads it from its parts. */
  @AutoService(SubjectKind.class)
  public static final class Kind implements SubjectKind {

    @Override
    public String name() {
      return "block-point";
    }

    @Override
    public Class<BlockPoint> type() {
      return BlockPoint.class;
    }

    @Override
    public BlockPoint read(Parts parts) {
      return new BlockPoint(
          new SpectralTarget(parts.matrix("left"), parts.numbers("values"), parts.matrix("right")),
          new LearnedSet(parts.counts("learned")),
          parts.matrices("gauges"),
          parts.matrices("nullBlocks"));
    }
  }
}
