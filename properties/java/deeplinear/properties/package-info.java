/**
 * The property corpus: generators for every kind of subject, one class of properties for each
 * chapter, controls that drop a hypothesis, and false conjectures that must be refuted.
 */
@NullMarked
package deeplinear.properties;

import org.jspecify.annotations.NullMarked;
