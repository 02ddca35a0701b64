package deeplinear.counterexample;

import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import deeplinear.network.Instance;
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
    assertEquals(3 + 3 + 4 + 4 + 7, fields);
  }

  @Test
  void theFieldsOfATargetAreNeeded() throws JsonProcessingException {
    assertUnreadable(
        "{'kind': 'instance', 'target': {}, 'weights': [[['1']]]}", "\"matrix\" is missing");
    assertUnreadable(
        "{'kind': 'instance', 'target': {'matrix': [['1']], 'moment': [['1']]},"
            + " 'weights': [[['1']]]}",
        "\"energy\" is missing");
  }

  @Test
  void unknownKindsAreNamed() throws JsonProcessingException {
    assertUnreadable("{'kind': 'tree'}", "critical-point", "\"tree\"");
    assertUnreadable("[]", "\"kind\" is missing");
    assertUnreadable("3", "\"kind\" is missing");
    Subject unknown =
        new Subject() {
          @Override
          public Instance instance() {
            return Subjects.whitened(1);
          }
        };
    assertRejected(() -> SubjectJson.write(unknown), "no JSON for");
  }

  private static String withLayer(String layer) {
    return "{'kind': 'instance', 'target': {'matrix': [['1', '2'], ['3', '4']]}, 'weights': ["
        + layer
        + "]}";
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
    assertUnreadable(withLayer("'1'"), "an array is expected", "\"1\"");
    assertUnreadable(withLayer("['1', '2']"), "an array is expected");
    assertUnreadable(
        "{'kind': 'graph', 'widths': 2, 'adjacency': [], 'embedding': []}",
        "an array is expected",
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
        "{'kind': 'graph', 'widths': [1, 1], 'adjacency': [['1']], 'embedding': [['1']]}",
        "A must be 2 × 2");
  }
}
