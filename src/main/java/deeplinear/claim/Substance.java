package deeplinear.claim;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.flow.GradientFlow;
import deeplinear.network.Instance;
import deeplinear.network.Subject;

/** What makes cases worth having, where several claims say the same. */
public final class Substance {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  private Substance() {}

  /** Whether the rank of the end-to-end map is at least 2. */
  public static boolean hasRankTwo(Subject subject) {
    return Q.rank(subject.instance().weights().endToEnd()) >= 2;
  }

  /** Whether the flow moves: the start is not critical. */
  public static boolean moves(Subject subject) {
    Instance instance = subject.instance();
    return !GradientFlow.INSTANCE.velocity(instance.target(), instance.weights()).layers().stream()
        .allMatch(Q::isZero);
  }

  /** Whether the flow moves and the network is neither linear regression nor of one path. */
  public static boolean movesDeeply(Subject subject) {
    return subject.instance().architecture().depth() >= 2
        && subject.instance().architecture().bottleneck() >= 2
        && moves(subject);
  }
}
