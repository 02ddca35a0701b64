package deeplinear;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import deeplinear.algebra.RationalMatrix;
import deeplinear.claim.Claim;
import deeplinear.claim.Registered;
import deeplinear.fixture.Compiled;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Rooms, ground floor first: each may use those below it, never those above. */
class ArchitectureRulesTest {

  /** A room, and the number of classes that a rule must at least have seen in it. */
  private record Room(String name, int fewest) {}

  /** Ground floor first. */
  private static final List<Room> HOUSE =
      List.of(
          new Room("algebra", 20),
          new Room("network", 20),
          new Room("flow", 16),
          new Room("landscape", 12),
          new Room("solution", 3),
          new Room("evidence", 7),
          new Room("quantity", 12),
          new Room("proof", 6),
          new Room("sample", 10),
          new Room("claim", 10),
          new Room("counterexample", 8),
          new Room("trial", 10),
          new Room("report", 15),
          new Room("cli", 12),
          new Room("claims", 27));

  private static final List<String> ROOMS = HOUSE.stream().map(Room::name).toList();

  private static final JavaClasses MAIN = Compiled.beside(RationalMatrix.class);

  private static String room(String name) {
    return "deeplinear." + name + "..";
  }

  private static String[] rooms(List<String> names) {
    return names.stream().map(ArchitectureRulesTest::room).toArray(String[]::new);
  }

  private static List<JavaClass> in(String name) {
    return MAIN.stream().filter(resideInAPackage(room(name))).toList();
  }

  @Test
  void everyRoomIsSeen() {
    for (Room room : HOUSE) {
      int seen = in(room.name()).size();
      assertTrue(seen >= room.fewest(), () -> room.name() + " has " + seen);
    }
    Set<String> outside =
        MAIN.stream()
            .filter(resideInAnyPackage(rooms(ROOMS)).negate())
            .map(JavaClass::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(), outside);
  }

  @Test
  void roomsDependOnRoomsBelowThemAlone() {
    for (int i = 0; i < ROOMS.size(); i++) {
      String[] above = rooms(ROOMS.subList(i + 1, ROOMS.size()));
      noClasses()
          .that()
          .resideInAPackage(room(ROOMS.get(i)))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(above)
          .check(MAIN);
    }
  }

  /** The engine and its tools name no claim: a claim is one file that others find. */
  @Test
  void everyClaimIsRegistered_andNothingElseNamesOne() {
    Set<String> registered =
        ServiceLoader.load(Registered.class).stream()
            .map(provider -> provider.type().getName())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> claims =
        in("claims").stream()
            .filter(type -> type.isAssignableTo(Claim.class))
            .map(JavaClass::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(claims, registered);
  }

  @Test
  void oraclesShareNoCodeWithTheIntegrators() {
    noClasses()
        .that()
        .resideInAPackage(room("solution"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(room("flow"), room("network"), room("landscape"))
        .check(MAIN);
  }

  @Test
  void theLandscapeKnowsNoFlows() {
    noClasses()
        .that()
        .resideInAPackage(room("landscape"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(room("flow"))
        .check(MAIN);
  }

  private static void assertUnused(String user, String... used) {
    noClasses()
        .that()
        .resideInAPackage(user)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(used)
        .check(MAIN);
  }

  /** Fields, then laws and methods that make steps, then integration. */
  @Test
  void insideTheFlowFieldsComeFirstAndTrajectoriesLast() {
    String root = "deeplinear.flow";
    String trajectory = "deeplinear.flow.trajectory..";
    String enclosure = "deeplinear.flow.enclosure..";
    String method = "deeplinear.flow.method..";
    assertUnused("deeplinear.flow.kernel..", root, method, trajectory, enclosure);
    assertUnused(root, method, trajectory, enclosure);
    assertUnused(method, trajectory, enclosure);
    assertUnused(trajectory, enclosure);
    assertUnused(enclosure, method, trajectory);
    for (String room : List.of(root, "deeplinear.flow.kernel..", method, trajectory, enclosure)) {
      assertTrue(MAIN.stream().filter(resideInAPackage(room)).count() >= 4, room);
    }
  }
}
