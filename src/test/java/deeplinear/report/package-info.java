/** Tests of the ledger and of the page. */
@NullMarked
package deeplinear.report;

import org.jspecify.annotations.NullMarked;
