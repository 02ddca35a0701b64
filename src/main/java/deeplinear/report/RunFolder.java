package deeplinear.report;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import deeplinear.counterexample.Counterexample;
import deeplinear.trial.Control;
import deeplinear.trial.Examination;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder that a run writes: ledger, record, counterexamples. It is locked as long as the run
 * lasts, so that no two processes write one ledger; the system gives the lock back when a process
 * dies. Safe for use by several threads.
 */
public final class RunFolder implements Closeable {

  /** The name of the ledger in its folder. */
  public static final String LEDGER = "ledger.jsonl";

  private static final String LOCK = ".lock";

  private final Path folder;
  private final FileChannel channel;
  private RunRecord run;

  private RunFolder(Path folder, FileChannel channel, RunRecord run) {
    this.folder = folder;
    this.channel = channel;
    this.run = run;
  }

  /**
   * Opens a folder for a new run, and clears it of what an earlier one has left.
   *
   * @param folder is created if it does not exist
   * @param versions of everything that takes part
   * @param props what the run is asked for, by name
   * @throws IOException if another run is writing there, or the folder cannot be written
   */
  public static RunFolder open(Path folder, Versions versions, Map<String, String> props)
      throws IOException {
    try {
      Files.createDirectories(folder);
    } catch (FileAlreadyExistsException e) {
      throw new IOException(folder + ": a folder is expected, but this is a file", e);
    }
    FileChannel channel = locked(folder);
    try {
      clear(folder);
      Files.createFile(folder.resolve(LEDGER));
      RunRecord run =
          new RunRecord(
              RunRecord.SCHEMA,
              Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
              versions,
              Runtime.getRuntime().availableProcessors(),
              props,
              List.of());
      run.write(folder);
      return new RunFolder(folder, channel, run);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static FileChannel locked(Path folder) throws IOException {
    FileChannel channel = FileChannel.open(folder.resolve(LOCK), CREATE, WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Another run of this process has it.
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
    if (lock == null) {
      throw new IOException(folder + ": another run is writing here; give each its own folder");
    }
    return channel;
  }

  private static void clear(Path folder) throws IOException {
    for (String file : List.of(LEDGER, RunRecord.FILE, Summary.FILE, Site.FILE)) {
      Files.deleteIfExists(folder.resolve(file));
    }
    Path witnesses = folder.resolve(Counterexamples.FOLDER);
    if (Files.isDirectory(witnesses)) {
      try (Stream<Path> files = Files.list(witnesses)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** The ledger. */
  public Path ledger() {
    return folder.resolve(LEDGER);
  }

  /**
   * Adds a line to the ledger.
   *
   * @param millis how long it took, for the record
   */
  public synchronized void add(LedgerEntry entry, long millis) throws IOException {
    if (!Files.exists(ledger())) {
      throw new IOException(ledger() + ": the ledger was removed while a run is writing it");
    }
    Ledger.append(ledger(), entry);
    run = run.plus(new RunRecord.Time(entry.id(), entry.cases().origin(), millis));
    run.write(folder);
  }

  /** Writes all counterexamples of an examination. */
  public void write(Examination<?> examination) throws IOException {
    List<Counterexample> all =
        Stream.of(
                examination.counterexample().stream(),
                examination.hypotheses().stream().flatMap(c -> witness(c)),
                examination.neighbors().stream().flatMap(c -> witness(c)))
            .flatMap(c -> c)
            .toList();
    for (Counterexample counterexample : all) {
      write(counterexample);
    }
  }

  private static Stream<Counterexample> witness(Control control) {
    return control.witness().stream();
  }

  /** Writes a counterexample, and returns its file. */
  public synchronized Path write(Counterexample counterexample) throws IOException {
    Path witnesses = Files.createDirectories(folder.resolve(Counterexamples.FOLDER));
    String name = counterexample.fileName();
    Path draft = witnesses.resolve(name + ".tmp");
    String json = counterexample.toJson().toPrettyString().replace("\r\n", "\n");
    Files.write(draft, (json + "\n").getBytes(StandardCharsets.UTF_8));
    Path file = witnesses.resolve(name);
    Site.replace(draft, file);
    return file;
  }

  /**
   * Writes page and summary.
   *
   * @return the page
   */
  public synchronized Path publish() throws IOException {
    return Site.write(Ledger.read(ledger()), Optional.of(run), folder);
  }

  /** Gives the lock back. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
