package deeplinear.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import deeplinear.claim.Breach;
import deeplinear.claim.Claim;
import deeplinear.claim.Claims;
import deeplinear.claim.Given;
import deeplinear.claim.Sheet;
import deeplinear.network.Subject;
import deeplinear.sample.Stratum;
import java.util.List;

/** What claims say about themselves, as JSON. */
final class TheoremJson {

  private TheoremJson() {}

  static String of(List<Claim<?>> claims) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    claims.forEach(claim -> array.add(one(claim)));
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
    node.put("grade", sheet.aim().name());
    node.put("chapter", Claims.chapter(claim.id()));
    node.put("subject", sheet.subject().getSimpleName());
    node.put("statement", sheet.statement());
    node.put("why", sheet.why());
    node.put("checked", sheet.checked());
    ArrayNode hypotheses = node.putArray("hypotheses");
    for (Given<I> given : sheet.givens()) {
      hypotheses
          .addObject()
          .put("name", given.hypothesis().name())
          .put("smallest", given.breach().flatMap(Breach::smallest).orElse(null))
          .put("canBeDropped", given.breach().isPresent())
          .put("remark", given.remark());
    }
    ArrayNode neighbors = node.putArray("neighbors");
    sheet.neighbors().forEach(neighbor -> neighbors.add(neighbor.name()));
    ArrayNode atoms = node.putArray("atoms");
    sheet.atoms().forEach(atoms::add);
    node.put("substance", sheet.substance());
    ArrayNode strata = node.putArray("strata");
    sheet.cases().strata().stream().map(Stratum::name).forEach(strata::add);
    node.put("smallest", sheet.smallest().orElse(null));
    ArrayNode sources = node.putArray("sources");
    sheet.sources().forEach(sources::add);
    return node;
  }
}
