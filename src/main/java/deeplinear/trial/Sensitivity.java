package deeplinear.trial;

import deeplinear.algebra.Rationals;
import deeplinear.claim.Claim;
import deeplinear.claim.Laboratory;
import deeplinear.flow.Dynamics;
import deeplinear.flow.Laws;
import deeplinear.flow.UnevenFlow;
import deeplinear.network.Subject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Which faults of the law of motion a claim sees, and how small ones.
 *
 * @param violated for each wrong law, by name, the comparisons that failed
 * @param bits the largest k for which a first layer that is faster by 2^{−k} is seen; empty if none
 *     is
 */
public record Sensitivity(Map<String, Map<String, Integer>> violated, OptionalInt bits) {

  /** So many cases try to see a law. */
  private static final int CASES = 24;

  /** Smaller faults are not tried. */
  private static final int MOST_BITS = 40;

  /** The sensitivity of a claim on cases of its own. */
  static <I extends Subject> Sensitivity of(Claim<I> claim, long seed) {
    Map<String, Map<String, Integer>> violated = new LinkedHashMap<>();
    for (Dynamics law : Laws.wrong()) {
      violated.put(law.name(), seen(claim, seed, law));
    }
    boolean blind = violated.values().stream().allMatch(Map::isEmpty);
    return new Sensitivity(violated, blind ? OptionalInt.empty() : bits(claim, seed));
  }

  private static <I extends Subject> Map<String, Integer> seen(
      Claim<I> claim, long seed, Dynamics law) {
    // What makes a case meet its hypotheses under another law is not asked: the law is the fault.
    Plan<I> plan = Plan.corpus(claim, seed).with(Laboratory.STANDARD.with(law));
    Map<String, Integer> violated = new TreeMap<>(Trials.search(plan.anyway(), CASES).violated());
    Unproved.by(claim, law).forEach((atom, n) -> violated.merge(atom, n, Integer::sum));
    return violated;
  }

  /** By bisection, for a claim that sees a fault sees larger ones, too. */
  private static <I extends Subject> OptionalInt bits(Claim<I> claim, long seed) {
    if (seen(claim, seed, new UnevenFlow(BigFraction.ONE)).isEmpty()) {
      return OptionalInt.empty();
    }
    int seen = 0;
    int unseen = MOST_BITS + 1;
    while (unseen - seen > 1) {
      int middle = (seen + unseen) / 2;
      BigFraction excess = Rationals.exactly(Math.scalb(1.0, -middle));
      if (seen(claim, seed, new UnevenFlow(excess)).isEmpty()) {
        unseen = middle;
      } else {
        seen = middle;
      }
    }
    return OptionalInt.of(seen);
  }
}
