/**
 * What a run leaves behind: the ledger, one line of JSON for each property, and the page that is
 * made of it. Knows nothing of the command line.
 */
@NullMarked
package deeplinear.report;

import org.jspecify.annotations.NullMarked;
