package hallmonitor.moderation.console.queue;

import static hallmonitor.moderation.console.seed.QueueSeed.rows;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.NovakAtWork;
import hallmonitor.moderation.console.seed.QueueSeed;
import hallmonitor.moderation.console.seed.StaffSeed;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the queue's filters, the numbers beside it, and saved views. */
@ConsoleTest
class QueueFiltersTest extends NovakAtWork {
  @Inject Jdbi jdbi;

  private QueueSeed queue;

  @BeforeEach
  void start() {
    queue = new QueueSeed(database, jdbi);
  }

  @Test
  void eachFilterNarrowsTheListAndIsInTheAddress() {
    UUID spanish =
        seed.aCase("1").language("es").judged("review", "1.1").action("none", "").there();
    UUID english = seed.aCase("2").judged("hide", "2.1").there();
    queue.compared();

    assertThat(list("clause=1.1")).containsExactly(spanish);
    assertThat(list("clause=2.1")).containsExactly(english);
    assertThat(list("language=es")).containsExactly(spanish);
    assertThat(list("language=es&clause=2.1")).isEmpty();
    assertThat(list("platform=wordpress")).containsExactlyInAnyOrder(spanish, english);
    assertThat(list("platform=facebook")).isEmpty();
    assertThat(novak.get("/queue?language=es").asString())
        .contains("data-query=\"state=open&amp;language=es\"")
        .containsPattern("<span\\s+class=\"unseen\">Language: </span>Spanish");
  }

  @Test
  void theListsTellWhatWasHiddenAutomaticallyWhatFailedAndWhatIsMine() {
    UUID hidden = seed.aCase("1").action("hidden", "").there();
    UUID held = seed.aCase("2").action("hide-held", "").judged("escalate", "3.1").there();
    UUID failed = seed.aCase("3").action("failed", "The password was refused.").there();
    UUID visible = seed.aCase("4").judged("review", "1.1").action("none", "").there();
    seed.aCase("5").decided("confirmed").there();

    assertThat(list("state=unconfirmed")).containsExactlyInAnyOrder(hidden, held);
    assertThat(list("state=failed")).containsExactly(failed);
    assertThat(list("state=mine")).isEmpty();
    novak.postPart("/cases/" + visible + "/claim", Map.of());
    assertThat(list("state=mine")).containsExactly(visible);
    assertThat(text("/queue"))
        .contains("Open 4", "Auto-hidden, needs review 2", "Failed 1", "Mine 1", "Decided");
  }

  @Test
  void whatAFilterWouldShowIsCounted() {
    seed.aCase("1").language("es").there();
    seed.aCase("2").language("es").judged("review", "1.1").there();
    seed.aCase("3").there();
    queue.compared();

    assertThat(text("/queue")).contains("Spanish 2", "English 1").doesNotContain("Other language");
    assertThat(text("/queue?clause=1.1"))
        .as("a filter that leaves no choice is not shown")
        .doesNotContain("Language");
    assertThat(text("/queue?language=es"))
        .as("a filter that is set can only be taken away")
        .contains("Language: Spanish")
        .doesNotContain("English 1");
  }

  @Test
  void theSearchFindsWordsAuthorsAndAccounts() {
    UUID word = seed.aCase("1").by("Dana Reyes").saying("The PARKING lot is a mess").there();
    UUID author = seed.aCase("2").by("Marcus Bell").saying("What a mess").there();

    assertThat(list("q=parking")).containsExactly(word);
    assertThat(list("q=marcus")).containsExactly(author);
    assertThat(list("q=mess&urgency=soon")).containsExactlyInAnyOrder(word, author);
    assertThat(list("q=mess&urgency=immediate")).isEmpty();
    assertThat(list("q=practice")).as("the account's name").hasSize(2);
    assertThat(list("q=_")).as("signs are only text").isEmpty();
    assertThat(text("/queue?q=parking")).contains("Open 1");
    assertThat(text("/queue?q=nowhere")).contains("No case matches “nowhere”.");
  }

  @Test
  void theSearchStaysWithinTheReadersSchools() {
    seed.aCase("1").in("birch-elementary").saying("The parking lot").there();
    new StaffSeed(database, seed).person("principal", "building-administrator", "maple-high");

    assertThat(
            rows(
                ConsoleBrowser.signedIn("principal").get("/queue?state=open&q=parking").asString()))
        .isEmpty();
  }

