package deeplinear.flow.trajectory;

import deeplinear.flow.kernel.LaneKernel;
import deeplinear.flow.kernel.LaneMatrix;
import deeplinear.flow.method.Block;
import deeplinear.flow.method.Method;
import deeplinear.flow.method.Stepper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Drives many networks of one depth at once. In each round every network says which work it needs;
 * those that need the same are put side by side into lanes, which are worked on together and taken
 * apart again. Not safe for use by several threads at once.
 */
final class LockStep {

  private final int mostLanes;
  private final LaneKernel kernel;
  private final Block block = new Block();
  private final Map<Method, Stepper> steppers = new EnumMap<>(Method.class);

  LockStep(Supplier<LaneKernel> kernels, int mostLanes) {
    kernel = kernels.get();
    this.mostLanes = mostLanes;
  }

  /**
   * Runs to the end of all courses.
   *
   * @param members of one depth; neighbours should have like widths
   * @param atOnce so many are under way at the same time; the next begin as others end
   */
  void run(List<Member> members, int atOnce) {
    List<Member> active = new ArrayList<>();
    int next = 0;
    while (true) {
      while (active.size() < atOnce && next < members.size()) {
        active.add(members.get(next++));
      }
      if (active.isEmpty()) {
        return;
      }
      round(active);
      active.removeIf(m -> m.course().work() == Course.Work.NONE);
    }
  }

  private void round(List<Member> active) {
    long[] order = new long[active.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = kind(active.get(i)) << 32 | i;
    }
    Arrays.sort(order);
    List<Member> alike = new ArrayList<>();
    for (int i = 0; i < order.length; i++) {
      alike.add(active.get((int) order[i]));
      boolean last = i + 1 == order.length || order[i + 1] >> 32 != order[i] >> 32;
      if (last || alike.size() == lanesFor(alike.get(0))) {
        work(alike);
        alike.clear();
      }
    }
  }

  /** Jacobians of more lanes than one unit would not stay in the cache. */
  private int lanesFor(Member member) {
    Course course = member.course();
    boolean jacobians = course.work() == Course.Work.STEP && course.method().isImplicit();
    return jacobians ? Math.min(mostLanes, LaneMatrix.UNIT) : mostLanes;
  }

  /** Equal for those whose work can be done together. */
  private static long kind(Member member) {
    Course course = member.course();
    long raw = member.isWhitened() ? 0 : 1;
    if (course.work() == Course.Work.EVALUATION) {
      return raw;
    }
    long implicit = course.method().isImplicit() ? 1L << 7 : 0;
    return raw | implicit | (long) course.method().order() << 1 | (long) course.stages() << 8;
  }

  private void work(List<Member> members) {
    int lanes = (members.size() + LaneMatrix.UNIT - 1) / LaneMatrix.UNIT * LaneMatrix.UNIT;
    int[] shape = members.get(0).widths().clone();
    for (Member member : members) {
      for (int j = 0; j < shape.length; j++) {
        shape[j] = Math.max(shape[j], member.widths()[j]);
      }
    }
    kernel.shape(shape, lanes, !members.get(0).isWhitened());
    block.size(kernel.dimension(), lanes);
    Course first = members.get(0).course();
    boolean step = first.work() == Course.Work.STEP;
    Arrays.fill(block.state(), 0, block.size(), 0);
    if (step) {
      Arrays.fill(block.velocity(), 0, block.size(), 0);
      Arrays.fill(block.step(), 0, lanes, 0);
    }
    for (int l = 0; l < members.size(); l++) {
      Member member = members.get(l);
      Course course = member.course();
      member.placeData(kernel, shape, l);
      member.place(course.point(), kernel, shape, block.state(), l);
      if (step) {
        member.place(course.velocity(), kernel, shape, block.velocity(), l);
        block.step()[l] = course.step();
        block.relative()[l] = course.accuracy().relative();
        block.absolute()[l] = course.accuracy().absolute();
        block.components()[l] = member.components();
      }
    }
    if (step) {
      steppers.computeIfAbsent(first.method(), Method::stepper).step(kernel, block, first.stages());
    } else {
      kernel.velocity(block.state(), block.endVelocity());
    }
    for (int l = 0; l < members.size(); l++) {
      Member member = members.get(l);
      Course course = member.course();
      member.take(block.endVelocity(), l, kernel, shape, course.endVelocity());
      if (step) {
        member.take(block.end(), l, kernel, shape, course.end());
        course.stepped(block.error()[l], block.stiffness()[l]);
      } else {
        course.evaluated();
      }
    }
  }
}
