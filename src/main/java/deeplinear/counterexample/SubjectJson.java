package deeplinear.counterexample;

import static deeplinear.counterexample.MatrixJson.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.landscape.BlockPoint;
import deeplinear.landscape.LearnedSet;
import deeplinear.landscape.SpectralTarget;
import deeplinear.network.Architecture;
import deeplinear.network.Chain;
import deeplinear.network.Graph;
import deeplinear.network.Instance;
import deeplinear.network.RawData;
import deeplinear.network.Subject;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import deeplinear.network.Whitened;

/** Subjects as JSON, without loss: what is read back equals what was written. */
public final class SubjectJson {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  private SubjectJson() {}

  /**
   * The JSON of a subject.
   *
   * @throws IllegalArgumentException if its kind is unknown here
   */
  public static JsonNode write(Subject subject) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (subject instanceof Instance instance) {
      node.put("kind", "instance");
      node.set("target", writeTarget(instance.target()));
      node.set("weights", MatrixJson.writeList(instance.weights().layers(), MatrixJson::write));
    } else if (subject instanceof Graph graph) {
      node.put("kind", "graph");
      graph.architecture().widths().forEach(node.putArray("widths")::add);
      node.set("adjacency", MatrixJson.write(graph.adjacency()));
      node.set("embedding", MatrixJson.write(graph.embedding()));
    } else if (subject instanceof Chain chain) {
      node.put("kind", "chain");
      node.set("bases", MatrixJson.writeList(chain.bases(), MatrixJson::write));
      node.set("diagonals", MatrixJson.writeList(chain.diagonals(), MatrixJson::writeNumbers));
      node.set("core", MatrixJson.write(chain.core()));
    } else if (subject instanceof BlockPoint point) {
      node.put("kind", "block-point");
      node.set("left", MatrixJson.write(point.target().left()));
      node.set("values", MatrixJson.writeNumbers(point.target().values()));
      node.set("right", MatrixJson.write(point.target().right()));
      point.learned().indices().forEach(node.putArray("learned")::add);
      node.set("gauges", MatrixJson.writeList(point.gauges(), MatrixJson::write));
      node.set("nullBlocks", MatrixJson.writeList(point.nullBlocks(), MatrixJson::write));
    } else {
      throw new IllegalArgumentException("no JSON for " + subject.getClass().getSimpleName());
    }
    return node;
  }

  /**
   * The subject that a JSON object describes.
   *
   * @throws IllegalArgumentException naming what is missing or wrong
   */
  public static Subject read(JsonNode node) {
    String kind = field(node, "kind").asText();
    return switch (kind) {
      case "instance" ->
          new Instance(
              readTarget(field(node, "target")),
              new Weights<>(
                  Q, MatrixJson.readList(field(node, "weights"), MatrixJson::readMatrix)));
      case "graph" ->
          new Graph(
              new Architecture(MatrixJson.readList(field(node, "widths"), MatrixJson::integer)),
              MatrixJson.readMatrix(field(node, "adjacency")),
              MatrixJson.readMatrix(field(node, "embedding")));
      case "chain" ->
          new Chain(
              MatrixJson.readList(field(node, "bases"), MatrixJson::readMatrix),
              MatrixJson.readList(field(node, "diagonals"), MatrixJson::readNumbers),
              MatrixJson.readMatrix(field(node, "core")));
      case "block-point" ->
          new BlockPoint(
              new SpectralTarget(
                  MatrixJson.readMatrix(field(node, "left")),
                  MatrixJson.readNumbers(field(node, "values")),
                  MatrixJson.readMatrix(field(node, "right"))),
              new LearnedSet(MatrixJson.readList(field(node, "learned"), MatrixJson::integer)),
              MatrixJson.readList(field(node, "gauges"), MatrixJson::readMatrix),
              MatrixJson.readList(field(node, "nullBlocks"), MatrixJson::readMatrix));
      default ->
          throw new IllegalArgumentException(
              "a subject is an instance, graph, chain or block-point, not \"" + kind + "\"");
    };
  }

  private static JsonNode writeTarget(Target<RationalMatrix> target) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("matrix", MatrixJson.write(target.matrix()));
    if (target instanceof RawData<RationalMatrix> data) {
      node.set("moment", MatrixJson.write(data.moment()));
      node.set("energy", MatrixJson.write(data.energy()));
    }
    return node;
  }

  private static Target<RationalMatrix> readTarget(JsonNode node) {
    RationalMatrix matrix = MatrixJson.readMatrix(field(node, "matrix"));
    return node.has("moment") || node.has("energy")
        ? new RawData<>(
            Q,
            matrix,
            MatrixJson.readMatrix(field(node, "moment")),
            MatrixJson.readMatrix(field(node, "energy")))
        : new Whitened<>(Q, matrix);
  }
}
