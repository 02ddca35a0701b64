package deeplinear.counterexample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import deeplinear.claim.Claim;
import deeplinear.claim.Claims;
import deeplinear.claim.Laboratory;
import deeplinear.claim.Neighbor;
import deeplinear.flow.Laws;
import deeplinear.flow.method.Methods;
import deeplinear.flow.method.OneStepMethod;
import deeplinear.flow.trajectory.Accuracy;
import deeplinear.flow.trajectory.AdaptiveIntegrator;
import deeplinear.flow.trajectory.Steering;
import deeplinear.network.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What failed and with what it was checked, in names, so that a counterexample replays from its
 * file alone.
 *
 * @param id of the claim
 * @param version of the claim
 * @param statement of the claim
 * @param neighbor the name of the wrong neighbor of the claim; empty for the claim itself
 * @param law the law of motion
 * @param methods the one-step methods
 * @param integrator of trajectories
 * @param accuracy of trajectories
 */
public record Setting(
    String id,
    int version,
    String statement,
    String neighbor,
    String law,
    List<String> methods,
    String integrator,
    Accuracy accuracy) {

  static <I extends Subject> Setting of(Claim<I> claim, String neighbor, Laboratory laboratory) {
    return new Setting(
        claim.id(),
        claim.sheet().version(),
        claim.sheet().statement(),
        neighbor,
        laboratory.law().name(),
        laboratory.methods().stream().map(OneStepMethod::name).toList(),
        laboratory.integrator().name(),
        laboratory.accuracy());
  }

  void write(ObjectNode node) {
    node.put("id", id).put("version", version).put("claim", statement).put("neighbor", neighbor);
    ObjectNode laboratory = node.putObject("laboratory");
    laboratory.put("law", law);
    methods.forEach(laboratory.putArray("methods")::add);
    laboratory.put("integrator", integrator);
    laboratory.put("relative", accuracy.relative());
    laboratory.put("absolute", accuracy.absolute());
    laboratory.put("maxSteps", accuracy.maxSteps());
  }

  /**
   * The setting of a counterexample.
   *
   * @throws IllegalArgumentException naming what is missing
   */
  public static Setting read(JsonNode node) {
    JsonNode laboratory = field(node, "laboratory");
    return new Setting(
        field(node, "id").asText(),
        field(node, "version").asInt(),
        node.path("claim").asText(),
        node.path("neighbor").asText(),
        field(laboratory, "law").asText(),
        methods(laboratory),
        field(laboratory, "integrator").asText(),
        new Accuracy(
            field(laboratory, "relative").asDouble(),
            field(laboratory, "absolute").asDouble(),
            field(laboratory, "maxSteps").asInt()));
  }

  private static JsonNode field(JsonNode node, String name) {
    if (!node.hasNonNull(name)) {
      throw new IllegalArgumentException("the field \"" + name + "\" is missing");
    }
    return node.get(name);
  }

  private static List<String> methods(JsonNode laboratory) {
    List<String> names = new ArrayList<>();
    field(laboratory, "methods").forEach(name -> names.add(name.asText()));
    return names;
  }

  /**
   * The claim, or its wrong neighbor.
   *
   * @throws IllegalArgumentException if this version knows no such claim or neighbor
   */
  public Claim<?> claim() {
    return claim(Claims.find(id));
  }

  private <I extends Subject> Claim<I> claim(Claim<I> claim) {
    if (neighbor.isEmpty()) {
      return claim;
    }
    return claim.sheet().neighbors().stream()
        .filter(n -> n.name().equals(neighbor))
        .map(Neighbor::wrong)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(id + " has no neighbor \"" + neighbor + "\""));
  }

  /**
   * The laboratory.
   *
   * @throws IllegalArgumentException if a law, a method or the integrator is unknown
   */
  public Laboratory laboratory() {
    Steering steering =
        Arrays.stream(Steering.values())
            .filter(s -> s.title().equals(integrator))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("no integrator is called " + integrator));
    return new Laboratory(
        Laws.find(law),
        new AdaptiveIntegrator(steering),
        accuracy,
        methods.stream().map(Methods::find).toList(),
        0);
  }
}
