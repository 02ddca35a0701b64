package deeplinear.properties;

import deeplinear.landscape.CriticalPoint;
import deeplinear.sample.CriticalPoints;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

/** Chapter 4. */
class LandscapeProperties extends Corpus {

  @Provide
  Arbitrary<CriticalPoint> any() {
    return arbitrary(CriticalPoints.any());
  }

  @Provide
  Arbitrary<CriticalPoint> notGlobal() {
    return arbitrary(CriticalPoints.notGlobal());
  }

  @Checks("landscape/critical-values")
  void criticalValuesAreSumsOfUnlearnedSquares(@ForAll("any") CriticalPoint point) {
    check(point);
  }

  @Checks("landscape/no-spurious-minimum")
  void lossFallsAlongAPath_fromEveryOtherCriticalPoint(@ForAll("notGlobal") CriticalPoint point) {
    check(point);
  }
}