  @Test
  void aFilterOfNonsenseShowsAnEmptyListAndNoError() {
    seed.aCase("1").there();
    assertThat(novak.get("/queue?state=nonsense&clause=%27%3B--&after=x~y~z").statusCode())
        .isEqualTo(200);
    assertThat(novak.get("/queue?building=" + "b".repeat(300)).statusCode()).isEqualTo(200);
  }

  @Test
  void aViewIsSavedRenamedAndDeleted() {
    save("Spanish threats", "state=open&language=es&category=threat");
    assertThat(novak.get("/queue").asString())
        .contains(
            "href=\"/queue?state=open&amp;category=threat&amp;language=es\" >Spanish threats</a>");

    change("rename", "Spanish threats", "Amenazas");
    assertThat(novak.get("/queue/views").asString())
        .contains(">Amenazas</a>")
        .doesNotContain("Spanish threats");

    change("delete", "Amenazas", "");
    assertThat(novak.get("/queue/views").asString()).contains("You have no saved views");
  }

  @Test
  void theQueueOpensWithTheViewThatOneChose() {
    save("Spanish", "state=open&language=es");
    save("Failed", "state=failed");
    change("first", "Spanish", "");
    change("first", "Failed", "");

    assertThat(novak.get("/queue").header("Location")).endsWith("/queue?state=failed");
    assertThat(novak.get("/queue?state=open").statusCode()).isEqualTo(200);

    change("first", "Failed", "");
    assertThat(novak.get("/queue").statusCode()).isEqualTo(200);
  }

  @Test
  void viewsAreTheirOwnersAndTheirNamesAreOnlyText() {
    save("<b>mine</b>", "state=open");
    seed.person("brandt", "moderator", false);
    ConsoleBrowser brandt = ConsoleBrowser.signedIn("brandt");

    assertThat(novak.get("/queue/views").asString())
        .contains("&lt;b&gt;mine&lt;/b&gt;")
        .doesNotContain("<b>mine");
    assertThat(brandt.get("/queue/views").asString()).doesNotContain("mine&lt;");
    brandt.post("/queue/views/change", Map.of("act", "delete", "name", "<b>mine</b>"));
    assertThat(novak.get("/queue/views").asString()).contains("mine&lt;");
  }

  @Test
  void aViewWithoutANameAndOneTooManyAreRefusedWithTheReason() {
    assertThat(save("  ", "state=open").asString()).contains("Enter a name of 1 to");
    assertThat(save("n".repeat(61), "state=open").statusCode()).isEqualTo(409);
    save("One", "state=open");
    save("Two", "state=open");
    assertThat(change("rename", "One", "Two").asString())
        .contains("You already have a view with that name");
    for (int i = 0; i < 18; i++) {
      save("View " + i, "state=open");
    }
    assertThat(save("One more", "state=open").asString()).contains("Delete one");
    assertThat(save("Two", "state=failed").statusCode()).as("the same name again").isEqualTo(303);
  }

  @Test
  void theMostCountedIsSaidToBeMore() {
    seed.aCase("1").aged(Duration.ofMinutes(1)).there();
    database.write(
        h ->
            h.execute(
                """
                insert into review_case (case_id, account, comment_id, building, revision, outcome, clause, category,
                  urgency, strikes, state, action_state, opened_at, seen_at)
                select gen_random_uuid(), account, 'copy-' || i, building, revision, outcome, clause, category,
                  urgency, strikes, state, action_state, opened_at, seen_at
                from review_case, generate_series(1, 10000) i
                """));

    assertThat(text("/queue/counts")).contains("Open 10,000 or more");
  }

  private List<UUID> list(String query) {
    return rows(novak.get("/queue?" + query).asString());
  }

  /** Returns the page's text without markup. */
  private String text(String path) {
    return novak.get(path).asString().replaceAll("<[^>]*>", "").replaceAll("\\s+", " ");
  }

  private ConsoleResponse save(String name, String query) {
    return novak.post("/queue/views?" + query, Map.of("name", name));
  }

  private ConsoleResponse change(String act, String name, String newName) {
    return novak.post("/queue/views/change", Map.of("act", act, "name", name, "new-name", newName));
  }
}
