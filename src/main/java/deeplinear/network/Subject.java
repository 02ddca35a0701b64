package deeplinear.network;

/**
 * Something exact that a theorem can be checked on. Every subject amounts to an instance, and may
 * know more about it than the matrices tell: how a critical point was built, in which bases the
 * layers are diagonal.
 */
public interface Subject {

  /** The target and the weights. */
  Instance instance();
}
