package deeplinear.network;

import deeplinear.algebra.RationalMatrix;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads comma-separated values in UTF-8 with a header line. Columns that are no targets are inputs
 * and hold decimals, which are read exactly. A target of decimals becomes one row of Y; a target of
 * text, or one that is said to hold classes, becomes one row of zeros and ones for each class, in
 * the order of first appearance.
 */
public final class DataSetReader {

  private final String name;
  private final List<String> header = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();

  /** The values of a line of the file. */
  private record Line(long number, List<String> values) {}

  private DataSetReader(String name) {
    this.name = name;
  }

  /**
   * Reads a file.
   *
   * @param targets the names of the target columns
   * @param classes the names of those target columns whose values are classes, even if they are
   *     numbers; columns of text need not be named
   * @throws DataException naming the line, the column, the value and what is expected instead
   */
  public static DataSet read(Path file, List<String> targets, List<String> classes) {
    if (Files.isDirectory(file)) {
      throw new DataException(file + ": a file is expected, not a folder");
    }
    try (Reader reader = Files.newBufferedReader(file)) {
      return read(file.toString(), reader, targets, classes);
    } catch (NoSuchFileException e) {
      throw new DataException(file + ": no such file", e);
    } catch (IOException e) {
      throw new DataException(file + ": the file cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Reads from a reader.
   *
   * @param name how messages call the file
   * @param targets the names of the target columns
   * @param classes the names of those target columns whose values are classes, even if they are
   *     numbers
   * @throws DataException naming the line, the column, the value and what is expected instead
   * @throws IOException if the reader fails
   */
  public static DataSet read(String name, Reader reader, List<String> targets, List<String> classes)
      throws IOException {
    DataSetReader result = new DataSetReader(name);
    try (CSVParser parser =
        CSVFormat.RFC4180.builder().setTrim(true).setIgnoreEmptyLines(true).get().parse(reader)) {
      for (CSVRecord csv : parser) {
        result.add(parser.getCurrentLineNumber(), csv.toList());
      }
    } catch (CharacterCodingException e) {
      throw new DataException(name + ": the file is not in UTF-8", e);
    } catch (UncheckedIOException e) {
      throw new DataException(
          name
              + (e.getCause() instanceof CharacterCodingException
                  ? ": the file is not in UTF-8"
                  : ": no comma-separated values: " + e.getMessage()),
          e);
    }
    return result.build(targets, classes);
  }

  private void add(long line, List<String> values) {
    if (header.isEmpty()) {
      String first = values.get(0);
      header.addAll(values);
      // Spreadsheets start UTF-8 with a byte order mark.
      header.set(0, first.startsWith("\uFEFF") ? first.substring(1) : first);
      checkHeader();
    } else if (values.size() != header.size()) {
      throw new DataException(
          String.format(
              Locale.ROOT,
              "%s, line %d: %d values, but the header names %d columns",
              name,
              line,
              values.size(),
              header.size()));
    } else {
      lines.add(new Line(line, values));
    }
  }

  private void checkHeader() {
    Set<String> seen = new HashSet<>();
    for (int j = 0; j < header.size(); j++) {
      if (header.get(j).isEmpty()) {
        throw new DataException(
            String.format(Locale.ROOT, "%s, line 1: column %d has no name", name, j + 1));
      }
      if (!seen.add(header.get(j))) {
        throw new DataException(
            String.format(
                Locale.ROOT, "%s, line 1: two columns are called \"%s\"", name, header.get(j)));
      }
    }
  }

  private DataSet build(List<String> targets, List<String> classes) {
    if (header.isEmpty()) {
      throw new DataException(name + ": the file is empty; a header line is expected");
    }
    for (String target : targets) {
      if (!header.contains(target)) {
        throw new DataException(
            String.format(
                Locale.ROOT,
                "%s: no column is called \"%s\"%s; the columns are %s",
                name,
                target,
                Spelling.nearest(target, header).map(c -> ", but \"" + c + "\" is").orElse(""),
                String.join(", ", header)));
      }
    }
    if (targets.isEmpty() || new HashSet<>(targets).size() != targets.size()) {
      throw new DataException(
          name + ": at least one target is expected, and none twice, not " + targets);
    }
    for (String column : classes) {
      if (!targets.contains(column)) {
        throw new DataException(
            String.format(
                Locale.ROOT,
                "%s: only targets can hold classes, not \"%s\"; the targets are %s",
                name,
                column,
                String.join(", ", targets)));
      }
    }
    if (lines.isEmpty()) {
      throw new DataException(name + ": there are no samples, only a header line");
    }
    List<String> inputs = new ArrayList<>(header);
    inputs.removeAll(targets);
    if (inputs.isEmpty()) {
      throw new DataException(name + ": all columns are targets; an input column is expected");
    }
    Rows x = new Rows();
    for (String input : inputs) {
      x.add(input, numbers(header.indexOf(input), "an input column holds decimal numbers"));
    }
    Rows y = new Rows();
    for (String target : targets) {
      addTarget(y, target, header.indexOf(target), classes.contains(target));
    }
    return new DataSet(name, x.names, y.names, x.matrix(lines.size()), y.matrix(lines.size()));
  }

  private void addTarget(Rows y, String target, int column, boolean holdsClasses) {
    if (!holdsClasses && Decimals.looksNumeric(lines.get(0).values.get(column))) {
      y.add(target, numbers(column, "the column holds decimal numbers from its first line on"));
      return;
    }
    for (String label : classes(column, holdsClasses)) {
      y.add(
          target + "=" + label,
          lines.stream()
              .map(l -> l.values.get(column).equals(label) ? BigDecimal.ONE : BigDecimal.ZERO)
              .toList());
    }
  }

  /** The classes of a column, in the order of first appearance. */
  private Set<String> classes(int column, boolean mayBeNumbers) {
    Set<String> classes = new LinkedHashSet<>();
    for (Line line : lines) {
      String value = line.values.get(column);
      if (value.isEmpty()) {
        throw refused(line, column, "a class has a name");
      }
      if (!mayBeNumbers && Decimals.looksNumeric(value)) {
        throw refused(line, column, "the column holds text from its first line on");
      }
      classes.add(value);
      if (classes.size() > Architecture.MAX_WIDTH) {
        throw refused(line, column, "at most " + Architecture.MAX_WIDTH + " classes are expected");
      }
    }
    return classes;
  }

  private List<BigDecimal> numbers(int column, String expected) {
    List<BigDecimal> numbers = new ArrayList<>();
    for (Line line : lines) {
      Optional<BigDecimal> number = Decimals.parse(line.values.get(column));
      numbers.add(number.orElseThrow(() -> refused(line, column, expected)));
    }
    return numbers;
  }

  private DataException refused(Line line, int column, String expected) {
    String value = line.values.get(column);
    String shown = value.length() <= 40 ? value : value.substring(0, 40) + "…";
    return new DataException(
        String.format(
            Locale.ROOT,
            "%s, line %d, column %s: \"%s\" is not accepted; %s",
            name,
            line.number,
            header.get(column),
            shown.lines().findFirst().orElse(""),
            expected));
  }

  /** Rows of a matrix with their names. */
  private static final class Rows {
    final List<String> names = new ArrayList<>();
    final List<BigDecimal> entries = new ArrayList<>();

    void add(String rowName, List<BigDecimal> row) {
      names.add(rowName);
      entries.addAll(row);
    }

    RationalMatrix matrix(int samples) {
      return RationalMatrix.ofDecimals(names.size(), samples, entries);
    }
  }
}
