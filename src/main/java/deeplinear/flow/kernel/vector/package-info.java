/**
 * What needs the module {@code jdk.incubator.vector}. Nothing outside names these classes: they are
 * loaded by name where the module is present.
 */
@NullMarked
package deeplinear.flow.kernel.vector;

import org.jspecify.annotations.NullMarked;
