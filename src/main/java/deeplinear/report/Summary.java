package deeplinear.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A ledger in short, for other tools: one object for each claim. The same ledger gives the same
 * text, byte for byte.
 */
final class Summary {

  /** Its file, beside the page. */
  static final String FILE = "summary.json";

  private Summary() {}

  /** The claims in the order of the page. */
  static String of(Page page) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    page.claims().forEach(claim -> all.add(claim(claim.lines())));
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    try {
      return JsonMapper.builder().build().writer(printer).writeValueAsString(all) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first entry speaks for the claim; what comes from elsewhere is told in short. */
  private static ObjectNode claim(List<LedgerEntry> entries) {
    LedgerEntry entry = entries.get(0);
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", entry.id());
    node.put("version", entry.version());
    node.put("kind", entry.kind().word());
    counts(node, entry);
    ArrayNode atoms = node.putArray("atoms");
    entry
        .atoms()
        .forEach(a -> atoms.addObject().put("name", a.name()).put("violatedBy", a.violatedBy()));
    controls(node.putArray("hypotheses"), entry.controls().hypotheses());
    controls(node.putArray("neighbors"), entry.controls().neighbors());
    node.put("smallestPerturbationBits", entry.controls().bits());
    ArrayNode elsewhere = node.putArray("elsewhere");
    entries.subList(1, entries.size()).forEach(e -> counts(elsewhere.addObject(), e));
    return node;
  }

  private static void counts(ObjectNode node, LedgerEntry entry) {
    Counts counts = entry.cases().counts();
    node.put("origin", entry.cases().origin());
    node.put("seed", Long.toString(entry.cases().seed()));
    node.put("status", entry.outcome().status().name());
    node.put("passed", entry.outcome().passed());
    node.put("grade", counts.checked() == 0 ? null : entry.outcome().grade().name());
    node.put("cases", counts.checked());
    node.put("withSubstance", entry.cases().substance().count());
    node.put("inconclusive", counts.inconclusive());
    ClosestCall call = entry.closestCall();
    if (call == null) {
      node.putNull("closestCall");
    } else {
      node.putObject("closestCall")
          .put("trial", call.trial())
          .put("atom", call.atom())
          .put("margin", call.margin())
          .put("defect", call.defect())
          .put("tolerance", call.tolerance())
          .put("resolution", call.resolution());
    }
  }

  private static void controls(ArrayNode array, List<ControlEntry> controls) {
    for (ControlEntry control : controls) {
      array
          .addObject()
          .put("name", control.name())
          .put("dropped", control.dropped().words())
          .put("smallest", control.smallest())
          .put("witness", control.witness());
    }
  }
}
