package deeplinear.cli;

import deeplinear.flow.kernel.LaneChoice;
import deeplinear.flow.kernel.Multiplier;
import deeplinear.report.Versions;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.Locale;
import java.util.function.IntSupplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.IVersionProvider;

/**
 * The program: {@code check}, {@code replay}, {@code theorems} and {@code report}. Its text is in
 * English and in UTF-8, whatever the locale.
 */
@Command(
    name = "deeplinear",
    description = "Checks theorems about gradient flow of deep linear networks.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    subcommands = {
      CheckCommand.class,
      TheoremsCommand.class,
      ReplayCommand.class,
      ReportCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything holds",
      "1:some claim is violated",
      "2:the command or its input cannot be used",
      "3:something could not be decided",
      "70:a fault of the program"
    })
public final class Main {

  Main() {}

  /** Runs the program and ends the process with its exit code. */
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    PrintWriter out = utf8(FileDescriptor.out);
    PrintWriter err = utf8(FileDescriptor.err);
    int code = run(out, err, args);
    out.flush();
    err.flush();
    System.exit(code);
  }

  private static PrintWriter utf8(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }

  /** Runs a command and returns its exit code. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    return guarded(err, () -> execute(out, err, args));
  }

  /** What the virtual machine would end with the exit code of a violated claim is a fault. */
  static int guarded(PrintWriter err, IntSupplier command) {
    try {
      return command.getAsInt();
    } catch (OutOfMemoryError e) {
      err.println(
          String.format(
              Locale.ROOT,
              "deeplinear: %d MB of memory are not enough; java -Xmx… gives more",
              Runtime.getRuntime().maxMemory() >> 20));
      err.flush();
      return ExitCode.FAULT;
    } catch (Error e) {
      return fault(err, e);
    }
  }

  private static int execute(PrintWriter out, PrintWriter err, String... args) {
    return new CommandLine(new Main())
        .setOut(out)
        .setErr(err)
        .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((e, rest) -> refuse(err, e))
        .setExecutionExceptionHandler((e, command, result) -> handle(err, e))
        .execute(args);
  }

  private static int handle(PrintWriter err, Exception e) {
    if (e instanceof IOException || e instanceof IllegalArgumentException) {
      return refuse(err, e);
    }
    return fault(err, e);
  }

  private static int fault(PrintWriter err, Throwable e) {
    err.println("deeplinear: a fault of the program, please report it:");
    e.printStackTrace(err);
    err.flush();
    return ExitCode.FAULT;
  }

  private static int refuse(PrintWriter err, Exception e) {
    String message = message(e);
    err.println("deeplinear: " + message.lines().findFirst().orElse(""));
    err.flush();
    return ExitCode.BAD_INPUT;
  }

  /** The messages of the file system are mere paths. */
  private static String message(Exception e) {
    if (e instanceof FileSystemException f && f.getReason() == null) {
      return f.getFile() + ": cannot be read or written: " + f.getClass().getSimpleName();
    }
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  /** The version of the jar, and what multiplies the matrices of wide networks. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "deeplinear " + Versions.deeplinearVersion(),
        "small networks by " + LaneChoice.best().title(),
        "large products by " + Multiplier.inUse()
      };
    }
  }
}
