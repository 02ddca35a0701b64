import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Writes the jqwik class of each chapter, with a property for each claim file: so adding a claim is
 * adding one file, and each claim is a test of its own. Run by the build as a single-file program:
 * {@code java Drivers.java CLAIMS TARGET}.
 */
final class Drivers {

  private Drivers() {}

  /** Takes the folder of the claims and the folder to write to. */
  public static void main(String[] args) throws IOException {
    Path claims = Path.of(args[0]).resolve("deeplinear/claims");
    Path target = Path.of(args[1]).resolve("deeplinear/properties");
    TreeMap<String, TreeSet<String>> chapters = new TreeMap<>();
    try (Stream<Path> files = Files.walk(claims)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        if (Files.readString(file).contains("@AutoService(Registered.class)")) {
          String chapter = file.getParent().getFileName().toString();
          String name = file.getFileName().toString().replace(".java", "");
          chapters.computeIfAbsent(chapter, c -> new TreeSet<>()).add(name);
        }
      }
    }
    Files.createDirectories(target);
    for (String chapter : chapters.keySet()) {
      String type = capitalized(chapter) + "Properties";
      StringBuilder text = new StringBuilder("package deeplinear.properties;\n\n");
      text.append("import net.jqwik.api.ForAll;\n\n");
      text.append("/** Generated from the claims of the chapter. */\n");
      text.append("class ").append(type).append(" extends Corpus {\n");
      for (String name : chapters.get(chapter)) {
        text.append(property(chapter, name));
      }
      text.append("}\n");
      write(target.resolve(type + ".java"), text.toString());
    }
  }

  private static String property(String chapter, String name) {
    String id = chapter + "/" + slug(name);
    String method = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    return String.join(
        "\n",
        List.of(
            "",
            "  @Checks(\"" + id + "\")",
            "  void " + method + "(@ForAll(\"cases\") Batch<?> batch) {",
            "    check(batch);",
            "  }",
            ""));
  }

  /** As {@code Claim.id} makes it. */
  private static String slug(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  private static String capitalized(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /** Leaves an equal file as it is, so that nothing is compiled again. */
  private static void write(Path file, String text) throws IOException {
    if (!Files.exists(file) || !Files.readString(file).equals(text)) {
      Files.writeString(file, text);
    }
  }
}
