/**
 * What a check brings forward: error bounds as values, atoms of a conclusion with their margins,
 * verdicts of three values, grades of evidence and confidence bounds. Knows nothing of theorems.
 */
@NullMarked
package deeplinear.evidence;

import org.jspecify.annotations.NullMarked;
