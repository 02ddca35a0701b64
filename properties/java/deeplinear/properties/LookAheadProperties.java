package deeplinear.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.network.Instance;
import deeplinear.sample.Draw;
import deeplinear.sample.Generator;
import deeplinear.sample.Instances;
import deeplinear.theorem.Hypothesis;
import deeplinear.theorem.Laboratory;
import deeplinear.theorem.Statement;
import deeplinear.theorem.Theorem;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;

/** Looking ahead changes no subject and no verdict. */
class LookAheadProperties {

  /** Holds, or throws at depth 3, and says of whom. */
  private record Naming(AtomicInteger checks) implements Theorem<Instance> {

    @Override
    public Statement statement() {
      return Statement.theorem("fake/fake", "", "", Grade.EXACT, "WA25", "");
    }

    @Override
    public Class<Instance> subject() {
      return Instance.class;
    }

    @Override
    public List<Hypothesis<? super Instance>> hypotheses() {
      return List.of();
    }

    @Override
    public Verdict check(Instance subject, Laboratory laboratory) {
      checks.incrementAndGet();
      if (subject.architecture().depth() == 3) {
        throw new ArithmeticException(subject.toString());
      }
      return Verdict.of(Atom.exact("x", true, subject.toString()));
    }
  }

  private static final Generator<Instance> GENERATOR = Instances.any(2, 4);

  private static String outcome(LookAhead ahead, Theorem<Instance> theorem, Instance subject) {
    try {
      return ahead.check(theorem, subject, Laboratory.STANDARD).decisive().detail();
    } catch (ArithmeticException e) {
      return "thrown: " + e.getMessage();
    }
  }

  private static String alone(Instance subject) {
    return (subject.architecture().depth() == 3 ? "thrown: " : "") + subject;
  }

  @Once
  void everySubjectGetsItsOwnVerdict(@ForAll long seed) {
    LookAhead ahead = new LookAhead();
    ahead.over(70);
    Random random = new Random(seed);
    Naming theorem = new Naming(new AtomicInteger());
    for (int i = 0; i < 80; i++) {
      Instance subject = ahead.next(GENERATOR, random);
      assertEquals(alone(subject), outcome(ahead, theorem, subject));
      assertEquals(i < 64 ? 64 : i < 70 ? 70 : i + 1, theorem.checks().get());
    }
  }

  @Once
  void subjectsAreTheSameHoweverFarOneLooks(@ForAll long seed) {
    List<List<Instance>> drawn = new ArrayList<>();
    for (int tries : new int[] {1, 5, 1000}) {
      LookAhead ahead = new LookAhead();
      ahead.over(tries);
      Random random = new Random(seed);
      List<Instance> subjects = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        subjects.add(ahead.next(GENERATOR, random));
        random.nextInt(); // As jqwik does.
      }
      drawn.add(subjects);
    }
    assertEquals(drawn.get(0), drawn.get(1));
    assertEquals(drawn.get(0), drawn.get(2));
    assertNotEquals(drawn.get(0).get(0), drawn.get(0).get(99));
  }

  @Once
  void anotherSourceOfNumbersBeginsFromTheStart(@ForAll long seed) {
    LookAhead ahead = new LookAhead();
    ahead.over(10);
    Instance first = ahead.next(GENERATOR, new Random(seed));
    Random again = new Random(seed);
    Instance repeated = ahead.next(GENERATOR, again);
    assertEquals(first, repeated);
    assertNotEquals(first, ahead.next(GENERATOR, again));
    assertThrows(IllegalStateException.class, () -> ahead.next(Instances.any(1, 2), again));
  }

  @Once
  void otherSubjectsAreCheckedOnTheSpot(@ForAll long seed) {
    LookAhead ahead = new LookAhead();
    ahead.over(10);
    Naming theorem = new Naming(new AtomicInteger());
    Random random = new Random(seed);
    Instance subject = ahead.next(GENERATOR, random);
    Instance smaller = GENERATOR.next(new Draw(random));
    assertEquals(alone(smaller), outcome(ahead, theorem, smaller));
    assertEquals(1, theorem.checks().get());
    assertEquals(alone(subject), outcome(ahead, theorem, subject));
    assertEquals(11, theorem.checks().get());
  }
}
