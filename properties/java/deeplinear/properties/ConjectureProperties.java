package deeplinear.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;

import deeplinear.network.Architecture;
import deeplinear.network.Subject;
import deeplinear.sample.CriticalPoints;
import deeplinear.sample.Generator;
import deeplinear.sample.Instances;
import deeplinear.theorem.Theorem;
import deeplinear.theorem.conjectures.AllSaddlesAreStrict;
import deeplinear.theorem.conjectures.EveryCriticalFiberIsUnbounded;
import deeplinear.theorem.conjectures.ExplicitRungeKuttaConservesImbalance;
import deeplinear.theorem.conjectures.RankIsConserved;
import net.jqwik.api.ForAll;

/** False conjectures: each is refuted, and from every draw shrunk to exactly the pinned witness. */
class ConjectureProperties extends Corpus {

  private static <I extends Subject> void refute(
      Theorem<I> theorem, Generator<I> generator, long seed) {
    Subject pinned = Witnesses.of(theorem.id()).subject();
    Architecture smallest = pinned.instance().architecture();
    Refutation.of(theorem, generator)
        .refute(seed, smallest)
        .forEach(witness -> assertEquals(pinned, witness));
  }

  @Once
  void allSaddlesAreStrict(@ForAll long seed) {
    refute(new AllSaddlesAreStrict(), CriticalPoints.notGlobal(), seed);
  }

  @Once
  void rankIsConserved(@ForAll long seed) {
    refute(new RankIsConserved(), Instances.whitened(2, 4), seed);
  }

  @Once
  void everyCriticalFiberIsUnbounded(@ForAll long seed) {
    refute(new EveryCriticalFiberIsUnbounded(), CriticalPoints.any(), seed);
  }

  @Once
  void explicitRungeKuttaConservesImbalance(@ForAll long seed) {
    refute(new ExplicitRungeKuttaConservesImbalance(), Instances.withoutFirstLayer(2, 3), seed);
  }
}
