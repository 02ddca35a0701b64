package deeplinear.properties;

import deeplinear.landscape.CriticalPoint;
import deeplinear.sample.CriticalPoints;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

/** Chapter 6. */
class QuotientProperties extends Corpus {

  @Provide
  Arbitrary<CriticalPoint> any() {
    return arbitrary(CriticalPoints.any());
  }

  @Checks("quotient/orbit-closure")
  void criticalPointsDegenerateWithinTheirOrbit(@ForAll("any") CriticalPoint point) {
    check(point);
  }
}
