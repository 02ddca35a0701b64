package deeplinear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import deeplinear.claim.Breach;
import deeplinear.claim.Claim;
import deeplinear.claim.Claims;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TheoremsCommandTest {

  @Test
  void jsonListsEveryClaimWithAllFields() throws IOException {
    Shell shell = Shell.run("theorems", "--json");
    assertEquals(ExitCode.HOLDS, shell.code());
    JsonNode array = JsonMapper.builder().build().readTree(shell.out());
    List<String> ids = new ArrayList<>();
    for (JsonNode node : array) {
      ids.add(node.path("id").asText());
      for (String field :
          List.of(
              "kind", "chapter", "subject", "statement", "checked", "grade", "why", "substance")) {
        assertFalse(node.path(field).asText().isEmpty(), field + " of " + node);
      }
      assertTrue(node.path("hypotheses").isArray(), node.toString());
      assertTrue(node.path("sources").size() > 0, node.toString());
    }
    assertEquals(Claims.all().stream().map(Claim::id).toList(), ids);
  }

  @Test
  void jsonNamesTheSmallestWitnesses() throws IOException {
    JsonNode array = JsonMapper.builder().build().readTree(Shell.run("theorems", "--json").out());
    for (JsonNode node : array) {
      Claim<?> claim = Claims.find(node.get("id").asText());
      assertEquals(claim.sheet().kind().word(), node.get("kind").asText());
      assertEquals(claim.sheet().aim().name(), node.get("grade").asText());
      List<String> expected = new ArrayList<>();
      claim
          .sheet()
          .givens()
          .forEach(g -> expected.add(g.breach().flatMap(Breach::smallest).orElse("null")));
      List<String> smallest = new ArrayList<>();
      node.get("hypotheses").forEach(h -> smallest.add(h.get("smallest").asText()));
      assertEquals(expected, smallest, claim.id());
      assertEquals(claim.sheet().smallest().orElse("null"), node.get("smallest").asText());
    }
  }

  @Test
  void markdownIsAListOfAllClaims() {
    List<String> lines = Shell.run("theorems", "--markdown").out().lines().toList();
    assertEquals(Claims.all().size(), lines.size());
    lines.forEach(line -> assertTrue(line.startsWith("- `"), line));
  }

  @Test
  void textNamesEveryClaim() {
    String out = Shell.run("theorems").out();
    Claims.all().forEach(t -> assertTrue(out.contains(t.id() + "  ("), t::id));
  }

  @Test
  void outputIsTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      for (String option : List.of("--json", "--help")) {
        Locale.setDefault(Locale.US);
        Shell expected = Shell.run("theorems", option);
        Locale.setDefault(Locale.forLanguageTag("tr"));
        assertEquals(expected, Shell.run("theorems", option));
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        assertEquals(expected, Shell.run("theorems", option));
      }
    } finally {
      Locale.setDefault(before);
    }
  }
}
