package deeplinear.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import deeplinear.theorem.Kind;
import deeplinear.theorem.Registry;
import deeplinear.theorem.Statement;
import deeplinear.theorem.Theorem;

/** The registry as JSON. */
final class TheoremJson {

  private TheoremJson() {}

  static String all() {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    Registry.all().forEach(theorem -> array.add(one(theorem)));
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    try {
      return JsonMapper.builder().build().writer(printer).writeValueAsString(array);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectNode one(Theorem<?> theorem) {
    Statement statement = theorem.statement();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", statement.id());
    node.put("version", statement.version());
    node.put("kind", kind(statement.kind()));
    node.put("chapter", statement.chapter());
    node.put("subject", theorem.subject().getSimpleName());
    node.put("statement", statement.text());
    ArrayNode hypotheses = node.putArray("hypotheses");
    theorem.hypotheses().forEach(h -> hypotheses.add(h.name()));
    node.put("checked", statement.checked());
    node.put("grade", statement.grade().name());
    ArrayNode sources = node.putArray("sources");
    statement.sources().forEach(sources::add);
    node.put("control", statement.control());
    return node;
  }

  /** The word for a kind, as in the ledger. */
  static String kind(Kind kind) {
    return switch (kind) {
      case THEOREM -> "theorem";
      case FALSE_CONJECTURE -> "false-conjecture";
    };
  }
}
