package deeplinear.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is to be run.
 *
 * @param include what a label must contain: {@code field}, or a flow's {@code E1s/NAME/1.0E-8}
 * @param quick one short set, few tolerances, few repetitions
 * @param sets the sets at rtol 1e-8
 */
record Choice(Pattern include, boolean quick, List<String> sets) {

  private static final double USUAL = 1e-8;

  static Choice fromProperties() {
    boolean quick = Boolean.getBoolean("bench.quick");
    String sets = System.getProperty("bench.sets", "");
    if (sets.isEmpty()) {
      sets = quick ? "E1s" : "E1s,E1,E1b,E2,E4b";
    }
    return new Choice(
        Pattern.compile(System.getProperty("bench.include", "")),
        quick,
        List.of(sets.split(",", -1)));
  }

  boolean includes(String label) {
    return include.matcher(label).find();
  }

  /** All runs of Java contenders. */
  List<FlowRun> flows(Workplace workplace) throws IOException {
    List<FlowRun> runs = new ArrayList<>();
    for (String name : sets) {
      NetSet set = workplace.set(name);
      for (Contender contender : Contenders.ALL) {
        if (contender.takes(set)) {
          runs.addAll(flows(contender.name(), name));
        }
      }
    }
    return runs.stream().filter(r -> includes(r.label())).toList();
  }

  /** On E1s a work–precision curve, elsewhere one tolerance. */
  private List<FlowRun> flows(String contender, String set) {
    double[] tolerances = {USUAL};
    if (set.equals("E1s")) {
      tolerances =
          quick
              ? new double[] {1e-4, USUAL, 1e-10}
              : new double[] {1e-4, 1e-5, 1e-6, 1e-7, USUAL, 1e-9, 1e-10, 1e-11, 1e-12};
    }
    List<FlowRun> runs = new ArrayList<>();
    for (double relative : tolerances) {
      runs.add(new FlowRun(contender, set, relative));
    }
    return runs;
  }
}
