package deeplinear.report;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import deeplinear.claim.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The entries of a file of JSON lines in UTF-8, in the order of the file. Entries are only ever
 * appended, so that files can be merged by concatenation, and a run that is killed loses at most
 * its last line.
 *
 * @param entries all readable entries
 * @param isTruncated whether the last line was broken off, and dropped
 */
public record Ledger(List<LedgerEntry> entries, boolean isTruncated) {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addMixIn(Kind.class, Word.class)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** Kinds are written in their own words. */
  private interface Word {
    @JsonValue
    String word();
  }

  private static final ObjectReader TREE = MAPPER.readerFor(JsonNode.class);
  private static final ObjectReader ENTRY = MAPPER.readerFor(LedgerEntry.class);
  private static final ObjectWriter WRITER = MAPPER.writerFor(LedgerEntry.class);

  /** Copies the list. */
  public Ledger {
    entries = List.copyOf(entries);
  }

  /**
   * Appends an entry in a single write, so that several threads may append to one file. Creates the
   * file and its folders. That no other process does is the concern of the {@link RunFolder}.
   *
   * @throws IOException if the line cannot be written as a whole
   */
  static void append(Path file, LedgerEntry entry) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    byte[] line = (WRITER.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8);
    // Not Files.write, which cuts what it writes into pieces.
    try (FileChannel channel = FileChannel.open(file, CREATE, APPEND)) {
      int written = channel.write(ByteBuffer.wrap(line));
      if (written != line.length) {
        throw new IOException(
            String.format(
                Locale.ROOT,
                "only %d of %d bytes could be appended to %s",
                written,
                line.length,
                file));
      }
    }
  }

  /**
   * Reads a file; one that does not exist is an empty ledger. Blank lines are skipped.
   *
   * @throws LedgerFormatException naming the line if one is no JSON and not the last, or is no
   *     entry of the schema
   * @throws IOException if the file cannot be read
   */
  public static Ledger read(Path file) throws IOException {
    List<LedgerEntry> entries = new ArrayList<>();
    if (!Files.exists(file)) {
      return new Ledger(entries, false);
    }
    List<String> lines =
        new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
            .stripTrailing()
            .lines()
            .toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      JsonNode tree;
      try {
        tree = TREE.readTree(lines.get(i));
      } catch (JsonProcessingException e) {
        if (i == lines.size() - 1) {
          return new Ledger(entries, true);
        }
        throw garbled(file, i, e);
      }
      try {
        entries.add(ENTRY.readValue(tree));
      } catch (JsonProcessingException e) {
        throw garbled(file, i, e);
      }
    }
    return new Ledger(entries, false);
  }

  private static LedgerFormatException garbled(Path file, int index, JsonProcessingException e) {
    String reason = e.getOriginalMessage().lines().findFirst().orElse("");
    return new LedgerFormatException(
        String.format(
            Locale.ROOT, "%s, line %d: no entry of a ledger: %s", file, index + 1, reason),
        e);
  }
}
