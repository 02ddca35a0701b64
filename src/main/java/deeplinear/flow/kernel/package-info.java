/** Vector fields on flat arrays of doubles. */
@NullMarked
package deeplinear.flow.kernel;

import org.jspecify.annotations.NullMarked;
