package deeplinear.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import deeplinear.evidence.Status;
import deeplinear.evidence.Verdict;
import deeplinear.network.Subject;
import deeplinear.properties.Witnesses.Witness;
import deeplinear.theorem.Kind;
import deeplinear.theorem.Laboratory;
import deeplinear.theorem.Registry;
import deeplinear.theorem.Theorem;
import java.util.List;
import net.jqwik.api.Example;

/** Every pinned witness is replayed in every build. */
class WitnessProperties {

  @Example
  void pinnedWitnessesStillRefuteTheirClaims() {
    List<Witness> witnesses = Witnesses.all();
    assertFalse(witnesses.isEmpty());
    witnesses.forEach(w -> replay(Registry.find(w.id()), w));
  }

  @Example
  void everyFalseConjectureHasAPinnedWitness() {
    Registry.all().stream()
        .filter(t -> t.statement().kind() == Kind.FALSE_CONJECTURE)
        .forEach(t -> Witnesses.of(t.id()));
  }

  private static <I extends Subject> void replay(Theorem<I> theorem, Witness witness) {
    I subject = theorem.subject().cast(witness.subject());
    assertEquals(List.of(), theorem.missing(subject));
    Verdict verdict = theorem.check(subject, Laboratory.STANDARD);
    assertEquals(Status.VIOLATED, verdict.status(), witness.id());
    assertEquals(witness.failing(), verdict.decisive().name());
  }
}
