package deeplinear.theorem;

import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.evidence.Grade;
import deeplinear.network.Graph;
import deeplinear.network.Instance;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistryTest {

  @Test
  void allClaimsHaveDifferentIds() {
    List<String> ids = Registry.all().stream().<String>map(Theorem::id).toList();
    assertEquals(23, ids.size());
    assertEquals(23, ids.stream().distinct().count());
    assertEquals(
        19, Registry.all().stream().filter(t -> t.statement().kind() == Kind.THEOREM).count());
    assertTrue(ids.containsAll(Specimens.valid().keySet()));
  }

  @Test
  void everyStatementIsComplete() {
    for (Theorem<?> theorem : Registry.all()) {
      Statement s = theorem.statement();
      for (String field : List.of(s.id(), s.text(), s.checked(), s.control())) {
        assertFalse(field.isBlank(), theorem::id);
      }
      assertTrue(s.version() >= 1, theorem::id);
      assertFalse(s.sources().isEmpty(), theorem::id);
      assertTrue(
          s.sources().stream().allMatch(key -> key.matches("[A-Za-z]+[0-9]{2}")), theorem::id);
      assertEquals(s.id(), theorem.id());
      assertEquals(
          theorem.getClass().getPackageName(), "deeplinear.theorem." + s.chapter(), theorem::id);
      theorem.hypotheses().forEach(h -> assertFalse(h.name().isBlank(), theorem::id));
    }
  }

  @Test
  void falseConjecturesHaveAChapterOfTheirOwn() {
    for (Theorem<?> theorem : Registry.all()) {
      boolean isFalse = theorem.statement().kind() == Kind.FALSE_CONJECTURE;
      assertEquals(isFalse, theorem.statement().chapter().equals("conjectures"), theorem::id);
    }
  }

  @Test
  void aClaimIsFoundByItsId() {
    for (Theorem<?> theorem : Registry.all()) {
      assertSame(theorem, Registry.find(theorem.id()));
    }
    assertEquals(
        "conservation/imbalance", Registry.find("conservation/imbalance", Instance.class).id());
  }

  @Test
  void unknownIdsAreNamed() {
    assertRejected(() -> Registry.find("no/such-claim"), "no/such-claim");
    assertRejected(() -> Registry.find("no/such-claim", Graph.class), "no/such-claim");
  }

  @Test
  void aClaimAboutAnotherKindOfSubjectIsNotFound() {
    assertRejected(
        () -> Registry.find("conservation/imbalance", Graph.class),
        "conservation/imbalance",
        "Instance",
        "not Graph");
  }

  @Test
  void idsAreChaptersAndSlugs() {
    for (String bad : List.of("", "a", "a/", "/b", "A/b", "a/b/c", "a/B", "a b/c")) {
      assertRejected(() -> statement(bad), "chapter/slug", bad);
    }
    assertEquals("ab", statement("ab/c-2").chapter());
  }

  private static Statement statement(String id) {
    return Statement.theorem(id, "text", "checked", Grade.EXACT, "A01 B02", "control");
  }

  @Test
  void shortFormsFillInTheRest() {
    assertEquals(
        new Statement(
            "a/b",
            1,
            Kind.THEOREM,
            "text",
            "checked",
            Grade.EXACT,
            List.of("A01", "B02"),
            "control"),
        statement("a/b"));
    assertEquals(
        new Statement("a/b", 1, Kind.FALSE_CONJECTURE, "t", "c", Grade.EXACT, List.of("WA25"), "w"),
        Statement.falseConjecture("a/b", "t", "c", "w"));
  }
}
