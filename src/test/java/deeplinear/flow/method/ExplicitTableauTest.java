package deeplinear.flow.method;

import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExplicitTableauTest {

  private static final String HEUN = "1\n1/2 1/2\n-1/2 1/2\n";

  @Test
  void rowsAreRead() {
    ExplicitTableau heun = ExplicitTableau.parse(2, HEUN);
    assertEquals(List.of(List.of(), List.of(Surd.parse("1"))), heun.stages());
    assertEquals(List.of(Surd.parse("1/2"), Surd.parse("1/2")), heun.weights());
    assertEquals(List.of(List.of(Surd.parse("-1/2"), Surd.parse("1/2"))), heun.errors());
    assertEquals(2, ExplicitTableau.parse(2, HEUN + "1/3 -1/3").errors().size());
  }

  @Test
  void whatIsNoTableauIsRejected() {
    assertRejected(() -> ExplicitTableau.parse(3, HEUN), "3 lines", "3 stages");
    assertRejected(() -> ExplicitTableau.parse(0, HEUN), "0 stages");
    assertRejected(() -> ExplicitTableau.parse(-1, HEUN), "-1 stages");
    assertRejected(() -> ExplicitTableau.parse(9, HEUN), "9 stages");
    assertRejected(() -> ExplicitTableau.parse(2, "1\n1/2 1/2\n"), "2 lines");
    assertRejected(() -> ExplicitTableau.parse(2, "1 1\n1/2 1/2\n0 0\n"), "2 entries, not 1");
    assertRejected(() -> ExplicitTableau.parse(2, "1\n1/2\n0 0\n"), "");
    assertRejected(() -> ExplicitTableau.parse(2, "1\n1/2 1/2\n0\n"), "1 entries, not 2");
    assertRejected(() -> ExplicitTableau.parse(2, "one\n1/2 1/2\n0 0\n"), "\"one\"");
    assertRejected(() -> ExplicitTableau.parse(2, HEUN + "0 0\n0 0\n"), "3");
    assertRejected(() -> ExplicitTableau.parse(2, HEUN + "\n"), "\"\"");
    assertRejected(
        () -> new ExplicitTableau(List.of(List.of()), List.of(Surd.parse("1")), List.of()), "0");
  }

  @Test
  void listsAreCopied() {
    ExplicitTableau heun = ExplicitTableau.parse(2, HEUN);
    assertThrows(UnsupportedOperationException.class, () -> heun.weights().clear());
    assertThrows(UnsupportedOperationException.class, () -> heun.stages().get(1).clear());
    assertThrows(UnsupportedOperationException.class, () -> heun.errors().get(0).clear());
  }
}
