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
 * A point that has learned the set S, built from its parts: W_i = P_i B_i P_{i−1}^{-1} with B_i =
 * blockdiag(Λ_i, Z_i), where Λ_1 = diag(s_S) and Λ_i = I otherwise, P_0 = [v_S, v_rest] and P_h =
 * [u_S, u_rest]. With k = |S|, Z_i is (d_i − k) × (d_{i−1} − k).
 *
 * <p>At depth h ≥ 2 it is critical if at least two of the Z_i vanish, and every critical point of
 * the loss is of this form up to the choice of singular vectors. Source: [WA25], [AMG24].
 *
 * @param target Σ with its singular triplets
 * @param learned S, a subset of {1..p} with at most r* elements
 * @param gauges P_1, …, P_{h−1}, invertible of order d_i
 * @param nullBlocks Z_1, …, Z_h
 */
public record CriticalPoint(
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
  public CriticalPoint {
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

  /** The point with P_i = I and all Z_i = 0, for the given hidden widths. */
  public static CriticalPoint plain(
      SpectralTarget target, LearnedSet learned, List<Integer> hidden) {
    List<RationalMatrix> gauges = hidden.stream().map(RationalMatrix::identity).toList();
    Architecture architecture = architecture(target, gauges);
    List<RationalMatrix> blocks = new ArrayList<>();
    for (int i = 1; i <= architecture.depth(); i++) {
      blocks.add(
          RationalMatrix.zeros(
              architecture.width(i) - learned.size(), architecture.width(i - 1) - learned.size()));
    }
    return new CriticalPoint(target, learned, gauges, blocks);
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

  /** Whether at least two null blocks vanish, which makes the point critical at depth h ≥ 2. */
  public boolean hasTwoVanishingBlocks() {
    return nullBlocks.stream().filter(Q::isZero).count() >= 2;
  }

  /** The critical values of the target in this architecture. */
  public CriticalValues values() {
    return new CriticalValues(target.values(), architecture().bottleneck());
  }

  /** Whether S is top with ρ elements: no smaller loss is possible. */
  public boolean isGlobalMinimum() {
    return learned.size() == values().largest() && learned.isTop(target.values());
  }

  /** The same point with other null blocks. */
  public CriticalPoint withNullBlocks(List<RationalMatrix> blocks) {
    return new CriticalPoint(target, learned, gauges, blocks);
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

  /** P_i blockdiag(diagonal, z) P_{i−1}^{-1}, where {@code diagonal} has k entries. */
  RationalMatrix layer(int i, List<BigFraction> diagonal, RationalMatrix z) {
    Architecture architecture = architecture();
    int k = learned.size();
    RationalMatrix b =
        RationalMatrix.diagonal(architecture.width(i), architecture.width(i - 1), diagonal);
    b = Q.insert(b, k, k, z);
    return Q.multiply(Q.multiply(gauge(i), b), Q.inverse(gauge(i - 1)));
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
  public List<CriticalPoint> simpler() {
    return CriticalPointReductions.of(this);
  }

  /** Reads it from its parts. */
  @AutoService(SubjectKind.class)
  public static final class Kind implements SubjectKind {

    @Override
    public String name() {
      return "critical-point";
    }

    @Override
    public Class<CriticalPoint> type() {
      return CriticalPoint.class;
    }

    @Override
    public CriticalPoint read(Parts parts) {
      return new CriticalPoint(
          new SpectralTarget(parts.matrix("left"), parts.numbers("values"), parts.matrix("right")),
          new LearnedSet(parts.counts("learned")),
          parts.matrices("gauges"),
          parts.matrices("nullBlocks"));
    }
  }
}
