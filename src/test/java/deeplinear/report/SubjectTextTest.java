package deeplinear.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SubjectTextTest {

  @Test
  void rowsStayOnOneLine() throws IOException {
    String row = "[\"" + "1".repeat(80) + "\",\"2\"]";
    JsonNode node =
        JsonMapper.builder().build().readTree("{\"a\":1,\"w\":[" + row + "," + row + "]}");
    assertEquals(
        "{\n  \"a\": 1,\n  \"w\": [\n    " + row + ",\n    " + row + "\n  ]\n}",
        SubjectText.of(node));
  }
}
