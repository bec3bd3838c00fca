package hallmonitor.moderation.console.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.moderation.TestDatabase;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.queue.QueueFilter.Field;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests PostgreSQL's plans for the queue's statements over some thousand cases: by an index, in its
 * order, without sorting more than a page or two.
 */
class QueuePlansTest {
  private static final int DECIDED = 24_000;
  private static final int OPEN = 6_000;

  /** A page or a few: a small final sort is acceptable. */
  private static final int LITTLE = 200;

  /** Number of unconfirmed hides left by one value of one filter. */
  private static final int A_SLICE = 1_000;

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Map<Field, String> VALUES =
      Map.of(
          Field.URGENCY, "soon",
          Field.BUILDING, "building-3",
          Field.ACCOUNT, "account-7",
          Field.PLATFORM, "platform-1",
          Field.CATEGORY, "category-2",
          Field.CLAUSE, "1.4",
          Field.LANGUAGE, "es");

  /** The time when about half of the open cases had been opened. */
  private static final Instant MIDDLE = Instant.now().minus(Duration.ofMinutes(DECIDED + OPEN / 2));

  private static Jdbi database;

  @BeforeAll
  static void thousands() {
    database = TestDatabase.fresh().jdbi();
    database.useHandle(
        h -> {
          h.execute(
              """
              insert into review_case (case_id, account, comment_id, building, platform, language, revision, outcome,
                clause, category, urgency, strikes, state, action_state, opened_at, seen_at, decided_by, decided_at, words_key)
              select gen_random_uuid(), 'account-' || i % 9, i::text, 'building-' || i % 9 % 5, 'platform-' || i % 9 % 3,
                case when i % 13 = 0 then 'es' else 'en' end, '1', case when i % 3 = 0 then 'review' else 'hide' end,
                '1.' || i % 11, 'category-' || i % 7, (array['immediate', 'soon', 'soon', 'digest', 'digest'])[1 + i % 5],
                false, case when i <= ? then 'dismissed' else 'open' end,
                case when i % 3 = 0 then 'none' when i % 101 = 0 then 'failed' else 'hidden' end,
                now() - i * interval '1 minute', now(), 'novak', now() - i * interval '1 second',
                md5((case when i % 4 = 0 then i % 400 else i end)::text)::uuid
              from generate_series(1, ?) i
              """,
              DECIDED, DECIDED + OPEN);
          h.execute(
              "insert into console_user (user_name, display_name, password_hash, role, must_change_password)"
                  + " values ('novak', 'Petra Novak', '', 'moderator', false)");
          h.execute(
              "insert into case_claim (case_id, user_name, picked, until) select case_id, 'novak', true,"
                  + " now() + interval '3 minutes' from review_case where state = 'open' limit 5");
          h.execute("vacuum analyze review_case, case_claim");
        });
  }

  static Stream<QueueFilter> filters() {
    List<QueueFilter> filters = new ArrayList<>();
    for (QueueState state : QueueState.values()) {
      filters.add(filter(state));
      for (Field field : Field.values()) {
        filters.add(filter(state, field));
      }
    }
    filters.add(filter(QueueState.OPEN, Field.BUILDING, Field.CATEGORY));
    filters.add(filter(QueueState.OPEN, Field.BUILDING, Field.CLAUSE));
    filters.add(filter(QueueState.OPEN, Field.BUILDING, Field.LANGUAGE));
    filters.add(filter(QueueState.OPEN, Field.ACCOUNT, Field.CATEGORY));
    filters.add(filter(QueueState.OPEN, Field.PLATFORM, Field.CATEGORY));
    filters.add(filter(QueueState.OPEN, Field.CATEGORY, Field.LANGUAGE));
    filters.add(filter(QueueState.UNCONFIRMED, Field.BUILDING, Field.CATEGORY));
    return filters.stream();
  }

