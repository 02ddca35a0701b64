/** The harness, run on planted claims: it must see red. */
@NullMarked
package deeplinear.trial;

import org.jspecify.annotations.NullMarked;
