package deeplinear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.claim.Claim;
import deeplinear.claim.Claims;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionTest {

  private static List<String> ids(String... names) {
    return Selection.of(List.of(names)).stream().map(Claim::id).toList();
  }

  @Test
  void nothingChosenIsEverything() {
    assertEquals(Claims.all(), Selection.of(List.of()));
  }

  @Test
  void idsAndChaptersAreChosen_once_inTheOrderOfTheCatalog() {
    assertEquals(
        List.of("conservation/imbalance", "saddles/inertia"),
        ids("saddles/inertia", "conservation/imbalance", "saddles/inertia"));
    List<String> saddles = ids("saddles");
    assertTrue(saddles.size() >= 3, saddles.toString());
    assertTrue(saddles.stream().allMatch(id -> id.startsWith("saddles/")), saddles.toString());
    assertEquals(saddles, ids("saddles", "saddles/inertia"));
  }

  @Test
  void unknownNamesAreErrors() {
    Exception e = assertThrows(IllegalArgumentException.class, () -> ids("saddle"));
    assertTrue(String.valueOf(e.getMessage()).contains("\"saddle\""));
  }
}
