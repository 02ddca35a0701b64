package deeplinear.flow.method;

import deeplinear.flow.kernel.LaneField;

final class Rock4 implements Stepper {
  @Override
  public void step(LaneField f, Block b, int s) {}
}
