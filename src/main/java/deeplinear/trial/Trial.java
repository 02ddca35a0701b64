package deeplinear.trial;

import deeplinear.claim.Claim;
import deeplinear.network.Subject;
import deeplinear.sample.Draw;
import deeplinear.sample.Frame;
import deeplinear.sample.Stratum;
import java.util.Locale;
import java.util.Random;

/**
 * A case with a name. Its subject depends on the name, the seed of the run and what is given, and
 * on nothing else, so it can be made again at any time.
 *
 * @param claim what is checked
 * @param stratum where the subject comes from
 * @param index its number in the run, from 0
 * @param seed of the run
 * @param frame what is given
 */
public record Trial<I extends Subject>(
    Claim<I> claim, Stratum<I> stratum, int index, long seed, Frame frame) {

  /** For example {@code saddles/inertia@1/bulk/17}. */
  public String name() {
    return String.format(
        Locale.ROOT, "%s@%d/%s/%d", claim.id(), claim.sheet().version(), stratum.name(), index);
  }

  /** The subject. */
  public I subject() {
    return stratum.generator().next(new Draw(new Random(mix()), frame));
  }

  /** The bits of name and seed, spread over a long: FNV-1a, then the finalizer of SplitMix64. */
  private long mix() {
    long hash = 0xcbf29ce484222325L;
    String name = name();
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    long z = hash + seed * 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
