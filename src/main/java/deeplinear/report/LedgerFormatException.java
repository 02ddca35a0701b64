package deeplinear.report;

import java.io.IOException;

/** A ledger that cannot be read. The message is one line and names the file and the line. */
public final class LedgerFormatException extends IOException {

  private static final long serialVersionUID = 1L;

  LedgerFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
