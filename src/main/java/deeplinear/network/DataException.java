package deeplinear.network;

/** Data that cannot be used. The message is one line that names the file and the place in it. */
public final class DataException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** With a message of one line. */
  public DataException(String message) {
    super(message);
  }

  /** With a message of one line, and what led to it. */
  public DataException(String message, Throwable cause) {
    super(message, cause);
  }
}
