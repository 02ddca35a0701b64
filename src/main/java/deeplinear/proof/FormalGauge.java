package deeplinear.proof;

import deeplinear.algebra.formal.FormalAlgebra;
import deeplinear.algebra.formal.FormalMatrix;
import deeplinear.algebra.formal.Letter;
import deeplinear.algebra.formal.Relation;
import deeplinear.algebra.formal.Relations;
import deeplinear.algebra.formal.Word;
import deeplinear.network.Architecture;
import deeplinear.network.Weights;
import java.util.ArrayList;
import java.util.List;

/**
 * A change of basis at every node of a network, P_0, …, P_h, by letters that have inverses.
 *
 * @param algebra letters with the relations that make the inverses such
 * @param bases P_i, the identity where nothing is changed
 * @param inverses P_i⁻¹
 */
record FormalGauge(FormalAlgebra algebra, List<FormalMatrix> bases, List<FormalMatrix> inverses) {

  /** Arbitrary invertible P_1, …, P_{h−1} at the hidden nodes. */
  static FormalGauge hidden(Architecture widths) {
    List<Relation> relations = new ArrayList<>();
    for (int i = 1; i < widths.depth(); i++) {
      Letter p = letter("P", i, widths);
      relations.addAll(mutual(p, letter("P⁻¹", i, widths)));
    }
    FormalAlgebra algebra = new FormalAlgebra(new Relations(relations));
    return new FormalGauge(algebra, at("P", widths, algebra), at("P⁻¹", widths, algebra));
  }

  /** Arbitrary orthogonal P_0, …, P_h, those of the input and the output included. */
  static FormalGauge orthogonal(Architecture widths) {
    List<Relation> relations = new ArrayList<>();
    List<Letter> letters = new ArrayList<>();
    for (int i = 0; i <= widths.depth(); i++) {
      Letter p = letter("P", i, widths);
      letters.add(p);
      relations.addAll(mutual(p, p.transpose()));
    }
    FormalAlgebra algebra = new FormalAlgebra(new Relations(relations));
    return new FormalGauge(
        algebra,
        letters.stream().map(algebra::letter).toList(),
        letters.stream().map(p -> algebra.letter(p.transpose())).toList());
  }

  private static Letter letter(String name, int i, Architecture widths) {
    return Letter.matrix(name + "_" + i, widths.width(i), widths.width(i));
  }

  private static List<Relation> mutual(Letter p, Letter inverse) {
    FormalMatrix identity = FormalNetwork.F.identity(p.rows());
    return List.of(
        new Relation(Word.of(p, inverse), identity), new Relation(Word.of(inverse, p), identity));
  }

  private static List<FormalMatrix> at(String name, Architecture widths, FormalAlgebra algebra) {
    List<FormalMatrix> result = new ArrayList<>();
    for (int i = 0; i <= widths.depth(); i++) {
      boolean isHidden = 0 < i && i < widths.depth();
      result.add(
          isHidden ? algebra.letter(letter(name, i, widths)) : algebra.identity(widths.width(i)));
    }
    return result;
  }

  /** P_i W_i P_{i−1}⁻¹. */
  Weights<FormalMatrix> of(Weights<FormalMatrix> weights) {
    return Weights.build(
        algebra,
        weights.depth(),
        i -> between(bases.get(i), weights.layer(i), inverses.get(i - 1)));
  }

  /** P_i⁻ᵀ G_i P_{i−1}ᵀ, as gradients change. */
  Weights<FormalMatrix> ofGradient(Weights<FormalMatrix> gradient) {
    return Weights.build(
        algebra,
        gradient.depth(),
        i ->
            between(
                algebra.transpose(inverses.get(i)),
                gradient.layer(i),
                algebra.transpose(bases.get(i - 1))));
  }

  /** P_h Σ P_0⁻¹. */
  FormalMatrix ofTarget(FormalMatrix sigma) {
    return between(bases.get(bases.size() - 1), sigma, inverses.get(0));
  }

  private FormalMatrix between(FormalMatrix left, FormalMatrix a, FormalMatrix right) {
    return algebra.multiply(algebra.multiply(left, a), right);
  }
}
