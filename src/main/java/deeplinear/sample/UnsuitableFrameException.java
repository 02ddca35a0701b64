package deeplinear.sample;

/** A generator has nothing to give for what is given. The message is the reason, in one line. */
public final class UnsuitableFrameException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With the reason. */
  public UnsuitableFrameException(String reason) {
    super(reason);
  }
}
