package deeplinear.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What a command returned and wrote.
 *
 * @param code the exit code
 * @param out standard output
 * @param err standard error
 */
record Shell(int code, String out, String err) {

  static Shell run(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] words = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      words[i] = args[i].toString();
    }
    int code = Main.run(new PrintWriter(out), new PrintWriter(err), words);
    return new Shell(code, out.toString(), err.toString());
  }
}
