package deeplinear.report;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The files that a page may link to.
 *
 * @param page the folder of the page
 */
record Counterexamples(Path page) {

  /** The name of their folder, beside the page. */
  static final String FOLDER = "counterexamples";

  /** The relative address of a file that exists and lies in the folder; otherwise empty. */
  String address(@Nullable String file) {
    return file != null
            && file.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*")
            && Files.isRegularFile(page.resolve(FOLDER).resolve(file))
        ? FOLDER + "/" + file
        : "";
  }
}
