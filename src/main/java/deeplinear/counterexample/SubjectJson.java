package deeplinear.counterexample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import deeplinear.network.Parts;
import deeplinear.network.Subject;
import deeplinear.network.SubjectKind;

/**
 * Subjects as JSON, without loss: what is read back equals what was written. An object with the
 * name of the kind, and a field for each part.
 */
public final class SubjectJson {

  private static final String KIND = "kind";

  private SubjectJson() {}

  /** The JSON of a subject. */
  public static JsonNode write(Subject subject) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put(KIND, SubjectKind.of(subject).name());
    subject.parts().byName().forEach((name, part) -> node.set(name, PartJson.write(part)));
    return node;
  }

  /**
   * The subject that a JSON object describes.
   *
   * @throws IllegalArgumentException naming what is missing or wrong
   */
  public static Subject read(JsonNode node) {
    JsonNode kind = node.get(KIND);
    if (kind == null) {
      throw new IllegalArgumentException("the field \"" + KIND + "\" is missing");
    }
    Parts parts = Parts.NONE;
    for (var field : node.properties()) {
      if (!field.getKey().equals(KIND)) {
        parts = parts.with(field.getKey(), PartJson.read(field.getValue()));
      }
    }
    return SubjectKind.named(kind.asText()).read(parts);
  }
}
