package deeplinear.report;

import com.fasterxml.jackson.databind.JsonNode;
import deeplinear.counterexample.SubjectJson;
import deeplinear.evidence.Atom;
import deeplinear.network.Subject;
import deeplinear.trial.Call;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The decided case of a ledger entry with the smallest margin.
 *
 * @param trial the name of the case
 * @param margin of the deciding comparison, (tolerance − defect)/(tolerance + defect)
 * @param defect how much is wrong, relative; null if not finite
 * @param tolerance how much may be, in the same unit; null if not finite
 * @param resolution the smallest difference that the comparison can see, in the same unit; null if
 *     not finite
 * @param atom the name of the comparison
 * @param detail its numbers
 * @param subject the case, as {@link SubjectJson} writes it; null if it is large, for its name is
 *     enough to make it again
 */
public record ClosestCall(
    String trial,
    @Nullable Double margin,
    @Nullable Double defect,
    @Nullable Double tolerance,
    @Nullable Double resolution,
    String atom,
    String detail,
    @Nullable JsonNode subject) {

  /** Longer subjects are not written out. */
  private static final int LONGEST = 20_000;

  /** Requires the texts. */
  public ClosestCall {
    Objects.requireNonNull(trial, "trial");
    Objects.requireNonNull(atom, "atom");
    Objects.requireNonNull(detail, "detail");
    // Jackson reads null as a node of its own.
    subject = subject == null || subject.isNull() ? null : subject;
  }

  static <I extends Subject> ClosestCall of(Call<I> call) {
    Atom atom = call.atom();
    JsonNode subject = SubjectJson.write(call.trial().subject());
    return new ClosestCall(
        call.trial().name(),
        finite(atom.margin()),
        finite(atom.defect()),
        finite(atom.tolerance()),
        finite(atom.resolution()),
        atom.name(),
        atom.detail(),
        subject.toString().length() > LONGEST ? null : subject);
  }

  /** JSON has no other numbers. */
  private static @Nullable Double finite(double x) {
    return Double.isFinite(x) ? x : null;
  }
}
