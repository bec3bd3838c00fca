package hallmonitor.moderation.console.cases;

import static hallmonitor.moderation.console.seed.QueueSeed.rows;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.NovakAtWork;
import hallmonitor.moderation.console.seed.QueueSeed;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests that comments with the same words are one row, and that one decision decides each of them.
 */
@ConsoleTest
class FoldTest extends NovakAtWork {
  @Inject Jdbi jdbi;

  private QueueSeed queue;

  @BeforeEach
  void start() {
    queue = new QueueSeed(database, jdbi);
    database.write(h -> h.execute("truncate harmless_text"));
  }

  @Test
  void theSameWordsAreOneRowTheOldestFirst() {
    UUID oldest = copies(3).get(0);
    seed.aCase("other").saying("Something else").aged(Duration.ofSeconds(1)).there();
    queue.compared();

    String page = novak.get("/queue").asString();
    assertThat(rows(page)).hasSize(2).first().isEqualTo(oldest);
    assertThat(page).contains("and 2 more like this");
    assertThat(pane(oldest)).containsPattern("Confirm hide\\s+3</button>");
  }

  @Test
  void theListTellsWhatIsTheSameAndWhatOnlyNearly() {
    UUID first = seed.aCase("1").saying("Fire him").by("Ana").aged(Duration.ofMinutes(9)).there();
    seed.aCase("2").saying("Fire him").by("<b>Bo</b>").there();
    seed.aCase("3").saying("FIRE him!!! 😀").by("Cy").there();
    queue.compared();

    String list = novak.part("/cases/" + first + "/alike").asString();
    assertThat(list)
        .contains("&lt;b&gt;Bo&lt;/b&gt;", "Exactly the same text.", "FIRE him!!! 😀")
        .doesNotContain("<b>Bo");
    assertThat(audit()).contains("alike-read " + first);
    assertThat(novak.get("/cases/" + first + "/alike").asString())
        .contains(": cases with the same text");
  }

  @Test
  void nothingIsFoldedAcrossBuildingsClausesOrCategoriesNorWhatIsEscalatedOrFailed() {
    seed.aCase("1").there();
    seed.aCase("2").in("birch-elementary").there();
    seed.aCase("3").judged("hide", "9.9").there();
    seed.aCase("4").found("HATE", .9, "why", "damn").there();
    seed.aCase("5").judged("review", "2.1").there();
    seed.aCase("6").action("none", "").there();
    seed.aCase("7").judged("escalate", "2.1").there();
    seed.aCase("8").judged("escalate", "2.1").there();
    seed.aCase("9").action("failed", "").there();
    seed.aCase("10").action("failed", "").there();
    queue.compared();

    String page = novak.get("/queue").asString();
    assertThat(rows(page)).hasSize(10);
    assertThat(page).doesNotContain("more like this");
  }

