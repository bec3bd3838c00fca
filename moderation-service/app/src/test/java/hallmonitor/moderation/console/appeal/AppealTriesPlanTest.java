package hallmonitor.moderation.console.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.moderation.TestDatabase;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one request costs while many addresses send references of their own making. */
class AppealTriesPlanTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int KNOWN = 40;
  private static final int ITS_OWN = 3;

  private final TestDatabase database = TestDatabase.fresh();

  private void insert(String address, boolean known, int number) {
    database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    """
                    insert into appeal_try (address, kind, known)
                    select %s, 'send', %s from generate_series(1, %d) i
                    """
                        .formatted(address, known, number)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"select 1", "analyze appeal_try"})
  void aFloodIsNotReadToCountAndClosesTheFormForNobody(String before) {
    insert("'flooder ' || i", false, 20_000);
    insert("'someone ' || i", true, KNOWN);
    insert("'a'", false, ITS_OWN);
    database.jdbi().useHandle(h -> h.execute(before));

    assertThat(scans())
        .hasSize(2)
        .allSatisfy(
            scan -> {
              assertThat(scan.path("Node Type").asText()).isNotEqualTo("Seq Scan");
              assertThat(scan.path("Actual Rows").asInt()).isLessThanOrEqualTo(KNOWN);
              assertThat(scan.path("Rows Removed by Filter").asInt()).isZero();
            });
    assertThat(database.count("appeal_try")).isEqualTo(20_000 + KNOWN + ITS_OWN + 1);
  }

  private List<JsonNode> scans() {
    String plan =
        database
            .jdbi()
            .withHandle(
                h ->
                    h.createQuery("explain (analyze, format json) " + AppealRateLimit.COUNT)
                        .bind("from", "a")
                        .bind("kind", "send")
                        .bind("known", true)
                        .bind("most", 5)
                        .bind("all", 100)
                        .mapTo(String.class)
                        .one());
    try {
      return nodes(JSON.readTree(plan).get(0).get("Plan"))
          .filter(node -> node.path("Node Type").asText().endsWith("Scan"))
          .filter(node -> node.path("Relation Name").asText().equals("appeal_try"))
          .toList();
    } catch (JsonProcessingException e) {
      throw new AssertionError(plan, e);
    }
  }

  private static Stream<JsonNode> nodes(JsonNode plan) {
    return Stream.concat(
        Stream.of(plan),
        StreamSupport.stream(plan.path("Plans").spliterator(), false)
            .flatMap(AppealTriesPlanTest::nodes));
  }
}
