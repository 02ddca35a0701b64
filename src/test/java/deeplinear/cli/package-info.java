/** Tests of the command line. */
@NullMarked
package deeplinear.cli;

import org.jspecify.annotations.NullMarked;
