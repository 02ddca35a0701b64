package deeplinear.cli;

import deeplinear.claim.Claim;
import deeplinear.claim.Claims;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Claims by id or by chapter. */
final class Selection {

  private Selection() {}

  /**
   * The chosen claims in the order of the catalog; all of them if nothing is chosen.
   *
   * @param names ids such as {@code saddles/inertia}, or chapters such as {@code saddles}
   * @throws IllegalArgumentException naming what is neither
   */
  static List<Claim<?>> of(List<String> names) {
    if (names.isEmpty()) {
      return Claims.all();
    }
    Set<Claim<?>> chosen = new LinkedHashSet<>();
    for (String name : names) {
      List<Claim<?>> found =
          Claims.all().stream()
              .filter(c -> c.id().equals(name) || Claims.chapter(c.id()).equals(name))
              .toList();
      if (found.isEmpty()) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "no claim and no chapter is called \"%s\"; \"deeplinear theorems\" lists them",
                name));
      }
      chosen.addAll(found);
    }
    return Claims.all().stream().filter(chosen::contains).toList();
  }
}
