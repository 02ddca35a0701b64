package deeplinear.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a ledger does not depend on, and a reader may want to know: when, with what and how fast a
 * run was made.
 *
 * @param schema {@value #SCHEMA}
 * @param started the time, as ISO 8601 writes it, in UTC
 * @param versions of everything that takes part
 * @param cores of the machine
 * @param props what the run was asked for, by name
 * @param times for each entry of the ledger
 */
public record RunRecord(
    int schema,
    String started,
    Versions versions,
    int cores,
    Map<String, String> props,
    List<Time> times) {

  /** The schema that this version reads and writes. */
  public static final int SCHEMA = 1;

  /** Its file, beside the ledger. */
  static final String FILE = "run.json";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /**
   * How long an entry of the ledger took.
   *
   * @param id of the claim
   * @param origin of the cases
   * @param millis the wall-clock time in milliseconds
   */
  public record Time(String id, String origin, long millis) {
    /** Requires id and origin. */
    public Time {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(origin, "origin");
    }
  }

  /**
   * Copies map and list.
   *
   * @throws IllegalArgumentException if the schema is another one
   */
  public RunRecord {
    if (schema != SCHEMA) {
      throw new IllegalArgumentException("schema " + SCHEMA + " is expected, not " + schema);
    }
    Objects.requireNonNull(started, "started");
    Objects.requireNonNull(versions, "versions");
    props = Collections.unmodifiableMap(new TreeMap<>(Objects.requireNonNull(props, "props")));
    times = List.copyOf(Objects.requireNonNull(times, "times"));
  }

  RunRecord plus(Time time) {
    List<Time> more = new ArrayList<>(times);
    more.add(time);
    return new RunRecord(schema, started, versions, cores, props, more);
  }

  /** How long an entry took, if the record says so. */
  Optional<Long> millis(LedgerEntry entry) {
    return times.stream()
        .filter(t -> t.id().equals(entry.id()) && t.origin().equals(entry.cases().origin()))
        .map(Time::millis)
        .findFirst();
  }

  void write(Path folder) throws IOException {
    Path draft = folder.resolve(FILE + ".tmp");
    Files.writeString(
        draft,
        MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this).replace("\r\n", "\n")
            + "\n");
    Site.replace(draft, folder.resolve(FILE));
  }

  /**
   * The record in a folder; empty if there is none.
   *
   * @throws LedgerFormatException if it is no such record
   */
  public static Optional<RunRecord> read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return Optional.of(MAPPER.readValue(text, RunRecord.class));
    } catch (JsonProcessingException e) {
      String reason = e.getOriginalMessage().lines().findFirst().orElse("");
      throw new LedgerFormatException(file + ": no record of a run: " + reason, e);
    }
  }
}
