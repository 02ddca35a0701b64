package deeplinear.properties;

import deeplinear.landscape.BlockPoint;
import deeplinear.network.Instance;
import deeplinear.sample.CriticalPoints;
import deeplinear.sample.Instances;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

/** Chapter 5. */
class SaddlesProperties extends Corpus {

  @Provide
  Arbitrary<BlockPoint> any() {
    return arbitrary(CriticalPoints.any());
  }

  @Provide
  Arbitrary<BlockPoint> generic() {
    return arbitrary(CriticalPoints.generic());
  }

  @Provide
  Arbitrary<Instance> shortNumbers() {
    return arbitrary(Instances.shortNumbers(1, 4));
  }

  @Checks("saddles/hessian-form")
  void hessianIsTheSecondDerivative(@ForAll("shortNumbers") Instance instance) {
    check(instance);
  }

  @Checks("saddles/strictness")
  void strictnessFollowsFromRanks(@ForAll("any") BlockPoint point) {
    check(point);
  }

  @Checks("saddles/inertia")
  void inertiaCountsInversions(@ForAll("generic") BlockPoint point) {
    check(point);
  }
}
