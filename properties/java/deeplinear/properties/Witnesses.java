package deeplinear.properties;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import deeplinear.counterexample.SubjectJson;
import deeplinear.network.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The pinned witnesses in {@code properties/counterexamples}. */
final class Witnesses {

  private static final Path FOLDER = Path.of("properties", "counterexamples");

  private Witnesses() {}

  /**
   * A pinned witness.
   *
   * @param id the claim that it refutes
   * @param failing the comparison that fails
   * @param subject the minimal subject
   */
  record Witness(String id, String failing, Subject subject) {}

  static List<Witness> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(f -> f.toString().endsWith(".json"))
          .sorted()
          .map(Witnesses::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Witness of(String id) {
    return all().stream().filter(w -> w.id().equals(id)).findFirst().orElseThrow();
  }

  private static Witness read(Path file) {
    try {
      JsonNode node = new ObjectMapper().readTree(file.toFile());
      return new Witness(
          node.required("id").asText(),
          node.required("failing").asText(),
          SubjectJson.read(node.required("shrunk")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