  @Test
  void oneDecisionDecidesAllEachWithItsOwnEntryInTheLog() {
    List<UUID> alike = copies(4);
    queue.compared();

    ConsoleResponse answer = decideRow(alike.get(0), "confirm", "Seen all four.");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.asString()).contains("4 cases decided.");
    assertThat(queue.states())
        .containsExactly("c0 confirmed", "c1 confirmed", "c2 confirmed", "c3 confirmed");
    assertThat(audit()).containsAll(alike.stream().map(id -> "confirm case " + id).toList());
    assertThat(rows(novak.get("/queue").asString())).isEmpty();
  }

  @Test
  void whatChangedMeanwhileIsToldAndLeftAsItWas() {
    List<UUID> alike = copies(4);
    queue.compared();
    String page = novak.get("/queue").asString();
    database.write(
        h ->
            h.execute(
                "update review_case set version = version + 1, same_since = version + 1 where"
                    + " case_id = ?",
                alike.get(2)));
    novak.postPart(
        "/cases/" + alike.get(1) + "/decision", Map.of("decision", "restore", "version", "0"));

    ConsoleResponse answer = decide(page, alike.get(0), "confirm", "");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.asString())
        .contains(
            "2 cases changed in the meantime",
            "This case changed after you opened it, so it was not decided.");
    assertThat(rows(answer.asString())).contains(alike.get(0), alike.get(1), alike.get(2));
    assertThat(queue.states())
        .containsExactly("c0 confirmed", "c1 restored", "c2 open", "c3 confirmed");
  }

  @Test
  void whatCameLaterIsNotDecidedUnseenAndIsTheNextRow() {
    List<UUID> alike = copies(2);
    queue.compared();
    String page = novak.get("/queue").asString();
    UUID later = seed.aCase("later").aged(Duration.ofSeconds(1)).there();
    queue.compared();

    ConsoleResponse answer = decide(page, alike.get(0), "confirm", "");

    assertThat(rows(answer.asString())).containsExactly(alike.get(0), later);
    assertThat(queue.states()).containsExactly("c0 confirmed", "c1 confirmed", "later open");
  }

  @Test
  void oneDecisionReachesAHundredAndOneAndTheRestIsTheNextRow() {
    UUID first = copies(1).get(0);
    database.write(
        h -> {
          h.execute(
              "insert into comment select account, 'x' || i, platform, post_id, parent_id,"
                  + " author_key, author_name, permalink, visibility, visibility_at,"
                  + " latest_revision, latest_text, first_seen_at, changed_at, from_history from"
                  + " comment, generate_series(1, 150) i");
          h.execute(
              "insert into revision (account, comment_id, revision, kind, body, raw, observed_at,"
                  + " outcome, clauses, findings, policy_version, model_version, language) select"
                  + " account, 'x' || i, revision, kind, body, raw, observed_at, outcome, clauses,"
                  + " findings, policy_version, model_version, language from revision,"
                  + " generate_series(1, 150) i");
          return h.execute(
              "insert into review_case (case_id, account, comment_id, building, revision, outcome,"
                  + " clause, category, urgency, strikes, state, action_state, opened_at, seen_at)"
                  + " select gen_random_uuid(), account, 'x' || i, building, revision, outcome,"
                  + " clause, category, urgency, strikes, state, action_state, opened_at + interval"
                  + " '1 second', seen_at from review_case, generate_series(1, 150) i");
        });
    queue.compared();
    assertThat(novak.get("/queue").asString()).contains("and 150 more like this");
    assertThat(pane(first)).containsPattern("Confirm hide\\s+101</button>");

    ConsoleResponse answer = decideRow(first, "confirm", "");

    assertThat(rows(answer.asString())).hasSize(2);
    assertThat(answer.asString()).contains("101 cases decided", "and 49 more like this");
  }

  @Test
  void theFirstOfThemDecidedAloneLeavesTheOthersInTheQueue() {
    List<UUID> alike = copies(3);
    queue.compared();
    novak.postPart(
        "/cases/" + alike.get(0) + "/decision", Map.of("decision", "confirm", "version", "0"));

    String page = novak.get("/queue").asString();
    assertThat(rows(page)).containsExactly(alike.get(1));
    assertThat(page).contains("and 1 more like this");
  }

  @Test
  void pagesOfFoldsFollowEachOtherWithoutGapOrRepetition() {
    List<UUID> firsts = new ArrayList<>();
    for (int i = 0; i < 45; i++) {
      firsts.add(seed.aCase("a" + i).saying("Text " + i).aged(Duration.ofMinutes(300 - i)).there());
    }
    for (int i = 0; i < 45; i++) {
      seed.aCase("b" + i).saying("text " + i + "!").aged(Duration.ofMinutes(100 - i)).there();
    }
    queue.compared();

    String first = novak.get("/queue").asString();
    String next =
        first.replaceAll("(?s).*hx-get=\"([^\"]+after=[^\"]+)\".*", "$1").replace("&amp;", "&");
    List<UUID> read = new ArrayList<>(rows(first));
    read.addAll(rows(novak.part(next).asString()));
    assertThat(read).containsExactlyElementsOf(firsts);
  }

  @Test
  void theSameDecisionSentTwiceIsOneAndIsLoggedByCase() {
    UUID id = copies(3).get(0);
    queue.compared();
    String page = novak.get("/queue").asString();

    assertThat(decide(page, id, "confirm", "Spam.").statusCode()).isEqualTo(200);
    assertThat(decide(page, id, "confirm", "Spam.").statusCode()).isEqualTo(200);

    assertThat(queue.states()).containsExactly("c0 confirmed", "c1 confirmed", "c2 confirmed");
    List<String> log =
        database.read(h -> h.select("select result from bulk_item").mapTo(String.class).list());
    assertThat(log).containsExactly("done", "done", "done");
  }

  @Test
  void aNoteThatIsTooLongIsRefusedAndDecidesNothing() {
    UUID id = copies(2).get(0);
    queue.compared();
    ConsoleResponse answer = decideRow(id, "confirm", "x".repeat(2_001));
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.asString()).contains("The note is too long");
    assertThat(queue.states()).containsExactly("c0 open", "c1 open");
  }

  @Test
  void aFormOfNonsenseIsRefusedAndDecidesNothing() {
    UUID id = copies(2).get(0);
    ConsoleResponse answer =
        novak.postPart(
            "/cases/" + id + "/alike/decision",
            Map.of("decision", "confirm", "version", "0", "alike", "nonsense"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(queue.states()).containsExactly("c0 open", "c1 open");
  }

  @Test
  void harmlessTextsStayOutAndTheSameByOthersGoesToTheEndWithALabel() {
    UUID first = copies(1).get(0);
    seed.aCase("z").saying("Something else").aged(Duration.ofMinutes(1)).there();
    UUID other = seed.aCase("other").in("maple-high").aged(Duration.ofMinutes(50)).there();
    queue.compared();
    assertThat(novak.get("/cases/" + first + "/alike").asString())
        .containsPattern("OK until edited\\s+2\\s+</button>");

    ConsoleResponse answer =
        novak.postPart(
            "/cases/" + first + "/decision",
            Map.of("decision", "harmless", "version", "0", "others", "yes"));

    assertThat(answer.asString())
        .contains("OK until edited.", "The same text by others goes to the end");
    String page = novak.get("/queue").asString();
    assertThat(rows(page)).hasSize(2).last().isEqualTo(other);
    assertThat(page)
        .contains(
            "Marked OK before", "<bdi>Petra Novak</bdi> marked the same text by another author OK");
  }

  private List<UUID> copies(int count) {
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(seed.aCase("c" + i).aged(Duration.ofMinutes(60 - i)).there());
    }
    return ids;
  }

  private ConsoleResponse decideRow(UUID id, String kind, String note) {
    return decide(novak.get("/queue").asString(), id, kind, note);
  }

  /** Presses a key on the row as shown on the page. */
  private ConsoleResponse decide(String page, UUID id, String kind, String note) {
    Map<String, String> fields = new HashMap<>(Map.of("decision", kind, "note", note));
    fields.put("version", data(page, id, "version"));
    fields.put("alike", data(page, id, "alike"));
    return novak.postPart("/cases/" + id + "/alike/decision", fields);
  }

  private String pane(UUID id) {
    return novak.part("/cases/" + id + "/detail").asString();
  }

  private static String data(String page, UUID id, String name) {
    String row = page.substring(page.indexOf("<li id=\"case-" + id));
    Matcher value = Pattern.compile("data-" + name + "=\"([^\"]*)\"").matcher(row);
    assertThat(value.find()).as(name).isTrue();
    return value.group(1);
  }

  private List<String> audit() {
    return database.read(
        h -> h.select("select act || ' ' || target from audit").mapTo(String.class).list());
  }
}
