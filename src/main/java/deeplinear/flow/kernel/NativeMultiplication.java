package deeplinear.flow.kernel;

import dev.ludovic.netlib.blas.BLAS;
import java.io.File;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Products by the machine's own BLAS (libblas.so.3 on Linux), through netlib's binding. BLAS stores
 * columns one after another, so what it takes for A is our Aᵀ: C = A B is asked for as Cᵀ = Bᵀ Aᵀ.
 */
final class NativeMultiplication implements Multiplication {

  private static final String BINDING = "dev.ludovic.netlib.blas.JNIBLAS";

  /** Properties of the binding that name another library than the system's. */
  private static final List<String> OTHER_LIBRARY =
      List.of("dev.ludovic.netlib.blas.nativeLib", "dev.ludovic.netlib.blas.nativeLibPath");

  private static final String LIBRARY = "libblas.so.3";

  /** Where Linux distributions keep it, besides the library path of the virtual machine. */
  private static final List<String> FOLDERS =
      List.of(
          "/usr/lib/x86_64-linux-gnu",
          "/usr/lib/aarch64-linux-gnu",
          "/usr/lib/riscv64-linux-gnu",
          "/usr/lib64",
          "/usr/lib",
          "/lib64",
          "/lib");

  private final BLAS blas;

  private NativeMultiplication(BLAS blas) {
    this.blas = blas;
  }

  /**
   * The products of this machine's BLAS, if it has one. The binding's public entry logs what it
   * chose; its own class does not, but can be reached by reflection alone.
   */
  static Optional<NativeMultiplication> load() {
    if (!isExpected()) {
      return Optional.empty();
    }
    try {
      Method instance = Class.forName(BINDING).getMethod("getInstance");
      instance.setAccessible(true);
      return Optional.ofNullable((BLAS) instance.invoke(null)).map(NativeMultiplication::new);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      return Optional.empty();
    }
  }

  /**
   * Whether the binding will find a library. If it does not, its native code writes to the standard
   * error, so it is not asked.
   */
  private static boolean isExpected() {
    if (OTHER_LIBRARY.stream().anyMatch(p -> System.getProperty(p) != null)) {
      return true;
    }
    String path = System.getProperty("java.library.path", "");
    return System.getProperty("os.name", "").equals("Linux")
        && Stream.concat(
                Arrays.stream(path.split(Pattern.quote(File.pathSeparator))), FOLDERS.stream())
            .anyMatch(folder -> new File(folder, LIBRARY).isFile());
  }

  @Override
  public String name() {
    return "native BLAS";
  }

  @Override
  public void multiply(
      int m, int k, int n, double[] a, int aAt, double[] b, int bAt, double[] c, int cAt) {
    check(m * k, a, aAt, k * n, b, bAt, m * n, c, cAt);
    blas.dgemm("N", "N", n, m, k, 1, b, bAt, n, a, aAt, k, 0, c, cAt, n);
  }

  @Override
  public void transposedTimes(
      int m, int k, int n, double[] a, int aAt, double[] b, int bAt, double[] c, int cAt) {
    check(m * k, a, aAt, k * n, b, bAt, m * n, c, cAt);
    blas.dgemm("N", "T", n, m, k, 1, b, bAt, n, a, aAt, m, 0, c, cAt, n);
  }

  @Override
  public void timesTransposed(
      int m, int k, int n, double[] a, int aAt, double[] b, int bAt, double[] c, int cAt) {
    check(m * k, a, aAt, k * n, b, bAt, m * n, c, cAt);
    blas.dgemm("T", "N", n, m, k, 1, b, bAt, k, a, aAt, k, 0, c, cAt, n);
  }

  /** Beyond an array, native code would not throw. */
  private static void check(
      int aSize,
      double[] a,
      int aAt,
      int bSize,
      double[] b,
      int bAt,
      int cSize,
      double[] c,
      int cAt) {
    Objects.checkFromIndexSize(aAt, aSize, a.length);
    Objects.checkFromIndexSize(bAt, bSize, b.length);
    Objects.checkFromIndexSize(cAt, cSize, c.length);
  }
}
