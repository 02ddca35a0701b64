package deeplinear.theorem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.flow.kernel.RealField;
import deeplinear.flow.trajectory.Accuracy;
import deeplinear.flow.trajectory.AdaptiveIntegrator;
import deeplinear.flow.trajectory.Convoy;
import deeplinear.flow.trajectory.Integrator;
import deeplinear.flow.trajectory.Steering;
import deeplinear.flow.trajectory.StoppingRule;
import deeplinear.flow.trajectory.Trajectory;
import deeplinear.network.Instance;
import deeplinear.theorem.conservation.ImbalanceIsConserved;
import deeplinear.theorem.convergence.AlmostSureGlobal;
import deeplinear.theorem.lyapunov.LimitLossIsCriticalValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A series gives the verdicts of one check after the other. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // A deadlock ends red.
class SeriesTest {

  private record Fake(BiFunction<Instance, Laboratory, Verdict> verdict)
      implements Theorem<Instance> {

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
      return verdict.apply(subject, laboratory);
    }
  }

  private static final Verdict HOLDS = Verdict.of(Atom.exact("x", true, ""));

  /** More than there are seats, of depth 2 and 3, in turns. */
  private static List<Instance> subjects() {
    List<Instance> subjects = new ArrayList<>(List.of(Specimens.deep()));
    for (int i = 1; i < 70; i++) {
      int a = 1 + i % 3;
      subjects.add(
          i % 2 == 0 ? Specimens.scalars(1 + i % 5, a, 2) : Specimens.scalars(2, a, 1 + i % 7, 1));
    }
    return subjects;
  }

  private static void assertSameVerdicts(Theorem<Instance> theorem, List<Instance> subjects) {
    List<Supplier<Verdict>> found = new Series<>(theorem, Laboratory.STANDARD).check(subjects);
    Set<Verdict> different = new HashSet<>();
    assertEquals(subjects.size(), found.size());
    for (int i = 0; i < subjects.size(); i++) {
      Verdict expected = theorem.check(subjects.get(i), Laboratory.STANDARD);
      assertEquals(expected, found.get(i).get());
      different.add(expected);
    }
    assertTrue(different.size() > subjects.size() / 4, "vacuous: " + different.size());
  }

  @Test
  void verdictsAreThoseOfSingleChecks() {
    assertSameVerdicts(new ImbalanceIsConserved(), subjects());
    assertSameVerdicts(new LimitLossIsCriticalValue(), subjects());
    assertSameVerdicts(
        new AlmostSureGlobal(),
        subjects().stream().filter(s -> s.architecture().depth() == 2).toList());
    assertEquals(
        List.of(), new Series<>(new ImbalanceIsConserved(), Laboratory.STANDARD).check(List.of()));
  }

  @Test
  void exceptionsWaitForThoseWhoAsk() {
    List<Instance> subjects = subjects();
    IllegalStateException unchecked = new IllegalStateException("planted");
    StackOverflowError error = new StackOverflowError("planted");
    Fake fake =
        new Fake(
            (subject, laboratory) -> {
              if (subject.equals(subjects.get(3))) {
                throw unchecked;
              }
              if (subject.equals(subjects.get(69))) {
                throw error;
              }
              return new ImbalanceIsConserved().check(subject, laboratory);
            });
    List<Supplier<Verdict>> found = new Series<>(fake, Laboratory.STANDARD).check(subjects);
    assertSame(unchecked, assertThrows(IllegalStateException.class, found.get(3)::get));
    assertSame(error, assertThrows(StackOverflowError.class, found.get(69)::get));
    Verdict expected = new ImbalanceIsConserved().check(subjects.get(4), Laboratory.STANDARD);
    assertEquals(expected, found.get(4).get());
  }

  @Test
  void severalChecksShareAConvoy_butOneHasNoUseForIt() {
    Set<Class<?>> kinds = new HashSet<>();
    Fake fake =
        new Fake(
            (subject, laboratory) -> {
              synchronized (kinds) {
                kinds.add(laboratory.integrator().getClass());
              }
              return HOLDS;
            });
    Series<Instance> series = new Series<>(fake, Laboratory.STANDARD);
    series.check(subjects());
    assertEquals(Set.of(Convoy.class), kinds);
    series.check(List.of(Specimens.deep()));
    assertEquals(Set.of(Convoy.class, AdaptiveIntegrator.class), kinds);
  }

  @Test
  void otherIntegratorsAreKept() {
    AdaptiveIntegrator adaptive = new AdaptiveIntegrator(Steering.ACCURATE);
    Integrator other =
        new Integrator() {
          @Override
          public String name() {
            return "other";
          }

          @Override
          public Trajectory integrate(
              RealField field, double[] start, double[] times, Accuracy a, StoppingRule rule) {
            return adaptive.integrate(field, start, times, a, rule);
          }
        };
    Laboratory laboratory = Laboratory.STANDARD.with(other);
    assertSame(other, laboratory.integrator());
    assertSame(Laboratory.STANDARD.dynamics(), laboratory.dynamics());
    assertSame(Laboratory.STANDARD.accuracy(), laboratory.accuracy());
    assertNotSame(other, Laboratory.STANDARD.integrator());
    Fake fake =
        new Fake(
            (subject, l) ->
                Verdict.of(Atom.exact("the integrator is kept", l.integrator() == other, "")));
    new Series<>(fake, laboratory)
        .check(subjects())
        .forEach(v -> assertEquals("HOLDS", v.get().status().name()));
  }
}
