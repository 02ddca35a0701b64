package deeplinear.network;

import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import deeplinear.algebra.RationalMatrix;
import deeplinear.fixture.Compiled;
import deeplinear.fixture.RandomExact;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SubjectKindTest {

  /** A class without its kind could be neither written nor read. */
  @Test
  void everySubjectOfTheProductHasOneKind() {
    List<String> types = SubjectKind.all().stream().map(kind -> kind.type().getName()).toList();
    Set<String> subjects =
        Compiled.beside(RationalMatrix.class).stream()
            .filter(c -> c.isAssignableTo(Subject.class) && !c.isInterface())
            .map(JavaClass::getName)
            .collect(Collectors.toSet());
    assertEquals(subjects, Set.copyOf(types));
    assertEquals(types.size(), new HashSet<>(types).size());
    assertTrue(types.size() >= 4, types::toString);
  }

  @Test
  void kindsHaveNamesOfTheirOwn() {
    List<String> names = SubjectKind.all().stream().map(SubjectKind::name).toList();
    assertEquals(names, names.stream().distinct().sorted().toList());
    assertSame(Chain.class, SubjectKind.named("chain").type());
    assertRejected(() -> SubjectKind.named("tree"), "block-point, chain", "\"tree\"");
  }

  @Test
  void aSubjectIsReadFromItsParts() {
    Instance instance = new RandomExact(150).raw(Architecture.of(2, 3, 1), 2);
    assertEquals("instance", SubjectKind.of(instance).name());
    assertEquals(instance, SubjectKind.of(instance).read(instance.parts()));
  }
}
