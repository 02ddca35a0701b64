package deeplinear;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import deeplinear.algebra.RationalMatrix;
import deeplinear.fixture.Compiled;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Libraries, mutable state and the process stay where they belong. */
class LibraryRulesTest {

  private static final JavaClasses MAIN = Compiled.beside(RationalMatrix.class);

  /** The classes of deeplinear that use a class of these packages. */
  private static Set<String> users(JavaClasses classes, String... packages) {
    return classes.stream()
        .filter(
            c ->
                c.getDirectDependenciesFromSelf().stream()
                    .map(Dependency::getTargetClass)
                    .anyMatch(resideInAnyPackage(packages)))
        .map(c -> c.getName().replaceAll("\\$.*", "").replace("deeplinear.", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void onlyThePropertiesKnowJqwik() {
    assertEquals(Set.of(), users(MAIN, "net.jqwik.."));
    Set<String> users =
        users(Compiled.beside(RationalMatrix.class, LibraryRulesTest.class), "net.jqwik..");
    assertTrue(users.size() >= 10, users::toString);
    assertTrue(users.stream().allMatch(c -> c.startsWith("properties.")), users::toString);
  }

  @Test
  void numericalLibrariesStayWhereTheyAre() {
    assertEquals(
        Set.of("algebra.RealAlgebra", "algebra.RealMatrix", "algebra.Spectrum"),
        users(MAIN, "org.ejml.."));
    assertEquals(Set.of(), users(MAIN, "org.apache.commons.math3.ode.."));
    assertEquals(Set.of("solution.Riccati"), users(MAIN, "org.apache.commons.math3.linear.."));
    assertEquals(Set.of("flow.kernel.NativeMultiplication"), users(MAIN, "dev.ludovic.netlib.."));
  }

  @Test
  void vectorsStayInAPackageThatNothingNames() {
    Set<String> users = users(MAIN, "jdk.incubator.vector..");
    assertEquals(
        Set.of(
            "flow.kernel.vector.VectorLaneFactorization",
            "flow.kernel.vector.VectorLaneMatrix",
            "flow.kernel.vector.VectorMultiplication"),
        users);
    noClasses()
        .that()
        .resideOutsideOfPackage("deeplinear.flow.kernel.vector..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("deeplinear.flow.kernel.vector..")
        .check(MAIN);
  }

  @Test
  void noPublicMemberExposesEjml() {
    List<String> exposed = new ArrayList<>();
    int seen = 0;
    for (JavaClass c : MAIN) {
      for (JavaCodeUnit unit : c.getCodeUnits()) {
        if (isVisible(unit.getModifiers())) {
          seen++;
          Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
              .filter(resideInAPackage("org.ejml.."))
              .forEach(type -> exposed.add(unit.getFullName()));
        }
      }
      for (JavaField field : c.getFields()) {
        if (isVisible(field.getModifiers())
            && resideInAPackage("org.ejml..").test(field.getRawType())) {
          exposed.add(field.getFullName());
        }
      }
    }
    assertEquals(List.of(), exposed);
    assertTrue(seen > 500, "only " + seen + " members");
  }

  private static boolean isVisible(Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }

  @Test
  void staticFieldsAreFinal() {
    long statics =
        MAIN.stream()
            .flatMap(c -> c.getFields().stream())
            .filter(f -> f.getModifiers().contains(JavaModifier.STATIC))
            .count();
    assertTrue(statics > 100, "only " + statics + " static fields");
    fields().that().areStatic().should().beFinal().check(MAIN);
  }

  @Test
  void onlyTheCommandLineTouchesTheProcess() {
    noClasses()
        .that()
        .resideOutsideOfPackage("deeplinear.cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Thread.class)
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.logging..", "org.slf4j..")
        .check(MAIN);
    assertTrue(MAIN.size() > 150, () -> "only " + MAIN.size() + " classes");
    assertTrue(
        MAIN.stream()
            .filter(resideInAPackage("deeplinear.cli.."))
            .flatMap(c -> c.getAccessesFromSelf().stream())
            .anyMatch(access -> access.getTargetOwner().isEquivalentTo(System.class)));
  }
}
