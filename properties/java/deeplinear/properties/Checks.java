package deeplinear.properties;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Marks the property that checks the claim with an id; {@link ClaimHook} keeps its record. Our own
 * shrinker finds the smallest witness, and the cases have no edge but their strata.
 */
@Property(edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Checks {

  /** The id of the claim. */
  String value();
}
