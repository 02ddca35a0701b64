package deeplinear.properties;

import deeplinear.landscape.BlockPoint;
import deeplinear.sample.CriticalPoints;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

/** Chapter 4. */
class LandscapeProperties extends Corpus {

  @Provide
  Arbitrary<BlockPoint> any() {
    return arbitrary(CriticalPoints.any());
  }

  @Provide
  Arbitrary<BlockPoint> notGlobal() {
    return arbitrary(CriticalPoints.notGlobal());
  }

  @Checks("landscape/critical-values")
  void criticalValuesAreSumsOfUnlearnedSquares(@ForAll("any") BlockPoint point) {
    check(point);
  }

  @Checks("landscape/no-spurious-minimum")
  void lossFallsAlongAPath_fromEveryOtherCriticalPoint(@ForAll("notGlobal") BlockPoint point) {
    check(point);
  }
}
