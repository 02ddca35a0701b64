/** One-step methods for initial value problems, one file each. */
@NullMarked
package deeplinear.flow.method;

import org.jspecify.annotations.NullMarked;
