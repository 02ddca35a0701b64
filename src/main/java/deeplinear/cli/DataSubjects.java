package deeplinear.cli;

import deeplinear.landscape.BlockPoint;
import deeplinear.network.Architecture;
import deeplinear.network.Chain;
import deeplinear.network.DataSet;
import deeplinear.network.Graph;
import deeplinear.network.Instance;
import deeplinear.network.Subject;
import deeplinear.network.Whitening;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything that can be made from a data set and a network for theorems to be checked on. The
 * result depends on the arguments alone.
 */
public final class DataSubjects {

  /**
   * Exact elimination on the Hessian costs the third power of the number of weights in long
   * integers.
   */
  static final int MAX_WEIGHTS = 60;

  private final DataSet data;
  private final Whitening whitening;
  private final Architecture raw;
  private final Architecture whitened;
  private final long seed;
  private final int cases;

  /**
   * Checks that data and network fit.
   *
   * @param hidden d_1, …, d_{h−1}
   * @param cases how many random starts of each sort
   * @throws IllegalArgumentException if the network exceeds the limits of {@link Architecture}
   */
  public DataSubjects(DataSet data, List<Integer> hidden, long seed, int cases) {
    this.data = data;
    this.seed = seed;
    this.cases = cases;
    raw = network(data.inputs().size(), hidden, data.targets().size());
    whitening = data.whitened();
    whitened = network(whitening.rank(), hidden, data.targets().size());
  }

  private static Architecture network(int inputs, List<Integer> hidden, int outputs) {
    List<Integer> widths = new ArrayList<>();
    widths.add(inputs);
    widths.addAll(hidden);
    widths.add(outputs);
    return new Architecture(widths);
  }

  /** The network on the data as they are. */
  Architecture network() {
    return raw;
  }

  /** The target of the whitened data. */
  Whitening whitening() {
    return whitening;
  }

  /** All candidates of a kind; none if {@link #obstacle} names a reason. */
  @SuppressWarnings("unchecked")
  <I extends Subject> List<Candidate<I>> of(Class<I> kind) {
    if (obstacle(kind).isPresent()) {
      return List.of();
    }
    List<? extends Candidate<?>> candidates = List.of();
    if (kind.equals(Instance.class)) {
      candidates = instances();
    } else if (kind.equals(Graph.class)) {
      candidates = graphs();
    } else if (kind.equals(BlockPoint.class)) {
      candidates = new SpectralSubjects(whitening, whitened, seed).criticalPoints();
    } else if (kind.equals(Chain.class)) {
      candidates = new SpectralSubjects(whitening, whitened, seed).chains();
    }
    return (List<Candidate<I>>) candidates;
  }

  /** Why there can be no candidates of a kind. */
  Optional<String> obstacle(Class<? extends Subject> kind) {
    if (kind.equals(BlockPoint.class) && whitened.weights() > MAX_WEIGHTS) {
      return Optional.of(
          String.format(
              Locale.ROOT, "not run: %d weights, at most %d", whitened.weights(), MAX_WEIGHTS));
    }
    boolean isSpectral = kind.equals(BlockPoint.class) || kind.equals(Chain.class);
    return isSpectral && SpectralSubjects.values(whitening).isEmpty()
        ? Optional.of("not run: Σ = 0")
        : Optional.empty();
  }

  private List<Candidate<Instance>> instances() {
    Starts starts = new Starts(seed);
    List<Candidate<Instance>> candidates = new ArrayList<>();
    for (int n = 0; n < cases; n++) {
      candidates.add(
          new Candidate<>(starts.gaussian(whitening.target(), whitened), "whitened data"));
      candidates.add(new Candidate<>(starts.gaussian(data.raw(), raw), "raw data"));
      if (!whitened.hasBottleneck()) {
        starts
            .nearMinimum(whitening.target(), whitened)
            .ifPresent(start -> candidates.add(new Candidate<>(start, "start near a minimum")));
      }
      if (whitened.depth() == 2) {
        candidates.add(
            new Candidate<>(
                starts.lambdaBalanced(whitening.target(), whitened, n % 2 == 0),
                "λ-balanced start"));
        candidates.add(
            new Candidate<>(starts.imbalanced(whitening.target(), whitened), "imbalanced start"));
      }
    }
    return candidates;
  }

  private List<Candidate<Graph>> graphs() {
    Starts starts = new Starts(seed);
    List<Candidate<Graph>> candidates = new ArrayList<>();
    for (int n = 0; n < cases; n++) {
      candidates.add(
          new Candidate<>(
              Graph.of(starts.gaussian(whitening.target(), whitened)), "whitened data"));
    }
    return candidates;
  }
}
