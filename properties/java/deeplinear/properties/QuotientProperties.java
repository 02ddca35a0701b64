package deeplinear.properties;

import deeplinear.landscape.BlockPoint;
import deeplinear.sample.CriticalPoints;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

/** Chapter 6. */
class QuotientProperties extends Corpus {

  @Provide
  Arbitrary<BlockPoint> any() {
    return arbitrary(CriticalPoints.any());
  }

  @Checks("quotient/orbit-closure")
  void criticalPointsDegenerateWithinTheirOrbit(@ForAll("any") BlockPoint point) {
    check(point);
  }
}
