package deeplinear.report;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;

/**
 * The page that shows a ledger: one file without scripts that needs no network. It depends on the
 * ledger, on the registry of claims and on which files of counterexamples exist, and on nothing
 * else.
 */
public final class Site {

  private static final String TEMPLATE = "deeplinear/report/index.html";

  private Site() {}

  /**
   * Writes {@code index.html} to a folder, which is created. An earlier page is replaced as a
   * whole.
   *
   * @return the file
   * @throws IOException if it cannot be written; an earlier page is then untouched
   */
  public static Path write(Ledger ledger, Path folder) throws IOException {
    String html = render(ledger, folder);
    Files.createDirectories(folder);
    Path page = folder.resolve("index.html");
    Path draft = folder.resolve("index.html.tmp");
    Files.writeString(draft, html, StandardCharsets.UTF_8);
    replace(draft, page);
    return page;
  }

  /** Moves a finished file into the place of another, at once where the file system can. */
  public static void replace(Path finished, Path place) throws IOException {
    try {
      Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(finished, place, REPLACE_EXISTING);
    }
  }

  /** The page as it would stand in a folder. */
  static String render(Ledger ledger, Path folder) throws IOException {
    PebbleEngine engine =
        new PebbleEngine.Builder()
            .loader(new ClasspathLoader(Site.class.getClassLoader()))
            .autoEscaping(true)
            .strictVariables(true)
            .defaultLocale(Locale.ROOT)
            .build();
    StringWriter html = new StringWriter();
    engine
        .getTemplate(TEMPLATE)
        .evaluate(html, Map.of("page", Page.of(ledger, new Counterexamples(folder))), Locale.ROOT);
    return html.toString();
  }
}
