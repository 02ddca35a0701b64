package deeplinear.proof;

import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.formal.FormalMatrix;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Status;
import deeplinear.network.Architecture;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ProofTest {

  private static final FormalMatrix ZERO = FormalNetwork.F.zeros(2, 2);
  private static final FormalMatrix LETTER = FormalNetwork.F.matrix("A", 2, 2);

  @Test
  void allDepthsAreTriedWithDistinctAndEqualWidths() {
    TreeSet<String> tried = new TreeSet<>();
    Proof proof =
        Proof.at(
            2,
            4,
            widths -> {
              tried.add(widths.toString());
              return List.of(ZERO, ZERO);
            });
    assertEquals("[2-2-2, 2-2-2-2, 2-2-2-2-2, 2-3-4, 2-3-4-5, 2-3-4-5-6]", tried.toString());
    assertTrue(proof.holds());
    Atom atom = proof.atom("a");
    assertEquals(Grade.PROVED, atom.grade());
    assertEquals(Status.HOLDS, atom.status());
    assertEquals(
        "all widths and all real data, depths 2 to 4: 12 differences are zero polynomials",
        atom.detail());
    assertEquals(8, Proof.from(1, widths -> List.of(ZERO)).deepest());
  }

  @Test
  void oneDifferenceAtOneDepthIsEnoughToFail() {
    Proof proof =
        Proof.from(1, widths -> List.of(ZERO, isEqualAtDepthThree(widths) ? LETTER : ZERO));
    assertFalse(proof.holds());
    Atom atom = proof.atom("a");
    assertEquals(Grade.PROVED, atom.grade());
    assertEquals(Status.VIOLATED, atom.status());
    assertEquals(
        "all widths and all real data, depths 1 to 8: depth 3, widths equal, difference 2: 1 A",
        atom.detail());
  }

  private static boolean isEqualAtDepthThree(Architecture widths) {
    return widths.toString().equals("2-2-2-2");
  }

  @Test
  void longDifferencesAreCut() {
    FormalMatrix power =
        FormalNetwork.F.power(FormalNetwork.F.add(LETTER, FormalNetwork.F.matrix("B", 2, 2)), 5);
    String detail = Proof.at(1, 1, widths -> List.of(power)).atom("a").detail();
    assertTrue(detail.endsWith(" … (32 terms)"), detail);
  }

  @Test
  void comparingNothingProvesNothing() {
    assertRejected(() -> Proof.from(1, widths -> List.of()), "nothing is compared at depth 1");
    assertRejected(() -> Proof.at(0, 3, widths -> List.of(ZERO)), "0 to 3");
    assertRejected(() -> Proof.at(3, 2, widths -> List.of(ZERO)), "3 to 2");
  }
}
