package deeplinear.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where files are exchanged.
 *
 * @param root the directory
 */
record Workplace(Path root) {

  /** The system property that tells forks where it is. */
  static final String PROPERTY = "bench.dir";

  static Workplace fromProperty() {
    return new Workplace(Path.of(System.getProperty(PROPERTY, "target/bench/exchange")));
  }

  Path results() {
    return root.resolve("results");
  }

  Path references() {
    return root.resolve("references");
  }

  private Path file(String set) {
    return root.resolve("sets").resolve(set + ".txt");
  }

  /** Writes all standard sets. */
  void writeSets() throws IOException {
    Files.createDirectories(root.resolve("sets"));
    Files.createDirectories(results());
    for (String name : StandardSets.names()) {
      NetSetFile.write(StandardSets.of(name), file(name));
    }
  }

  /** Reads a set that was written. */
  NetSet set(String name) throws IOException {
    return NetSetFile.read(file(name));
  }
}
