package deeplinear.properties;

import deeplinear.report.LedgerEntry;
import deeplinear.report.RunFolder;
import deeplinear.report.Versions;
import deeplinear.trial.Examination;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Where a run of the corpus writes: one folder for as long as the process lives. */
final class Reports {

  private static final RunFolder FOLDER = open();

  private Reports() {}

  private static RunFolder open() {
    Map<String, String> props = new TreeMap<>();
    for (String name : new String[] {"props.tries", "props.seed"}) {
      props.put(name, System.getProperty(name, ""));
    }
    try {
      return RunFolder.open(
          Path.of(System.getProperty("reports.dir", "reports")),
          Versions.current(System.getProperty("jqwik.version", "development")),
          props);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes an examination with its counterexamples. */
  static void write(Examination<?> examination, LedgerEntry entry, long millis) {
    try {
      FOLDER.write(examination);
      FOLDER.add(entry, millis);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a line of the ledger. */
  static void write(LedgerEntry entry, long millis) {
    try {
      FOLDER.add(entry, millis);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
