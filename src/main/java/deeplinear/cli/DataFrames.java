package deeplinear.cli;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.Rationals;
import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.Spectrum;
import deeplinear.landscape.SpectralTarget;
import deeplinear.network.Architecture;
import deeplinear.network.DataSet;
import deeplinear.network.Whitening;
import deeplinear.sample.Frame;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * What a data set and a network give to the generators: the data as they are, and whitened. For
 * subjects that need singular triplets the inputs and outputs are rotated into those of Σ, which
 * turns Σ into the diagonal matrix of its singular values and carries critical points, their types
 * and trajectories along; the values are rounded to short decimals, so that they are exact.
 */
public final class DataFrames {

  /** Significant decimal digits that are kept of a singular value. */
  static final int DIGITS = 5;

  /** Singular values below this part of the largest one are taken for zero. */
  private static final double NEGLIGIBLE = 1e-8;

  private final Whitening whitening;
  private final Architecture network;
  private final Architecture whitened;
  private final List<Double> computed;
  private final List<BigFraction> values;
  private final DataSet data;

  /**
   * Checks that data and network fit.
   *
   * @param hidden d_1, …, d_{h−1}
   * @throws IllegalArgumentException if the network exceeds the limits of {@link Architecture}
   */
  public DataFrames(DataSet data, List<Integer> hidden) {
    this.data = data;
    network = network(data.inputs().size(), hidden, data.targets().size());
    whitening = data.whitened();
    whitened = network(whitening.rank(), hidden, data.targets().size());
    double[] s = Spectrum.singularValues(RealAlgebra.INSTANCE.lift(whitening.sigma()));
    computed = Arrays.stream(s).filter(x -> x > NEGLIGIBLE * s[0]).boxed().toList();
    values =
        computed.stream()
            .map(x -> Rationals.exactly(new BigDecimal(x, new MathContext(DIGITS))))
            .toList();
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
    return network;
  }

  /** The whitened data. */
  Whitening whitening() {
    return whitening;
  }

  /** The largest relative change of a singular value by rounding. */
  double rounding() {
    double largest = 0;
    for (int k = 0; k < values.size(); k++) {
      double s = computed.get(k);
      largest = Math.max(largest, Math.abs(Rationals.toDouble(values.get(k)) - s) / s);
    }
    return largest;
  }

  /** The whitened data. */
  Frame whitenedFrame() {
    RationalMatrix none =
        RationalAlgebra.INSTANCE.zeros(whitened.outputs(), whitened.inputs());
    boolean isZero = whitening.sigma().equals(none);
    return Frame.of(
        whitened,
        whitening.target(),
        isZero
            ? Optional.empty()
            : Optional.of(
                SpectralTarget.diagonal(whitened.outputs(), whitened.inputs(), values)));
  }

  /** The data as they are. */
  Frame rawFrame() {
    return Frame.of(network, data.raw(), Optional.empty());
  }
}
