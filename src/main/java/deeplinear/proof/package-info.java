/**
 * Proofs by formal matrices: the definitions of the project, evaluated over letters, and the
 * differences of both sides of identities. If all differences are zero polynomials at some depth,
 * the identity holds there for all widths and all real data; see {@link deeplinear.algebra.formal}
 * for why.
 *
 * <p>{@code Proof.from(2, widths -> ImbalanceIdentities.velocity(FormalNetwork.raw(widths), law))}
 * tries the depths 2 to 8.
 */
@NullMarked
package deeplinear.proof;

import org.jspecify.annotations.NullMarked;
