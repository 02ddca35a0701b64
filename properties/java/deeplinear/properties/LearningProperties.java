package deeplinear.properties;

import deeplinear.network.Chain;
import deeplinear.network.Instance;
import deeplinear.sample.Chains;
import deeplinear.sample.Instances;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

/** Chapter 8. */
class LearningProperties extends Corpus {

  @Provide
  Arbitrary<Chain> balanced() {
    return arbitrary(Chains.balanced());
  }

  @Provide
  Arbitrary<Instance> lambdaBalanced() {
    return arbitrary(Instances.lambdaBalanced());
  }

  @Checks("learning/mode-equation")
  void modesFollowTheirEquation_whenBalanced(@ForAll("balanced") Chain chain) {
    check(chain);
  }

  @Checks("learning/riccati")
  void gramMatrixSolvesRiccati_whenLambdaBalanced(@ForAll("lambdaBalanced") Instance instance) {
    check(instance);
  }
}
