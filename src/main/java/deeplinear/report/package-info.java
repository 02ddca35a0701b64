/**
 * What a run leaves behind: the ledger, one line of JSON for each claim and origin of its cases;
 * the record of the run, with times and versions; and the page and the summary that are made of
 * them. Knows nothing of the command line.
 */
@NullMarked
package deeplinear.report;

import org.jspecify.annotations.NullMarked;
