package deeplinear.cli;

import deeplinear.algebra.Rationals;
import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.Spectrum;
import deeplinear.claim.Claim;
import deeplinear.landscape.SpectralTarget;
import deeplinear.network.Architecture;
import deeplinear.network.DataSet;
import deeplinear.network.Subject;
import deeplinear.network.Whitening;
import deeplinear.sample.Frame;
import deeplinear.trial.Plan;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Data and a network as frames for the generators of the claims: once whitened, and once as they
 * are. The result depends on the arguments alone.
 *
 * <p>Rotating inputs and outputs turns the whitened target Σ into diag(s) and carries critical
 * points, their types and trajectories along; so subjects that need singular triplets are those of
 * diag(s), where s is rounded to short decimals.
 */
public final class GivenData {

  /** Significant decimal digits that are kept of a singular value. */
  private static final MathContext DIGITS = new MathContext(5);

  /** Singular values below this part of the largest one are taken for zero. */
  private static final double NEGLIGIBLE = 1e-8;

  private final Whitening whitening;
  private final Architecture network;
  private final double[] singularValues;
  private final List<BigFraction> rounded;
  private final Frame raw;
  private final Frame whitened;

  /**
   * Checks that data and network fit.
   *
   * @param hidden d_1, …, d_{h−1}
   * @throws IllegalArgumentException if the network exceeds the limits of {@link Architecture}
   */
  public GivenData(DataSet data, List<Integer> hidden) {
    network = network(data.inputs().size(), hidden, data.targets().size());
    raw = Frame.of(network, data.raw(), Optional.empty());
    whitening = data.whitened();
    Architecture restricted = network(whitening.rank(), hidden, data.targets().size());
    singularValues = Spectrum.singularValues(RealAlgebra.INSTANCE.lift(whitening.sigma()));
    rounded =
        Arrays.stream(singularValues)
            .filter(x -> x > NEGLIGIBLE * singularValues[0])
            .mapToObj(x -> Rationals.exactly(new BigDecimal(x, DIGITS)))
            .toList();
    whitened =
        Frame.of(
            restricted,
            whitening.target(),
            Optional.of(
                SpectralTarget.diagonal(restricted.outputs(), restricted.inputs(), rounded)));
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

  /**
   * The plans of a claim: whitened, and as the data are. Each stratum of the claim has the same
   * share, under a name that tells the frame.
   */
  public <I extends Subject> List<Plan<I>> plans(Claim<I> claim, long seed) {
    return List.of(
        Plan.given(claim, whitened, seed).prefixed("whitened-"),
        Plan.given(claim, raw, seed).prefixed("raw-"));
  }

  /** What was done to the data, one line for each step. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (whitening.isRestricted()) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "X Xᵀ is numerically singular: after whitening, %d of %d inputs remain",
              whitening.rank(),
              whitening.inputs()));
    }
    remarks.add(
        rounded.isEmpty()
            ? "the whitened target is zero: it has no modes"
            : "singular values of the whitened target: " + decimals());
    double change = change();
    if (change > 0) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "critical points and chains are those of diag(s) with these values, which are"
                  + " rounded by at most %.1e of themselves",
              change));
    }
    int lost = singularValues.length - rounded.size();
    if (lost > 0 && !rounded.isEmpty()) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "%d more are below %.0e of the largest, and taken for zero",
              lost,
              NEGLIGIBLE));
    }
    return remarks;
  }

  private String decimals() {
    return rounded.stream()
        .map(s -> String.format(Locale.ROOT, "%.5g", Rationals.toDouble(s)))
        .collect(Collectors.joining(", "));
  }

  /** The largest relative change of a singular value by rounding. */
  private double change() {
    double largest = 0;
    for (int k = 0; k < rounded.size(); k++) {
      double difference = Math.abs(Rationals.toDouble(rounded.get(k)) - singularValues[k]);
      largest = Math.max(largest, difference / singularValues[k]);
    }
    return largest;
  }
}
