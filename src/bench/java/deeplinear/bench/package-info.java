/**
 * Benchmarks of the flow: sets of networks, contenders, JMH, reports. Not part of the library, and
 * compiled only by the profile {@code bench}.
 */
@NullMarked
package deeplinear.bench;

import org.jspecify.annotations.NullMarked;
