package deeplinear.properties;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.Property;

/** Marks a property that checks the claim with an id; {@link LedgerHook} keeps its record. */
@Property
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Checks {

  /** The id of the claim. */
  String value();
}
