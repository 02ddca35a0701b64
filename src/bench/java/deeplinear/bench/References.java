package deeplinear.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Solutions to measure errors against: commons-math3's Dormand–Prince 8(5,3) with rtol = atol =
 * 1e-13, kept in files. For sets that it cannot solve in reasonable time a peer can leave a file
 * there (see peers/run.sh).
 */
final class References {

  private static final double TOLERANCE = 1e-13;

  /** Wider nets are left to peers with a fast matrix product. */
  private static final int WIDEST = 64;

  private final Path directory;

  References(Path directory) {
    this.directory = directory;
  }

  /** The reference for a set, computed if it is not yet there; empty if only a peer can do it. */
  Optional<double[][]> of(NetSet set) throws IOException {
    Path file = directory.resolve(set.name() + ".txt");
    if (Files.exists(file)) {
      return Optional.of(ResultFile.read(file).states());
    }
    if (!set.hasFixedTime() || set.nets().get(0).widths()[0] > WIDEST) {
      return Optional.empty();
    }
    double[][] states = new CommonsMath().run(set, TOLERANCE, TOLERANCE);
    Files.createDirectories(directory);
    ResultFile.write(
        new Result("reference", set.name(), TOLERANCE, TOLERANCE, Double.NaN, Double.NaN, states),
        file);
    return Optional.of(states);
  }
}
