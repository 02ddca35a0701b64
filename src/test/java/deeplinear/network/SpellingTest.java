package deeplinear.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

  @ParameterizedTest
  @CsvSource({
    "species, species, 0",
    "SPECIES, species, 0",
    "specis, species, 1",
    "speccies, species, 1",
    "spezies, species, 1",
    "kitten, sitting, 3",
    "'', abc, 3",
    "abc, '', 3",
  })
  void distanceIsTheNumberOfWrongLetters(String text, String name, int distance) {
    assertEquals(distance, Spelling.distance(text, name));
    assertEquals(distance, Spelling.distance(name, text));
  }

  @Test
  void theNearestNameIsMeant_ifItIsNear() {
    List<String> names = List.of("weight", "waist", "pulse");
    assertEquals(Optional.of("waist"), Spelling.nearest("wast", names));
    assertEquals(Optional.of("weight"), Spelling.nearest("hweight", names));
    assertEquals(Optional.empty(), Spelling.nearest("height", List.of("pulse")));
    assertEquals(Optional.empty(), Spelling.nearest("y", List.of("a", "b")));
    assertEquals(Optional.empty(), Spelling.nearest("y", List.of()));
  }
}
