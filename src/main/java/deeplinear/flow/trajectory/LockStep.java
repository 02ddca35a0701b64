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

/**
 * Drives many networks of one depth at once. In each round every network says which work it needs;
 * those that need the same are put side by side into lanes, which are worked on together and taken
 * apart again. Not safe for use by several threads at once.
 */
final class LockStep {

  /** Lanes are packed anew when more than one in so many is idle. */
  private static final int PARKED_PART = 5;

  private final int mostLanes;
  private final LaneKernel kernel;
  private final Block block = new Block();
  private final Map<Method, Stepper> steppers = new EnumMap<>(Method.class);

  LockStep(LaneKernel kernel, int mostLanes) {
    this.kernel = kernel;
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
    long raw =
        switch (member.residual()) {
          case WHITENED -> 0;
          case RAW -> 1;
          case TURNED -> 2;
        };
    if (course.work() == Course.Work.EVALUATION) {
      return raw;
    }
    long implicit = course.method().isImplicit() ? 1L << 6 : 0;
    return raw | implicit | (long) course.method().order() << 2 | (long) course.stages() << 8;
  }

  private void work(List<Member> members) {
    int[] shape = members.get(0).widths().clone();
    for (Member member : members) {
      for (int j = 0; j < shape.length; j++) {
        shape[j] = Math.max(shape[j], member.widths()[j]);
      }
    }
    int lanes = (members.size() + LaneMatrix.UNIT - 1) / LaneMatrix.UNIT * LaneMatrix.UNIT;
    kernel.shape(shape, lanes, members.get(0).residual());
    block.size(kernel.dimension(), lanes);
    for (int l = 0; l < members.size(); l++) {
      members.get(l).placeData(kernel, shape, l);
    }
    if (members.get(0).course().work() == Course.Work.STEP) {
      makeSteps(members, shape);
    } else {
      evaluate(members, shape);
    }
  }

  private void evaluate(List<Member> members, int[] shape) {
    Arrays.fill(block.state(), 0, block.size(), 0);
    for (int l = 0; l < members.size(); l++) {
      Member member = members.get(l);
      member.place(member.course().point(), kernel, shape, block.state(), l);
    }
    kernel.velocity(block.state(), block.endVelocity());
    for (int l = 0; l < members.size(); l++) {
      Course course = members.get(l).course();
      members.get(l).take(block.endVelocity(), l, kernel, shape, course.endVelocity());
      course.evaluated();
    }
  }

  /** Makes steps in the same lanes until too many members need something else. */
  private void makeSteps(List<Member> members, int[] shape) {
    Arrays.fill(block.state(), 0, block.size(), 0);
    Arrays.fill(block.velocity(), 0, block.size(), 0);
    Arrays.fill(block.step(), 0, block.lanes(), 0);
    for (int l = 0; l < members.size(); l++) {
      Member member = members.get(l);
      Course course = member.course();
      member.place(course.point(), kernel, shape, block.state(), l);
      member.place(course.velocity(), kernel, shape, block.velocity(), l);
      block.relative()[l] = course.accuracy().relative();
      block.absolute()[l] = course.accuracy().absolute();
      block.components()[l] = member.components();
    }
    long kind = kind(members.get(0));
    Course first = members.get(0).course();
    Stepper stepper = steppers.computeIfAbsent(first.method(), Method::stepper);
    int stages = first.stages();
    boolean[] marching = new boolean[members.size()];
    Arrays.fill(marching, true);
    boolean[] moved = new boolean[members.size()];
    int left = members.size();
    while (left * PARKED_PART > members.size() * (PARKED_PART - 1)) {
      for (int l = 0; l < members.size(); l++) {
        block.step()[l] = marching[l] ? members.get(l).course().step() : 0;
      }
      stepper.step(kernel, block, stages);
      boolean together = left == members.size();
      Arrays.fill(moved, false);
      for (int l = 0; l < members.size(); l++) {
        if (marching[l]) {
          Member member = members.get(l);
          Course course = member.course();
          member.take(block.end(), l, kernel, shape, course.end());
          member.take(block.endVelocity(), l, kernel, shape, course.endVelocity());
          boolean sampled = course.isSampling();
          course.stepped(block.error()[l], block.stiffness()[l]);
          marching[l] = course.work() == Course.Work.STEP && kind(member) == kind;
          left -= marching[l] ? 0 : 1;
          moved[l] = marching[l] && course.hasMoved() && !sampled;
          together &= moved[l];
          if (sampled && marching[l]) {
            // The lane ends at the sample; the course may have gone on to the end of the whole
            // step.
            member.place(course.point(), kernel, shape, block.state(), l);
            member.place(course.velocity(), kernel, shape, block.velocity(), l);
          }
        }
      }
      if (together) {
        block.moveOn();
      } else {
        for (int l = 0; l < members.size(); l++) {
          if (moved[l]) {
            block.moveOn(l);
          }
        }
      }
    }
  }
}
