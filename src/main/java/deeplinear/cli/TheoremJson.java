package deeplinear.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import deeplinear.claim.Claim;
import deeplinear.claim.Claims;
import deeplinear.claim.Given;
import deeplinear.claim.Sheet;
import deeplinear.network.Subject;
import deeplinear.sample.Stratum;

/** All claims as JSON. */
final class TheoremJson {

  private TheoremJson() {}

  static String all() {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    Claims.all().forEach(claim -> array.add(one(claim)));
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    try {
      return JsonMapper.builder().build().writer(printer).writeValueAsString(array);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <I extends Subject> ObjectNode one(Claim<I> claim) {
    Sheet<I> sheet = claim.sheet();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", claim.id());
    node.put("version", sheet.version());
    node.put("kind", sheet.kind().word());
    node.put("chapter", Claims.chapter(claim.id()));
    node.put("subject", sheet.subject().getSimpleName());
    node.put("statement", sheet.statement());
    node.put("why", sheet.why());
    node.put("checked", sheet.checked());
    node.put("grade", sheet.aim().name());
    node.put("substance", sheet.substance());
    node.put("smallest", sheet.smallest().orElse(null));
    sheet.atoms().forEach(node.putArray("atoms")::add);
    sheet.cases().strata().stream().map(Stratum::name).forEach(node.putArray("strata")::add);
    ArrayNode hypotheses = node.putArray("hypotheses");
    sheet.givens().forEach(given -> hypotheses.add(hypothesis(given)));
    ArrayNode neighbors = node.putArray("neighbors");
    sheet.neighbors().forEach(neighbor -> neighbors.add(neighbor.name()));
    sheet.sources().forEach(node.putArray("sources")::add);
    return node;
  }

  private static <I extends Subject> ObjectNode hypothesis(Given<I> given) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("name", given.hypothesis().name())
        .put("smallest", given.breach().flatMap(breach -> breach.smallest()).orElse(null))
        .put("remark", given.remark());
  }
}
