/**
 * Matrices as letters: what follows from a definition for all widths and all data at once.
 *
 * <p>Let a definition be evaluated with letters for the layers W_1, …, W_h and the data, and let
 * the difference of the two sides of a claim come out as the zero polynomial. Then the claim holds
 * for <em>all real matrices of all widths</em> in the place of the letters, at this depth. For a
 * {@link deeplinear.algebra.formal.Substitution} respects every operation: words multiply as
 * matrices do, (AB)ᵀ = BᵀAᵀ, tr(AB) = tr(BA), tr(Aᵀ) = tr(A), and numbers commute with everything.
 * So the value of the polynomial of an expression is the value of the expression, and the value of
 * the zero polynomial is zero. Only these laws are used, and they hold for every commutative ring
 * of entries and every width. Letters that fulfil {@link deeplinear.algebra.formal.Relations} prove
 * the claim wherever the relations hold.
 *
 * <p>The definition must treat all widths alike. One that asks for a shape and then decides is no
 * polynomial; therefore proofs are made twice, with formal widths that all differ and with equal
 * ones.
 *
 * <p>Conversely, a polynomial without relations that is not zero has matrices at which it does not
 * vanish, if the widths are large enough: a claim that fails here is false at some width, not
 * necessarily at each.
 *
 * <p>Matrices of blocks over any algebra are here, too, since a formal matrix has no entries.
 */
@NullMarked
package deeplinear.algebra.formal;

import org.jspecify.annotations.NullMarked;
