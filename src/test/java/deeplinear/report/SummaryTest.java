package deeplinear.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.trial.Acceptance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SummaryTest {

  private static String text(LedgerEntry... entries) {
    return Summary.of(
        Page.of(
            new Ledger(List.of(entries), false),
            Optional.of(Entries.RUN),
            List.of(Entries.controlled(), Entries.holding()),
            new Counterexamples(Path.of("none"))));
  }

  private static JsonNode of(LedgerEntry... entries) throws IOException {
    return JsonMapper.builder().build().readTree(text(entries));
  }

  private static LedgerEntry controlled() {
    return LedgerEntry.of(Entries.examination(Entries.controlled()), Acceptance.CORPUS);
  }

  @Test
  void everyClaimHasAllFields() throws IOException {
    JsonNode claim = of(controlled()).get(0);
    assertEquals("chapter/controlled", claim.get("id").asText());
    assertEquals("HOLDS", claim.get("status").asText());
    assertEquals("NUMERICAL", claim.get("grade").asText());
    assertEquals(9, claim.get("cases").asInt());
    assertEquals(9, claim.get("withSubstance").asInt());
    assertEquals(0, claim.get("inconclusive").asInt());
    assertEquals(0.2, claim.get("closestCall").get("margin").asDouble(), 1e-9);
    assertEquals(
        "[{\"name\":\"a\",\"violatedBy\":\"without: W_1 = 1\"}]", claim.get("atoms").toString());
    JsonNode dropped = claim.get("hypotheses").get(0);
    assertEquals("W_1 = 1", dropped.get("name").asText());
    assertEquals("refuted", dropped.get("dropped").asText());
    assertEquals("1-1", dropped.get("smallest").asText());
    JsonNode kept = claim.get("hypotheses").get(1);
    assertEquals("no source", kept.get("dropped").asText());
    assertTrue(kept.get("smallest").isNull());
  }

  @Test
  void countsAreThoseOfTheLedger() throws IOException {
    JsonNode holding = of(Entries.entry("here")).get(0);
    assertEquals(9, holding.get("cases").asInt());
    assertEquals(6, holding.get("withSubstance").asInt());
    JsonNode open =
        of(Entries.entry(
                Entries.claim(
                    "chapter/claim", Atom.inconclusive("a", Grade.NUMERICAL, "too coarse")),
                "here"))
            .get(0);
    assertEquals("INCONCLUSIVE", open.get("status").asText());
    assertEquals(9, open.get("inconclusive").asInt());
    assertTrue(open.get("closestCall").isNull());
  }

  @Test
  void entryThatStandsTwiceCountsOnce() throws IOException {
    JsonNode claim = of(Entries.entry("here"), Entries.entry("here")).get(0);
    assertEquals(0, claim.get("elsewhere").size());
  }

  @Test
  void claimsStandInTheOrderOfTheCatalog_theCorpusFirst() throws IOException {
    LedgerEntry data = Entries.entry(Entries.controlled(), "data");
    JsonNode all = of(Entries.entry("here"), data, controlled());
    assertEquals(2, all.size());
    assertEquals("chapter/controlled", all.get(0).get("id").asText());
    assertEquals(Cases.CORPUS, all.get(0).get("origin").asText());
    assertEquals("data", all.get(0).get("elsewhere").get(0).get("origin").asText());
    assertEquals("chapter/claim", all.get(1).get("id").asText());
  }

  @Test
  void timesAreNotInIt_andTheSameLedgerGivesTheSameText() {
    String text = text(Entries.entry("here"));
    assertEquals(text, text(Entries.entry("here")));
    assertFalse(text.contains("1234") || text.contains("2026"), text);
  }
}
