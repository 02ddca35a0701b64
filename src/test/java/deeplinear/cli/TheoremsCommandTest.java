package deeplinear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
