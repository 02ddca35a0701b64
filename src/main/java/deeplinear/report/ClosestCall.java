package deeplinear.report;

import com.fasterxml.jackson.databind.JsonNode;
import deeplinear.counterexample.SubjectJson;
import deeplinear.evidence.Atom;
import deeplinear.theorem.Tally;
import org.jspecify.annotations.Nullable;

/**
 * The case of a ledger entry with the smallest margin.
 *
 * @param margin the signed margin of the deciding comparison, in units of its scale; null if not
 *     finite
 * @param error its error bound in the same unit; null if not finite
 * @param atom the name of the comparison
 * @param detail its numbers
 * @param subject the case, as {@link SubjectJson} writes it
 */
public record ClosestCall(
    @Nullable Double margin, @Nullable Double error, String atom, String detail, JsonNode subject) {

  static ClosestCall of(Tally.ClosestCall call) {
    Atom atom = call.atom();
    return new ClosestCall(
        finite(atom.margin()),
        finite(atom.error()),
        atom.name(),
        atom.detail(),
        SubjectJson.write(call.subject()));
  }

  /** JSON has no other numbers. */
  private static @Nullable Double finite(double x) {
    return Double.isFinite(x) ? x : null;
  }
}
