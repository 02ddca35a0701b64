package deeplinear.report;

import java.util.List;

/**
 * A dropped hypothesis or a wrong neighbor as the page shows it. Empty texts are not shown.
 *
 * @param name of the hypothesis or neighbor
 * @param dropped what came out; empty if this ledger does not say
 * @param isExpected whether the run accepts that
 * @param smallest the widths of the smallest witness
 * @param witness the name of its file
 * @param address of that file
 * @param cases how many cases, in words
 * @param atoms the comparisons that failed
 * @param remark of the claim
 * @param complaint of the run
 */
record ControlView(
    String name,
    String dropped,
    boolean isExpected,
    String smallest,
    String witness,
    String address,
    String cases,
    List<String> atoms,
    String remark,
    String complaint) {

  static ControlView of(ControlEntry entry, Counterexamples files) {
    return new ControlView(
        entry.name(),
        entry.dropped().words(),
        entry.complaint().isEmpty(),
        entry.smallest() == null ? "" : entry.smallest(),
        entry.witness() == null ? "" : entry.witness(),
        files.address(entry.witness()),
        Format.count(entry.cases(), "case"),
        List.copyOf(entry.violated().keySet()),
        entry.remark(),
        entry.complaint());
  }

  /** A hypothesis that no run has dropped. */
  static ControlView undropped(String name, String remark) {
    return new ControlView(name, "", true, "", "", "", "", List.of(), remark, "");
  }
}
