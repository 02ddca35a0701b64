package deeplinear.counterexample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.Rationals;
import deeplinear.network.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Exact parts as JSON: numbers are strings {@code "n"} or {@code "n/d"}, a list is an array of
 * them, a matrix an array of its rows, a list of matrices an array of these; a matrix without
 * entries is its shape, {@code {"rows": 0, "columns": 2}}.
 */
final class PartJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private PartJson() {}

  static JsonNode write(Part part) {
    return switch (part.axes()) {
      case 1 -> list(part.toNumbers(), x -> JSON.textNode(Rationals.format(x)));
      case 2 -> write(part.toMatrix());
      default -> list(part.toMatrices(), PartJson::write);
    };
  }

  private static JsonNode write(RationalMatrix a) {
    if (a.rows() == 0 || a.columns() == 0) {
      ObjectNode shape = JSON.objectNode();
      return shape.put("rows", a.rows()).put("columns", a.columns());
    }
    ArrayNode rows = JSON.arrayNode();
    for (int i = 0; i < a.rows(); i++) {
      ArrayNode row = rows.addArray();
      for (int j = 0; j < a.columns(); j++) {
        row.add(Rationals.format(a.entry(i, j)));
      }
    }
    return rows;
  }

  private static <T> ArrayNode list(List<T> list, Function<T, JsonNode> write) {
    ArrayNode array = JSON.arrayNode();
    list.forEach(x -> array.add(write.apply(x)));
    return array;
  }

  static Part read(JsonNode node) {
    return switch (axes(node)) {
      case 1 -> Part.numbers(numbers(node));
      case 2 -> Part.matrix(matrix(node));
      case 3 -> Part.matrices(elements(node, PartJson::matrix));
      default ->
          throw new IllegalArgumentException(
              "numbers, a matrix or matrices are expected, but this is " + node);
    };
  }

  /** How many brackets there are around the first number; a shape stands for two. */
  private static int axes(JsonNode node) {
    if (node.isObject()) {
      return 2;
    }
    return node.isArray() ? 1 + (node.isEmpty() ? 0 : axes(node.get(0))) : 0;
  }

  private static RationalMatrix matrix(JsonNode node) {
    if (node.isObject()) {
      return RationalMatrix.zeros(count(node, "rows"), count(node, "columns"));
    }
    List<List<BigFraction>> rows = elements(node, PartJson::numbers);
    int columns = rows.isEmpty() ? 0 : rows.get(0).size();
    List<BigFraction> entries = new ArrayList<>();
    for (List<BigFraction> row : rows) {
      if (row.size() != columns) {
        throw new IllegalArgumentException("the rows of a matrix are equally long, unlike " + node);
      }
      entries.addAll(row);
    }
    return RationalMatrix.of(rows.size(), columns, entries);
  }

  private static List<BigFraction> numbers(JsonNode node) {
    return elements(node, x -> Rationals.parse(x.asText()));
  }

  private static <T> List<T> elements(JsonNode node, Function<JsonNode, T> read) {
    if (!node.isArray()) {
      throw new IllegalArgumentException("an array is expected, but this is " + node);
    }
    List<T> list = new ArrayList<>();
    node.forEach(x -> list.add(read.apply(x)));
    return list;
  }

  private static int count(JsonNode shape, String name) {
    JsonNode value = shape.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the field \"" + name + "\" is missing");
    }
    if (!value.isInt() || value.asInt() < 0) {
      throw new IllegalArgumentException("a count is expected, but this is " + value);
    }
    return value.asInt();
  }
}
