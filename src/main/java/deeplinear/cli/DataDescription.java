package deeplinear.cli;

import deeplinear.flow.kernel.Multiplier;
import deeplinear.network.DataSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a check of data says before its results. */
final class DataDescription {

  private DataDescription() {}

  static List<String> of(String name, DataSet set, GivenData given, long seed) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s: %d samples, targets %s, network %s, seed %d",
            name,
            set.samples(),
            String.join(", ", set.targets()),
            given.network(),
            seed));
    for (String target : set.possibleClasses()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%s is taken for numbers, though it holds few; with --classes %s for classes",
              target,
              target));
    }
    lines.add("large products by " + Multiplier.inUse());
    lines.addAll(given.remarks());
    lines.add("");
    return lines;
  }
}
