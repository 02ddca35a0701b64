package deeplinear.counterexample;

import static deeplinear.fixture.Exact.q;
import static deeplinear.fixture.RandomPoints.numbers;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.fixture.RandomPoints;
import deeplinear.landscape.BlockPoint;
import deeplinear.landscape.LearnedSet;
import deeplinear.landscape.SpectralTarget;
import deeplinear.network.Architecture;
import deeplinear.network.Chain;
import deeplinear.network.Graph;
import deeplinear.network.Instance;
import deeplinear.network.SecondMoments;
import deeplinear.network.Subject;
import deeplinear.network.Weights;
import java.math.BigInteger;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectJsonTest {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What is read from the text of what was written. */
  private static Subject again(Subject subject) throws JsonProcessingException {
    return SubjectJson.read(MAPPER.readTree(SubjectJson.write(subject).toString()));
  }

  private static void assertWritten(String expected, Subject subject)
      throws JsonProcessingException {
    assertEquals(MAPPER.readTree(expected.replace('\'', '"')), SubjectJson.write(subject));
    assertEquals(subject, again(subject));
  }

  private static RationalMatrix matrix(long[]... rows) {
    return RationalMatrix.of(rows);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsReadEqualsWhatWasWritten(long seed) throws JsonProcessingException {
    for (Subject subject : Subjects.ofEveryKind(seed)) {
      assertEquals(subject, again(subject));
    }
  }

  @Test
  void anInstanceIsItsTargetAndItsLayers() throws JsonProcessingException {
    Weights<RationalMatrix> weights =
        new Weights<>(Q, List.of(matrix(new long[] {1, -2}), matrix(new long[] {3})));
    assertWritten(
        "{'kind': 'instance', 'weights': [[['1', '-2']], [['3']]]," + " 'target': [['5', '-7']]}",
        Instance.whitened(matrix(new long[] {5, -7}), weights));
    SecondMoments<RationalMatrix> data =
        SecondMoments.exact(
            matrix(new long[] {5, 7}),
            matrix(new long[] {2, 1}, new long[] {1, 2}),
            RationalMatrix.scalar(q(105, 4)));
    assertWritten(
        "{'kind': 'instance', 'weights': [[['1', '-2']], [['3']]],"
            + " 'target': [['5', '7']], 'moment': [['2', '1'], ['1', '2']],"
            + " 'energy': [['105/4']]}",
        new Instance(data, weights));
  }

  @Test
  void aGraphIsItsWidthsAndTwoMatrices() throws JsonProcessingException {
    assertWritten(
        "{'kind': 'graph', 'widths': ['1', '1'], 'adjacency': [['0', '1'], ['2', '3']],"
            + " 'embedding': [['4', '5'], ['6', '7']]}",
        new Graph(
            Architecture.of(1, 1),
            matrix(new long[] {0, 1}, new long[] {2, 3}),
            matrix(new long[] {4, 5}, new long[] {6, 7})));
  }

  @Test
  void aChainIsItsBasesItsDiagonalsAndItsCore() throws JsonProcessingException {
    assertWritten(
        "{'kind': 'chain', 'bases': [[['1']], [['-1']]], 'diagonals': [['1/2']], 'core': [['3']]}",
        new Chain(
            List.of(matrix(new long[] {1}), matrix(new long[] {-1})),
            List.of(List.of(q(1, 2))),
            matrix(new long[] {3})));
  }

  @Test
  void aCriticalPointIsItsParts() throws JsonProcessingException {
    BlockPoint point =
        new BlockPoint(
            new SpectralTarget(matrix(new long[] {-1}), numbers(2), matrix(new long[] {1})),
            LearnedSet.of(1),
            List.of(matrix(new long[] {3})),
            List.of(RationalMatrix.zeros(0, 0), RationalMatrix.zeros(0, 0)));
    assertWritten(
        "{'kind': 'block-point', 'values': ['2'], 'left': [['-1']], 'right': [['1']],"
            + " 'learned': ['1'], 'gauges': [[['3']]],"
            + " 'nullBlocks': [{'rows': 0, 'columns': 0}, {'rows': 0, 'columns': 0}]}",
        point);
  }

  @Test
  void matricesWithoutEntriesKeepTheirShape() throws JsonProcessingException {
    SpectralTarget target = new RandomPoints(7).target(2, 3, numbers(5, 2));
    BlockPoint point = BlockPoint.plain(target, LearnedSet.of(1, 2), List.of(2, 4));
    assertEquals(List.of("0×1", "2×0", "0×2"), shapes(point));
    assertEquals(List.of("0×1", "2×0", "0×2"), shapes((BlockPoint) again(point)));
  }

  private static List<String> shapes(BlockPoint point) {
    return point.nullBlocks().stream().map(z -> z.rows() + "×" + z.columns()).toList();
  }

  @Test
  void hugeAndNegativeNumbersAreKept() throws JsonProcessingException {
    BigInteger huge = BigInteger.TEN.pow(60).add(BigInteger.ONE);
    BigFraction x = new BigFraction(huge.negate(), BigInteger.TWO.pow(200));
    Instance instance =
        Instance.whitened(
            RationalMatrix.scalar(x),
            new Weights<>(Q, List.of(RationalMatrix.scalar(x.reciprocal()))));
    assertEquals(instance, again(instance));
  }
}
