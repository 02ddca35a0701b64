package deeplinear.properties;

import com.fasterxml.jackson.databind.ObjectMapper;
import deeplinear.counterexample.Counterexample;
import deeplinear.report.Ledger;
import deeplinear.report.LedgerEntry;
import deeplinear.report.Versions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Property;

/** Where a run of the corpus writes. */
final class Reports {

  private static final Path FOLDER = Path.of(System.getProperty("reports.dir", "reports"));

  private Reports() {}

  /** The versions that a result depends on. */
  static Versions versions() {
    Package jqwik = Property.class.getPackage();
    String version = jqwik.getImplementationVersion();
    return Versions.current(version == null ? "unknown" : version);
  }

  static void append(LedgerEntry entry) {
    try {
      Ledger.append(FOLDER.resolve("ledger.jsonl"), entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a counterexample and returns the name of its file. */
  static String write(Counterexample counterexample, String prefix) {
    Path folder = FOLDER.resolve("counterexamples");
    String name = prefix + counterexample.fileName();
    try {
      Files.createDirectories(folder);
      new ObjectMapper()
          .writerWithDefaultPrettyPrinter()
          .writeValue(folder.resolve(name).toFile(), counterexample.toJson());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return name;
  }
}
