package deeplinear.counterexample;

import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import deeplinear.network.Instance;
import deeplinear.network.Parts;
import deeplinear.network.Subject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubjectJsonErrorTest {

  private static JsonNode json(String text) throws JsonProcessingException {
    return new ObjectMapper().readTree(text.replace('\'', '"'));
  }

  private static void assertUnreadable(String text, String... parts)
      throws JsonProcessingException {
    JsonNode node = json(text);
    assertRejected(() -> SubjectJson.read(node), parts);
  }

  @Test
  void everyFieldIsNeededAndNamed() {
    int fields = 0;
    for (Subject subject : Subjects.ofEveryKind(5)) {
      ObjectNode whole = (ObjectNode) SubjectJson.write(subject);
      List<String> names = new ArrayList<>();
      whole.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        JsonNode part = whole.deepCopy().without(name);
        assertRejected(() -> SubjectJson.read(part), "\"" + name + "\" is missing");
        fields++;
      }
    }
    assertEquals(3 + 5 + 4 + 4 + 7, fields);
  }

  @Test
  void secondMomentsAreThoseOfData() throws JsonProcessingException {
    String parts = "{'kind': 'instance', 'weights': [[['1']]], 'target': [['2']], 'moment': ";
    assertUnreadable(parts + "[['1']]}", "\"energy\" is missing");
    assertUnreadable(parts + "[['1']], 'energy': [['3']]}", "‖Y‖² ≥ 4", "cannot be 3");
  }

  @Test
  void unknownKindsAreNamed() throws JsonProcessingException {
    assertUnreadable("{'kind': 'tree'}", "block-point", "\"tree\"");
    assertUnreadable("[]", "\"kind\" is missing");
    assertUnreadable("3", "\"kind\" is missing");
    assertRejected(() -> SubjectJson.write(new Unknown()), "no kind", "Unknown");
  }

  private static final class Unknown implements Subject {
    @Override
    public Instance instance() {
      return Subjects.whitened(1);
    }

    @Override
    public Parts parts() {
      return Parts.NONE;
    }

    @Override
    public List<Unknown> simpler() {
      return List.of();
    }
  }

  private static String withLayer(String layer) {
    return "{'kind': 'instance', 'target': [['1', '2'], ['3', '4']], 'weights': [" + layer + "]}";
  }

  @Test
  void raggedMatricesAreRejected() throws JsonProcessingException {
    assertUnreadable(withLayer("[['1', '2'], ['3']]"), "equally long", "[\"3\"]");
    assertUnreadable(withLayer("[['1'], ['2', '3']]"), "equally long");
  }

  @Test
  void onlyRationalsAreEntries() throws JsonProcessingException {
    for (String bad : List.of("'x'", "'1.5'", "1.5", "'1/0'", "null", "''", "[1]", "'1/2/3'")) {
      assertUnreadable(withLayer("[['1', '2'], ['3', " + bad + "]]"), "a rational n or n/d");
    }
    assertEquals(
        SubjectJson.read(json(withLayer("[['1', '2'], ['3', '4']]"))),
        SubjectJson.read(json(withLayer("[[1, 2], [3, 4]]"))));
  }

  @Test
  void listsAreArrays() throws JsonProcessingException {
    assertUnreadable(withLayer("'1'"), "\"weights\": a list of matrices is expected, not [1]");
    assertUnreadable(withLayer("['1', '2']"), "a list of matrices is expected, not [[1, 2]]");
    assertUnreadable(withLayer("[['1']], ['2', '3']"), "an array is expected", "\"2\"");
    assertUnreadable(withLayer("[[['1']]]"), "matrices are expected", "[[[[\"1\"]]]]");
    assertUnreadable(
        "{'kind': 'graph', 'widths': 2, 'adjacency': [], 'embedding': []}",
        "matrices are expected",
        "2");
  }

  @Test
  void shapesOfEmptyMatricesAreCounts() throws JsonProcessingException {
    assertUnreadable(withLayer("{'rows': 0}"), "\"columns\" is missing");
    assertUnreadable(withLayer("{'rows': -1, 'columns': 2}"), "a count is expected", "-1");
    assertUnreadable(withLayer("{'rows': 0, 'columns': 'x'}"), "a count is expected");
  }

  @Test
  void whatDoesNotFitIsRejectedByTheSubject() throws JsonProcessingException {
    assertUnreadable(withLayer("[['1']]"), "the target is 2 × 2");
    assertUnreadable(
        "{'kind': 'graph', 'widths': ['1', '1'], 'adjacency': [['1']], 'embedding': [['1']]}",
        "A must be 2 × 2");
  }
}
