package deeplinear.properties;

import deeplinear.network.Instance;
import deeplinear.sample.Instances;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

/** Chapter 9. */
class ConvergenceProperties extends Corpus {

  @Provide
  Arbitrary<Instance> imbalanced() {
    return arbitrary(Instances.imbalanced());
  }

  @Provide
  Arbitrary<Instance> randomStarts() {
    return arbitrary(Instances.randomStarts());
  }

  @Provide
  Arbitrary<Instance> nearMinimum() {
    return arbitrary(Instances.nearMinimum(2, 4));
  }

  @Checks("convergence/certificate")
  void certificateIsKept_nearMinima(@ForAll("nearMinimum") Instance instance) {
    check(instance);
  }

  @Checks("convergence/imbalance-rate")
  void lossDecaysAtTheRateOfTheImbalance(@ForAll("imbalanced") Instance instance) {
    check(instance);
  }

  @Checks("convergence/almost-sure-global")
  void globalMinimumIsReached_fromRandomStarts(@ForAll("randomStarts") Instance instance) {
    check(instance);
  }
}
