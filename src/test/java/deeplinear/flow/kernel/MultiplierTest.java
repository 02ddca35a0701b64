package deeplinear.flow.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MultiplierTest {

  /** Takes down what it is asked for. */
  private static final class Witness implements Multiplication {

    private final List<String> calls = new ArrayList<>();

    @Override
    public String name() {
      return "witness";
    }

    @Override
    public void multiply(
        int m, int k, int n, double[] a, int aAt, double[] b, int bAt, double[] c, int cAt) {
      calls.add("multiply");
    }

    @Override
    public void transposedTimes(
        int m, int k, int n, double[] a, int aAt, double[] b, int bAt, double[] c, int cAt) {
      calls.add("transposedTimes");
    }

    @Override
    public void timesTransposed(
        int m, int k, int n, double[] a, int aAt, double[] b, int bAt, double[] c, int cAt) {
      calls.add("timesTransposed");
    }
  }

  @Test
  void vectorsAreAvailableIfTheirModuleIs() {
    boolean isPresent = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    assertEquals(isPresent, Multiplier.available().contains(Multiplier.VECTOR));
    assertTrue(Multiplier.available().contains(Multiplier.PLAIN));
  }

  @Test
  void theFirstAvailableIsChosen_withoutAName() {
    assertEquals(Multiplier.available().get(0), Multiplier.chosen(""));
    assertEquals(Multiplier.PLAIN, Multiplier.chosen("plain"));
  }

  @Test
  void anUnknownNameIsRefused() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Multiplier.chosen("Plain"));
    assertEquals(
        "deeplinear.multiplication is \"Plain\", but must be one of vector, native, plain",
        e.getMessage());
  }

  @ParameterizedTest
  @EnumSource(Multiplier.class)
  void aKindThatIsMissingIsRefused(Multiplier kind) {
    if (Multiplier.available().contains(kind)) {
      assertEquals(kind, Multiplier.chosen(kind.toString()));
      assertFalse(kind.create().name().isBlank());
    } else {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> Multiplier.chosen(kind.toString()));
      String message = String.valueOf(e.getMessage());
      assertTrue(message.startsWith("the multiplication " + kind + " is not available: "), message);
    }
  }

  /** What the corpus decides must not depend on the machine. */
  @Test
  void networksThatAreNotWideUsePlainJava() {
    assertEquals("plain Java", Multiplier.of(new int[] {31, 31, 31}).name());
    assertEquals("plain Java", Multiplier.of(new int[] {1, 64, 64, 64}).name());
    assertEquals(Multiplier.chosen().create().name(), Multiplier.of(new int[] {32, 32, 32}).name());
  }

  @Test
  void onlyLargeProductsAreHandedOn() {
    Witness witness = new Witness();
    LargeProducts products = new LargeProducts(witness);
    double[] x = new double[128 * 128];
    for (int n : new int[] {31, 32}) {
      products.multiply(n, n, n, x, 0, x, 0, new double[n * n], 0);
      products.transposedTimes(n, n, n, x, 0, x, 0, new double[n * n], 0);
      products.timesTransposed(n, n, n, x, 0, x, 0, new double[n * n], 0);
    }
    products.multiply(128, 128, 7, x, 0, x, 0, new double[128 * 7], 0);
    products.multiply(7, 128, 128, x, 0, x, 0, new double[128 * 7], 0);
    assertEquals(List.of("multiply", "transposedTimes", "timesTransposed"), witness.calls);
    assertEquals("witness", products.name());
  }
}
