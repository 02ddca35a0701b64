package deeplinear.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;

import deeplinear.network.Architecture;
import deeplinear.network.Subject;
import deeplinear.theorem.Theorem;
import deeplinear.theorem.conjectures.AllSaddlesAreStrict;
import deeplinear.theorem.conjectures.EveryCriticalFiberIsUnbounded;
import deeplinear.theorem.conjectures.RankIsConserved;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** False conjectures: each is refuted, and from every draw shrunk to exactly the pinned witness. */
class ConjectureProperties extends Corpus {

  private static <I extends Subject> void refute(
      Theorem<I> theorem, Generator<I> generator, Random random) {
    Subject pinned = Witnesses.of(theorem.id()).subject();
    Architecture smallest = pinned.instance().architecture();
    assertEquals(pinned, Refutation.of(theorem, generator).refute(random, smallest));
  }

  @Property(tries = 1)
  void allSaddlesAreStrict(@ForAll Random random) {
    refute(new AllSaddlesAreStrict(), CriticalPoints.notGlobal(), random);
  }

  @Property(tries = 1)
  void rankIsConserved(@ForAll Random random) {
    refute(new RankIsConserved(), Instances.whitened(2, 4), random);
  }

  @Property(tries = 1)
  void everyCriticalFiberIsUnbounded(@ForAll Random random) {
    refute(new EveryCriticalFiberIsUnbounded(), CriticalPoints.any(), random);
  }
}
