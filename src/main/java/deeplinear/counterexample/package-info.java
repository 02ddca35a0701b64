/**
 * What is made of a violation: it is settled by an independent path, shrunk to a minimal subject
 * and written as a record in exact numbers, from which it can be replayed. Knows nothing of pages.
 */
@NullMarked
package deeplinear.counterexample;

import org.jspecify.annotations.NullMarked;
