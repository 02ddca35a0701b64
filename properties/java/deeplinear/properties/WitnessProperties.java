package deeplinear.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import deeplinear.claim.Claim;
import deeplinear.claim.Claims;
import deeplinear.claim.Laboratory;
import deeplinear.evidence.Status;
import deeplinear.evidence.Verdict;
import deeplinear.network.Subject;
import deeplinear.properties.Witnesses.Witness;
import java.util.List;
import net.jqwik.api.Example;

/** Every pinned witness is replayed in every build. */
class WitnessProperties {

  @Example
  void pinnedWitnessesStillRefuteTheirClaims() {
    List<Witness> witnesses = Witnesses.all();
    assertFalse(witnesses.isEmpty());
    witnesses.forEach(w -> replay(Claims.find(w.id()), w));
  }

  private static <I extends Subject> void replay(Claim<I> claim, Witness witness) {
    I subject = claim.sheet().subject().cast(witness.subject());
    assertEquals(List.of(), claim.sheet().missing(subject, Laboratory.STANDARD), witness.id());
    Verdict verdict = claim.check(subject, Laboratory.STANDARD);
    assertEquals(Status.VIOLATED, verdict.status(), witness.id());
    assertEquals(witness.failing(), verdict.decisive().name());
    assertEquals(
        claim.sheet().smallest().orElse(""),
        subject.instance().architecture().toString(),
        witness.id());
  }
}
