package deeplinear.report;

import com.fasterxml.jackson.databind.JsonNode;

/** JSON with one matrix row to the line: what is short, too, stays on one line. */
public final class SubjectText {

  private static final int WIDTH = 72;

  private SubjectText() {}

  /** The text, without a line break at its end. */
  public static String of(JsonNode node) {
    StringBuilder text = new StringBuilder();
    append(node, "", text);
    return text.toString();
  }

  private static void append(JsonNode node, String indent, StringBuilder text) {
    String whole = node.toString();
    boolean isShort = whole.length() + indent.length() <= WIDTH;
    if (isShort || !node.isContainerNode() || isRow(node)) {
      text.append(whole);
      return;
    }
    String deeper = indent + "  ";
    text.append(node.isObject() ? "{" : "[");
    String separator = "\n";
    if (node.isObject()) {
      for (var field : node.properties()) {
        text.append(separator).append(deeper).append('"').append(field.getKey()).append("\": ");
        append(field.getValue(), deeper, text);
        separator = ",\n";
      }
    } else {
      for (JsonNode element : node) {
        text.append(separator).append(deeper);
        append(element, deeper, text);
        separator = ",\n";
      }
    }
    text.append('\n').append(indent).append(node.isObject() ? "}" : "]");
  }

  /** Whether a node is an array of texts or numbers. */
  private static boolean isRow(JsonNode node) {
    for (JsonNode element : node) {
      if (element.isContainerNode()) {
        return false;
      }
    }
    return node.isArray();
  }
}
