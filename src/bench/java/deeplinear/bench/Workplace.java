package deeplinear.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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

  /** The measured right-hand sides: lines {@code time n h NANOSECONDS}. */
  private Path fieldTimes() {
    return root.resolve("field.txt");
  }

  /** Keeps the times, so that a later report has them, too. */
  void keep(List<FieldTime> times) throws IOException {
    StringBuilder text = new StringBuilder();
    for (FieldTime t : times) {
      text.append(Numbers.line("time", new double[] {t.width(), t.depth(), t.nanoseconds()}));
    }
    Files.writeString(fieldTimes(), text);
  }

  /** The times that were kept; none if there was no such run. */
  List<FieldTime> keptTimes() throws IOException {
    if (!Files.exists(fieldTimes())) {
      return List.of();
    }
    return Files.readAllLines(fieldTimes()).stream()
        .map(line -> Numbers.parse("time", line))
        .map(t -> new FieldTime((int) t[0], (int) t[1], t[2]))
        .toList();
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
