package deeplinear.report;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import deeplinear.claim.Claim;
import deeplinear.claim.Claims;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The page that shows a ledger, one file without scripts that needs no network, and its summary.
 * They depend on the ledger, the record of its run, the claims and which files of counterexamples
 * exist, and on nothing else.
 */
public final class Site {

  /** The name of the page in its folder. */
  static final String FILE = "index.html";

  private static final String TEMPLATE = "deeplinear/report/index.html";

  private Site() {}

  /**
   * Writes {@code index.html} and {@code summary.json} to a folder, which is created. Earlier ones
   * are replaced as a whole.
   *
   * @param run how the ledger was made, if there is a record of it
   * @return the page
   * @throws IOException if it cannot be written; an earlier page is then untouched
   */
  public static Path write(Ledger ledger, Optional<RunRecord> run, Path folder) throws IOException {
    return write(ledger, run, Claims.all(), folder);
  }

  static Path write(Ledger ledger, Optional<RunRecord> run, List<Claim<?>> catalog, Path folder)
      throws IOException {
    Page page = Page.of(ledger, run, catalog, new Counterexamples(folder));
    String html = render(page);
    Files.createDirectories(folder);
    write(Summary.of(page), folder.resolve(Summary.FILE));
    return write(html, folder.resolve(FILE));
  }

  private static Path write(String text, Path file) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".tmp");
    Files.writeString(draft, text, StandardCharsets.UTF_8);
    replace(draft, file);
    return file;
  }

  /** Moves a finished file into the place of another, at once where the file system can. */
  public static void replace(Path finished, Path place) throws IOException {
    try {
      Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(finished, place, REPLACE_EXISTING);
    }
  }

  private static String render(Page page) throws IOException {
    PebbleEngine engine =
        new PebbleEngine.Builder()
            .loader(new ClasspathLoader(Site.class.getClassLoader()))
            .autoEscaping(true)
            .strictVariables(true)
            .defaultLocale(Locale.ROOT)
            .build();
    StringWriter html = new StringWriter();
    engine.getTemplate(TEMPLATE).evaluate(html, Map.of("page", page), Locale.ROOT);
    return html.toString();
  }
}
