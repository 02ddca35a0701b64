package deeplinear.counterexample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.Rationals;
import deeplinear.claim.Claim;
import deeplinear.claim.Laboratory;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Status;
import deeplinear.evidence.Verdict;
import deeplinear.network.Instance;
import deeplinear.network.Subject;
import java.util.List;

/**
 * A subject on which a claim fails, with all that is needed to see it fail again.
 *
 * @param setting the claim and the laboratory
 * @param lacking the hypotheses that the subject lacks; empty for an alarm or a false conjecture
 * @param verdict the violation on the shrunk subject
 * @param secondLook what a second look says
 * @param shrunk the minimal subject
 * @param original the subject that was found first
 * @param origin how it was found: the name of the trial, and the seed
 */
public record Counterexample(
    Setting setting,
    List<String> lacking,
    Verdict verdict,
    SecondLook secondLook,
    Subject shrunk,
    Subject original,
    String origin) {

  /** The version of the JSON form. */
  public static final int SCHEMA = 2;

  /**
   * Shrinks a subject on which a claim fails, keeping the failing comparison and the hypotheses
   * that are met.
   *
   * @param neighbor the name of the wrong neighbor that the claim is; empty for the claim itself
   * @throws IllegalArgumentException if the claim does not fail on it
   */
  public static <I extends Subject> Counterexample of(
      Claim<I> claim, String neighbor, I found, Laboratory laboratory, String origin) {
    Verdict first = claim.check(found, laboratory);
    if (first.status() != Status.VIOLATED) {
      throw new IllegalArgumentException(claim.id() + " does not fail on this subject");
    }
    String failing = first.decisive().name();
    List<String> lacking = claim.sheet().missing(found, laboratory);
    I shrunk =
        Shrinker.shrink(
            found,
            s ->
                lacking.containsAll(claim.sheet().missing(s, laboratory))
                    && fails(claim.check(s, laboratory), failing));
    Verdict verdict = claim.check(shrunk, laboratory);
    return new Counterexample(
        Setting.of(claim, neighbor, laboratory),
        claim.sheet().missing(shrunk, laboratory),
        verdict,
        SecondLook.at(claim, shrunk, verdict, laboratory),
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
    node.put("schema", SCHEMA);
    setting.write(node);
    lacking.forEach(node.putArray("lacking")::add);
    node.put("status", verdict.status().name());
    node.put("grade", verdict.decisive().grade().name());
    node.put("failing", verdict.decisive().name());
    node.put("secondLook", secondLook.name());
    ArrayNode atoms = node.putArray("atoms");
    for (Atom atom : verdict.atoms()) {
      atoms
          .addObject()
          .put("name", atom.name())
          .put("status", atom.status().name())
          .put("margin", atom.margin())
          .put("defect", atom.defect())
          .put("tolerance", atom.tolerance())
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

  /** The widths of the shrunk network, for example {@code 1-2-1}. */
  public String widths() {
    return shrunk.instance().architecture().toString();
  }

  /** The name of its file: id, and what was dropped or changed, if anything was. */
  public String fileName() {
    StringBuilder name = new StringBuilder(setting.id().replace('/', '-'));
    for (String lack : lacking) {
      name.append("--without-").append(slug(lack));
    }
    if (!setting.neighbor().isEmpty()) {
      name.append("--").append(slug(setting.neighbor()));
    }
    return name + ".json";
  }

  /** ASCII letters and digits alone; what is lost is told by a hash. */
  private static String slug(String text) {
    String plain = text.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
    String cut = plain.length() > 40 ? plain.substring(0, 40) : plain;
    return cut + "-" + Integer.toHexString(text.hashCode());
  }
}
