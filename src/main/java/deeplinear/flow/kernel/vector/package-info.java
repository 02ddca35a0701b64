/** What needs the module jdk.incubator.vector; loaded by name only where that is present. */
@NullMarked
package deeplinear.flow.kernel.vector;

import org.jspecify.annotations.NullMarked;
