package deeplinear.properties;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Marks a property that makes its own draws from one free seed, which there is no use to shrink.
 */
@Property(tries = 1, shrinking = ShrinkingMode.OFF)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Once {}
