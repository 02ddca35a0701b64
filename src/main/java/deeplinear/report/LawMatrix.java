package deeplinear.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which claim sees which wrong law of motion. False conjectures, which fail under any law, are left
 * out.
 *
 * @param laws the names of the columns
 * @param rows the claims that see a law
 * @param blind the claims that were tried and see none
 */
record LawMatrix(List<String> laws, List<Row> rows, List<ClaimView> blind) {

  /**
   * A claim.
   *
   * @param claim the claim
   * @param cells for each law how many comparisons see it, or an empty text
   */
  record Row(ClaimView claim, List<String> cells) {}

  static LawMatrix of(List<ClaimView> all) {
    List<ClaimView> claims = all.stream().filter(claim -> !claim.isFalse()).toList();
    Set<String> laws = new LinkedHashSet<>();
    claims.forEach(claim -> laws.addAll(claim.laws().keySet()));
    List<String> columns = List.copyOf(laws);
    return new LawMatrix(
        columns,
        claims.stream()
            .filter(ClaimView::seesLaws)
            .map(claim -> new Row(claim, columns.stream().map(law -> cell(claim, law)).toList()))
            .toList(),
        claims.stream().filter(c -> !c.laws().isEmpty() && !c.seesLaws()).toList());
  }

  private static String cell(ClaimView claim, String law) {
    int seen = claim.laws().getOrDefault(law, List.of()).size();
    return seen == 0 ? "" : Integer.toString(seen);
  }
}
