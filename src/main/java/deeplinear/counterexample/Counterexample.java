package deeplinear.counterexample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.Rationals;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Status;
import deeplinear.evidence.Verdict;
import deeplinear.network.Instance;
import deeplinear.network.Subject;
import deeplinear.theorem.Laboratory;
import deeplinear.theorem.Registry;
import deeplinear.theorem.Statement;
import deeplinear.theorem.Theorem;
import java.util.List;

/**
 * A subject on which a claim fails, with all that is needed to see it fail again.
 *
 * @param id the claim
 * @param version its version
 * @param lacking the hypotheses that the subject lacks; empty for an alarm or a false conjecture
 * @param verdict the violation on the shrunk subject
 * @param arbiter what a second look says
 * @param shrunk the minimal subject
 * @param original the subject that was found first
 * @param origin how it was found: seed and tries, for example
 */
public record Counterexample(
    String id,
    int version,
    List<String> lacking,
    Verdict verdict,
    Arbiter arbiter,
    Subject shrunk,
    Subject original,
    String origin) {

  /** The version of the JSON form. */
  public static final int SCHEMA = 2;

  /**
   * Shrinks a subject on which a claim fails, keeping the failing comparison and the hypotheses
   * that are met.
   *
   * @throws IllegalArgumentException if the claim does not fail on it
   */
  public static <I extends Subject> Counterexample of(
      Theorem<I> theorem, I found, Laboratory laboratory, String origin) {
    Verdict first = theorem.check(found, laboratory);
    if (first.status() != Status.VIOLATED) {
      throw new IllegalArgumentException(theorem.id() + " does not fail on this subject");
    }
    String failing = first.decisive().name();
    List<String> lacking = theorem.missing(found);
    I shrunk =
        Shrinker.shrink(
            found,
            s ->
                lacking.containsAll(theorem.missing(s))
                    && fails(theorem.check(s, laboratory), failing));
    Verdict verdict = theorem.check(shrunk, laboratory);
    return new Counterexample(
        theorem.id(),
        theorem.statement().version(),
        theorem.missing(shrunk),
        verdict,
        Arbiter.settle(theorem, shrunk, verdict, laboratory),
        shrunk,
        found,
        origin);
  }

  private static boolean fails(Verdict verdict, String failing) {
    return verdict.status() == Status.VIOLATED && verdict.decisive().name().equals(failing);
  }

  /** The record as JSON. */
  public JsonNode toJson() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    Statement statement = Registry.find(id).statement();
    node.put("schema", SCHEMA).put("id", id).put("version", version);
    node.put("claim", statement.text());
    lacking.forEach(node.putArray("lacking")::add);
    node.put("status", verdict.status().name());
    node.put("grade", verdict.decisive().grade().name());
    node.put("failing", verdict.decisive().name());
    node.put("arbiter", arbiter.name());
    ArrayNode atoms = node.putArray("atoms");
    for (Atom atom : verdict.atoms()) {
      atoms
          .addObject()
          .put("name", atom.name())
          .put("status", atom.status().name())
          .put("margin", atom.margin())
          .put("error", atom.error())
          .put("detail", atom.detail());
    }
    node.set("invariants", invariants(shrunk.instance()));
    node.set("shrunk", SubjectJson.write(shrunk));
    node.set("original", SubjectJson.write(original));
    node.put("origin", origin);
    return node;
  }

  private static ObjectNode invariants(Instance instance) {
    RationalAlgebra q = RationalAlgebra.INSTANCE;
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("architecture", instance.architecture().toString());
    node.put("loss", Rationals.format(instance.target().loss(instance.weights()).toScalar()));
    node.put("rank", q.rank(instance.weights().endToEnd()));
    ArrayNode ranks = node.putArray("layerRanks");
    instance.weights().layers().forEach(w -> ranks.add(q.rank(w)));
    return node;
  }

  /** The text without the slash of the id, as the name of a file. */
  public String fileName() {
    return id.replace('/', '-') + ".json";
  }
}
