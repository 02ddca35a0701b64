package deeplinear.sample;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.landscape.BlockPoint;
import deeplinear.landscape.CriticalType;
import deeplinear.landscape.LearnedSet;
import deeplinear.landscape.PredictedInertia;
import deeplinear.landscape.SpectralTarget;
import deeplinear.network.Architecture;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Generators of critical points of every type, and of points that just fail to be critical. All
 * have random singular bases and gauges.
 */
public final class CriticalPoints {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  /** Types that are tried for one without linked strings, before the plain one is taken. */
  private static final int TRIALS = 8;

  private CriticalPoints() {}

  /** Of every type; the large ones have a Hessian that can be decided exactly. */
  public static Source<BlockPoint> any() {
    return Source.of("bulk", 8, bulk())
        .and("small", 1, small())
        .and("ties", 1, ties())
        .and("rank-deficient", 1, rankDeficient());
  }

  /** Depth 2 to 4, widths up to 3. */
  public static Generator<BlockPoint> small() {
    return draw -> mixed(draw, CriticalSetting.small(draw));
  }

  /** Depth 2 to 6, widths up to 8, at most {@value CriticalSetting#MOST_WEIGHTS} weights. */
  public static Generator<BlockPoint> bulk() {
    return draw -> mixed(draw, CriticalSetting.bulk(draw, 2));
  }

  /** Widths up to 32, or depth 12: for checks that need no Hessian. */
  public static Generator<BlockPoint> beyond() {
    return draw -> mixed(draw, CriticalSetting.beyond(draw));
  }

  /** Two or more equal singular values, of which often some are learned and some are not. */
  public static Generator<BlockPoint> ties() {
    return draw -> anyOf(draw, CriticalSetting.bulk(draw, 2).withTies(draw));
  }

  /** p &lt; min(d_0, d_h). */
  public static Generator<BlockPoint> rankDeficient() {
    return draw -> anyOf(draw, CriticalSetting.bulk(draw, 2).withoutFullRank(draw));
  }

  /** Non-strict saddles, of depth 3 or more. */
  public static Generator<BlockPoint> nonStrict() {
    return draw -> nonStrict(draw, CriticalSetting.bulk(draw, 3).withMode(draw));
  }

  /** Global minima. */
  public static Generator<BlockPoint> minima() {
    return draw -> minimum(draw, setting(draw));
  }

  /** All but the global minima. */
  public static Generator<BlockPoint> notGlobal() {
    return draw -> notGlobal(draw, setting(draw));
  }

  private static BlockPoint notGlobal(Draw draw, CriticalSetting any) {
    CriticalSetting setting = any.withMode(draw);
    if (setting.architecture().depth() > 2 && draw.onceIn(4)) {
      return nonStrict(draw, setting);
    }
    LearnedSet learned = setting.learned(draw);
    if (learned.size() == setting.largest() && learned.isTop(setting.values())) {
      List<Integer> fewer = new ArrayList<>(learned.indices());
      fewer.remove(draw.between(0, fewer.size() - 1));
      learned = new LearnedSet(fewer);
    }
    return ofAnyType(draw, setting, learned);
  }

  /**
   * A single null block vanishes, so that still W = Σ_{k∈S} s_k u_k v_kᵀ, or none does; and ∇L ≠ 0.
   */
  public static Generator<BlockPoint> notCritical() {
    return draw -> {
      CriticalSetting setting = CriticalSetting.small(draw).withMode(draw);
      int size = draw.between(0, setting.largest() - 1);
      BlockPoint point = plain(draw, setting, setting.learned(draw, size));
      int vanishing = draw.onceIn(2) ? 0 : draw.between(1, point.depth());
      List<RationalMatrix> blocks = new ArrayList<>();
      for (int i = 1; i <= point.depth(); i++) {
        RationalMatrix z = point.nullBlock(i);
        blocks.add(i == vanishing ? z : led(draw, z.rows(), z.columns()));
      }
      return point.withNullBlocks(blocks);
    };
  }

  /** Small and large ones, all but the global minima; some beyond. */
  public static Source<BlockPoint> notGlobalOfAllSizes() {
    return Source.of("bulk", 6, notGlobal())
        .and("small", 1, draw -> notGlobal(draw, CriticalSetting.small(draw)))
        .and("non-strict", 2, nonStrict());
  }

  /** Depth 1, W = Σ: critical, but not as deeper networks are. */
  public static Generator<BlockPoint> depthOneFitted() {
    return draw -> {
      CriticalSetting setting = CriticalSetting.ofDepthOne(draw);
      return BlockPoint.plain(
          setting.target(draw), setting.top(setting.values().size()), List.of());
    };
  }

