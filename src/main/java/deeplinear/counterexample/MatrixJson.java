package deeplinear.counterexample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.Rationals;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Exact matrices as JSON: rows of strings {@code "n"} or {@code "n/d"}; a matrix without entries as
 * its shape.
 */
final class MatrixJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private MatrixJson() {}

  static JsonNode write(RationalMatrix a) {
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

  static RationalMatrix readMatrix(JsonNode node) {
    if (node.isObject()) {
      return RationalMatrix.zeros(integer(field(node, "rows")), integer(field(node, "columns")));
    }
    List<List<BigFraction>> rows = readList(node, MatrixJson::readNumbers);
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

  static ArrayNode writeNumbers(List<BigFraction> numbers) {
    ArrayNode array = JSON.arrayNode();
    numbers.forEach(x -> array.add(Rationals.format(x)));
    return array;
  }

  static List<BigFraction> readNumbers(JsonNode node) {
    return readList(node, x -> Rationals.parse(x.asText()));
  }

  static <T> ArrayNode writeList(List<T> list, Function<T, JsonNode> write) {
    ArrayNode array = JSON.arrayNode();
    list.forEach(x -> array.add(write.apply(x)));
    return array;
  }

  static <T> List<T> readList(JsonNode node, Function<JsonNode, T> read) {
    if (!node.isArray()) {
      throw new IllegalArgumentException("an array is expected, but this is " + node);
    }
    List<T> list = new ArrayList<>();
    node.forEach(x -> list.add(read.apply(x)));
    return list;
  }

  static JsonNode field(JsonNode node, String name) {
    JsonNode value = node.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the field \"" + name + "\" is missing");
    }
    return value;
  }

  static int integer(JsonNode value) {
    if (!value.isInt() || value.asInt() < 0) {
      throw new IllegalArgumentException("a count is expected, but this is " + value);
    }
    return value.asInt();
  }
}
