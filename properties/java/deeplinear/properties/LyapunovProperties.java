package deeplinear.properties;

import deeplinear.network.Instance;
import deeplinear.sample.Instances;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

/** Chapter 3. */
class LyapunovProperties extends Corpus {

  @Provide
  Arbitrary<Instance> any() {
    return arbitrary(Instances.any(1, 4));
  }

  @Provide
  Arbitrary<Instance> convergent() {
    return arbitrary(Instances.convergent(1, 4));
  }

  @Checks("lyapunov/monotone-loss")
  void lossFallsStrictly_unlessCritical(@ForAll("any") Instance instance) {
    check(instance);
  }

  @Checks("lyapunov/limit-loss-is-critical-value")
  void limitOfTheLossIsCriticalValue(@ForAll("convergent") Instance instance) {
    check(instance);
  }
}