  private static QueueFilter filter(QueueState state, Field... fields) {
    var address = new MultivaluedHashMap<String, String>();
    address.add("state", state.getCode());
    for (Field field : fields) {
      address.add(field.getCode(), VALUES.get(field));
    }
    return QueueFilter.of(address);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("filters")
  void aPageIsReadByAnIndex(QueueFilter filter) {
    isByIndex(QueueSql.page(filter, false), filter, Scope.EVERYWHERE, false);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("filters")
  void theNextPageGoesOnInTheIndex(QueueFilter filter) {
    isByIndex(QueueSql.page(filter, true), filter, Scope.EVERYWHERE, true);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("filters")
  void aPageWithinOneBuildingIsReadByAnIndex(QueueFilter filter) {
    isByIndex(QueueSql.page(filter, false), filter, Scope.within(List.of("building-3")), false);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("filters")
  void countsAreReadByAnIndex(QueueFilter filter) {
    if (!filter.isDecided()) {
      isByIndex(QueueSql.count(filter), filter, Scope.EVERYWHERE, false);
      isByIndex(QueueSql.places(filter.with(QueueState.OPEN)), filter, Scope.EVERYWHERE, false);
    }
  }

  @Test
  void allCountsAreReadFromTheIndexAlone() {
    assertThat(
            plan(
                QueueSql.places(filter(QueueState.OPEN)),
                filter(QueueState.OPEN),
                Scope.EVERYWHERE,
                false))
        .anySatisfy(node -> assertThat(kind(node)).isEqualTo("Index Only Scan"));
  }

  @Test
  void aSearchLooksThroughTheCasesAndNotTheArchive() {
    var address = new MultivaluedHashMap<String, String>();
    address.add("state", "open");
    address.add("q", "nowhere");
    QueueFilter search = QueueFilter.of(address);

    for (String sql : List.of(QueueSql.page(search, false), QueueSql.tally(search))) {
      assertThat(plan(sql, search, Scope.EVERYWHERE, false))
          .noneMatch(n -> n.path("Relation Name").asText().equals("comment"))
          .as("the look for similar cases comes after the words")
          .noneMatch(
              n ->
                  n.path("Index Name").asText().equals("review_fold")
                      && n.path("Actual Loops").asInt() > 0);
    }
  }

  @Test
  void whatWasDecidedUnderAClauseIsFoundWithoutReadingAllThatWasDecidedSince() {
    var address = new MultivaluedHashMap<String, String>();
    address.add("state", "decided");
    address.add("clause", "9.9");
    QueueFilter filter = QueueFilter.of(address);

    assertThat(plan(QueueSql.page(filter, false), filter, Scope.EVERYWHERE, false))
        .anyMatch(n -> n.path("Index Name").asText().equals("review_decided_clause"))
        .allMatch(n -> n.path("Rows Removed by Filter").asInt() == 0);
  }

  @Test
  void theNextCaseIsFoundByAnIndex() {
    QueueFilter filter = filter(QueueState.OPEN, Field.BUILDING);
    isByIndex(QueueSql.next(filter, true), filter, Scope.EVERYWHERE, true);
  }

  private static void isByIndex(String sql, QueueFilter filter, Scope scope, boolean after) {
    List<JsonNode> plan = plan(sql, filter, scope, after);
    // With an index for each of two conditions, PostgreSQL may use both and sort the rest.
    int most = filter.getState() == QueueState.UNCONFIRMED ? A_SLICE : LITTLE;
    assertThat(plan)
        .as(sql)
        .noneMatch(
            n ->
                kind(n).equals("Seq Scan")
                    && n.path("Relation Name").asText().equals("review_case"))
        .filteredOn(n -> kind(n).contains("Sort"))
        .allSatisfy(
            sort ->
                assertThat(sort.path("Plans").get(0).path("Actual Rows").asDouble())
                    .isLessThan(most));
  }

  private static List<JsonNode> plan(String sql, QueueFilter filter, Scope scope, boolean after) {
    String plan =
        database.withHandle(
            h -> {
              Query query = h.createQuery("explain (analyze, format json) " + sql);
              query.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
              filter.bind(scope.bind(query)).bind("limit", 41).bind("me", "novak");
              query.bind("most", 10_001).bind("not", (UUID) null);
              if (after) {
                query.bind("place", 1).bind("at", MIDDLE).bind("id", new UUID(0, 0));
              }
              return query.mapTo(String.class).one();
            });
    try {
      return nodes(JSON.readTree(plan).get(0).get("Plan")).toList();
    } catch (JsonProcessingException e) {
      throw new AssertionError(plan, e);
    }
  }

  private static Stream<JsonNode> nodes(JsonNode plan) {
    return Stream.concat(
        Stream.of(plan),
        StreamSupport.stream(plan.path("Plans").spliterator(), false)
            .flatMap(QueuePlansTest::nodes));
  }

  private static String kind(JsonNode node) {
    return node.path("Node Type").asText();
  }
}