  /** Depth 2 at the origin, with an invertible target. */
  public static Generator<BlockPoint> shallowOrigin() {
    return draw -> {
      if (!draw.frame().isFree()) {
        throw new UnsuitableFrameException("the target is given");
      }
      int n = draw.between(1, 4);
      SpectralTarget target =
          new SpectralTarget(draw.orthogonal(n), draw.singularValues(n, false), draw.orthogonal(n));
      return BlockPoint.plain(target, LearnedSet.of(), List.of(draw.between(1, 4)));
    };
  }

  private static CriticalSetting setting(Draw draw) {
    return draw.onceIn(5) ? CriticalSetting.small(draw) : CriticalSetting.bulk(draw, 2);
  }

  /** Some non-strict saddles and minima among points of any type. */
  private static BlockPoint mixed(Draw draw, CriticalSetting setting) {
    int choice = draw.between(1, 16);
    boolean canBeNonStrict = setting.architecture().depth() > 2 && setting.largest() > 0;
    if (choice <= 3 && canBeNonStrict) {
      return nonStrict(draw, setting);
    }
    return choice == 16 ? minimum(draw, setting) : anyOf(draw, setting);
  }

  private static BlockPoint anyOf(Draw draw, CriticalSetting setting) {
    return ofAnyType(draw, setting, setting.learned(draw));
  }

  private static BlockPoint minimum(Draw draw, CriticalSetting setting) {
    return ofAnyType(draw, setting, setting.top(setting.largest()));
  }

  private static BlockPoint nonStrict(Draw draw, CriticalSetting setting) {
    int largest = setting.largest() - 1;
    LearnedSet learned =
        setting.top(draw.onceIn(4) ? 0 : draw.between(Math.min(1, largest), largest));
    for (int trial = 0; trial < TRIALS; trial++) {
      CriticalType type = type(draw, setting, learned);
      if (PredictedInertia.of(type, setting.values(), learned).negative() == 0) {
        return moved(draw, type.realize(setting.target(draw), learned));
      }
    }
    return plain(draw, setting, learned);
  }

  private static BlockPoint ofAnyType(Draw draw, CriticalSetting setting, LearnedSet learned) {
    CriticalType type = type(draw, setting, learned);
    return moved(draw, type.realize(setting.target(draw), learned));
  }

  private static CriticalType type(Draw draw, CriticalSetting setting, LearnedSet learned) {
    return TypeDraw.next(draw, setting.architecture(), setting.values().size(), learned.size());
  }

  private static BlockPoint plain(Draw draw, CriticalSetting setting, LearnedSet learned) {
    Architecture architecture = setting.architecture();
    List<Integer> hidden = architecture.widths().subList(1, architecture.depth());
    return moved(draw, BlockPoint.plain(setting.target(draw), learned, hidden));
  }

  /** The point in random gauges, and half the time with other null blocks at both ends. */
  private static BlockPoint moved(Draw draw, BlockPoint point) {
    BlockPoint moved =
        point.withGauges(point.gauges().stream().map(g -> draw.invertible(g.rows())).toList());
    return draw.onceIn(2) ? moved : withOtherEnds(draw, moved);
  }

  /** M_h = [[C, 0], [X, D]] and M_0 = [[S C S^{-1}, Y], [0, E]], S the unlearned values. */
  private static BlockPoint withOtherEnds(Draw draw, BlockPoint point) {
    List<BigFraction> s =
        point.learned().unlearned(point.target().rank()).stream()
            .map(a -> point.target().values().get(a - 1))
            .toList();
    int r = s.size();
    int k = point.learned().size();
    int inputs = point.architecture().inputs() - k;
    int outputs = point.architecture().outputs() - k;
    RationalMatrix c = draw.invertible(r);
    RationalMatrix scale = RationalMatrix.diagonal(r, r, s);
    RationalMatrix output = Q.insert(Q.zeros(outputs, outputs), 0, 0, c);
    output = Q.insert(output, r, 0, draw.integers(outputs - r, r, 1));
    output = Q.insert(output, r, r, draw.invertible(outputs - r));
    RationalMatrix scaled = Q.multiply(Q.multiply(scale, c), Q.inverse(scale));
    RationalMatrix input = Q.insert(Q.zeros(inputs, inputs), 0, 0, scaled);
    input = Q.insert(input, 0, r, draw.integers(r, inputs - r, 1));
    input = Q.insert(input, r, r, draw.invertible(inputs - r));
    return point.withEnds(input, output);
  }

  /** diag(1, A) with small integers A: products of such matrices do not vanish. */
  private static RationalMatrix led(Draw draw, int rows, int columns) {
    RationalMatrix one = Q.insert(Q.zeros(rows, columns), 0, 0, RationalMatrix.identity(1));
    return Q.insert(one, 1, 1, draw.integers(rows - 1, columns - 1, 2));
  }
}
