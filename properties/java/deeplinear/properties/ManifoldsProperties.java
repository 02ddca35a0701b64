package deeplinear.properties;

import deeplinear.network.Chain;
import deeplinear.sample.Chains;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

/** Chapter 7. */
class ManifoldsProperties extends Corpus {

  @Provide
  Arbitrary<Chain> aligned() {
    return arbitrary(Chains.aligned());
  }

  @Checks("manifolds/aligned-invariant")
  void alignedWeightsStayAligned(@ForAll("aligned") Chain chain) {
    check(chain);
  }
}
