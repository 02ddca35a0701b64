package deeplinear.bench;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;

/** Lines that must be there. */
final class Lines {

  private Lines() {}

  /** The next line; a file that ends too early is an error. */
  static String next(BufferedReader in) throws IOException {
    String line = in.readLine();
    if (line == null) {
      throw new EOFException("the file ends too early");
    }
    return line;
  }
}
