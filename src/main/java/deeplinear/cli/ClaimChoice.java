package deeplinear.cli;

import deeplinear.claim.Claim;
import deeplinear.claim.Claims;
import java.util.List;

/** Claims by id or chapter. */
final class ClaimChoice {

  private ClaimChoice() {}

  /**
   * The claims with these ids, or of these chapters; all if none is named.
   *
   * @throws IllegalArgumentException naming what is no id and no chapter
   */
  static List<Claim<?>> of(List<String> names) {
    for (String name : names) {
      if (Claims.all().stream().noneMatch(claim -> isNamed(claim, name))) {
        throw new IllegalArgumentException(
            "no claim and no chapter is called \"" + name + "\"; the command theorems lists them");
      }
    }
    return Claims.all().stream()
        .filter(claim -> names.isEmpty() || names.stream().anyMatch(name -> isNamed(claim, name)))
        .toList();
  }

  private static boolean isNamed(Claim<?> claim, String name) {
    return claim.id().equals(name) || Claims.chapter(claim.id()).equals(name);
  }
}
