package deeplinear.properties;

import deeplinear.network.Instance;
import deeplinear.sample.Instances;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

/** Chapter 2. */
class ConservationProperties extends Corpus {

  @Provide
  Arbitrary<Instance> deep() {
    return arbitrary(Instances.any(2, 4));
  }

  @Checks("conservation/imbalance")
  void imbalanceIsConserved(@ForAll("deep") Instance instance) {
    check(instance);
  }

  @Checks("conservation/quadratic-invariants-of-gauss")
  void imbalanceIsKeptByGaussCollocation(@ForAll("deep") Instance instance) {
    check(instance);
  }
}
