package hallmonitor.moderation.console.queue;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.NovakAtWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tests the queue: order, filters, pages, hostile text, decisions. */
@ConsoleTest
class QueueTest extends NovakAtWork {
  @Test
  void theMostUrgentComesFirstAndThenTheOldest() {
    UUID digest = seed.aCase("1").urgency("digest").aged(Duration.ofDays(9)).there();
    UUID soonNew = seed.aCase("2").urgency("soon").aged(Duration.ofMinutes(1)).there();
    UUID soonOld = seed.aCase("3").urgency("soon").aged(Duration.ofMinutes(9)).there();
    UUID now = seed.aCase("4").urgency("immediate").aged(Duration.ofSeconds(1)).there();

    assertThat(rows("/queue")).containsExactly(now, soonOld, soonNew, digest);
  }

  @Test
  void decidedCasesAreOnTheirOwnPage() {
    UUID open = seed.aCase("1").there();
    UUID decided = seed.aCase("2").decided("restored").action("restored", "").there();

    assertThat(rows("/queue")).containsExactly(open);
    assertThat(rows("/queue?state=decided")).containsExactly(decided);
    assertThat(novak.get("/queue?state=decided").asString())
        .contains("Restored</strong> by <bdi>Petra Novak");
  }

  @Test
  void aLanguageThatIsNotEnglishIsLabelled() {
    seed.aCase("1").language("es").there();
    assertThat(novak.get("/queue").asString()).contains("chip language\">Spanish<");

    seed.nothing();
    seed.person("novak", "moderator", false);
    novak = ConsoleBrowser.signedIn("novak");
    seed.aCase("2").language("en").there();
    assertThat(novak.get("/queue").asString()).doesNotContain("chip language");
  }

  @Test
  void aCommentInALanguageThatNobodyLearnedSaysSoOnItsPage() {
    UUID other = seed.aCase("1").language("other").there();
    UUID spanish = seed.aCase("2").language("es").there();

    assertThat(novak.get("/cases/" + other).asString())
        .contains(
            "This comment seems to be in a language other than English or Spanish, which the models");
    assertThat(novak.get("/cases/" + spanish).asString())
        .contains("chip language\">Spanish<")
        .doesNotContain(
            "This comment seems to be in a language other than English or Spanish, which the models");
  }

  @Test
  void filtersNarrowTheListAndItsCounts() {
    UUID high = seed.aCase("1").in("maple-high").there();
    UUID birch =
        seed.aCase("2")
            .in("birch-elementary")
            .saying("x y")
            .found("THREAT", .9, "why", "x")
            .there();

    assertThat(rows("/queue?building=birch-elementary")).containsExactly(birch);
    assertThat(rows("/queue?category=threat")).containsExactly(birch);
    assertThat(rows("/queue?category=profanity&account=practice")).containsExactly(high);
    assertThat(rows("/queue?account=other")).isEmpty();
    assertThat(novak.get("/queue?category=threat").asString()).contains("id=\"open-count\">1<");
    assertThat(novak.get("/queue?account=other").asString())
        .contains("You're all caught up under these filters");
    assertThat(novak.get("/queue?building=%00").statusCode()).isEqualTo(200);
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() {
    List<UUID> all = new ArrayList<>();
    for (int i = 0; i < 95; i++) {
      all.add(
          seed.aCase("c" + i)
              .urgency(i < 30 ? "immediate" : i < 60 ? "soon" : "digest")
              .aged(Duration.ofMinutes(200 - i))
              .there());
    }

    List<UUID> read = new ArrayList<>();
    String next = "/queue";
    while (next != null) {
      ConsoleResponse page = next.contains("after") ? novak.part(next) : novak.get(next);
      read.addAll(ids(page.asString()));
      Matcher link =
          Pattern.compile("hx-get=\"([^\"]+)\" hx-target=\"closest li\"").matcher(page.asString());
      next = link.find() ? link.group(1).replace("&amp;", "&") : null;
    }

    assertThat(read).containsExactlyElementsOf(all);
  }

  @Test
  void hostileTextIsOnlyTextAndItsWordsAreMarked() {
    seed.aCase("1")
        .by("<img src=x onerror=alert(1)>")
        .saying("🤬 <script>alert('damn')</script> \u202Egnp\u202C {inject:viewer} damn")
        .found("PROFANITY", .9, "A swear word.", "🤬", "damn")
        .there();

    String page = novak.get("/queue").asString();

    assertThat(page)
        .contains("<mark>🤬</mark> &lt;script&gt;alert(&#39;<mark>damn</mark>&#39;)&lt;/script&gt;")
        .contains("{inject:viewer}")
        .contains(
            "<bdi class=\"name\" title=\"&lt;img src=x onerror=alert(1)&gt;\">&lt;img src=x onerror=alert(1)&gt;</bdi>")
        .doesNotContain("<script>alert", "<img src=x");
  }

  @Test
  void aCaseShowsItsThreadItsReasonsAndWhatHappened() {
    seed.comment("0", "Booster Club", "Doors open at six", null, Duration.ofHours(2), "visible");
    UUID id =
        seed.aCase("1")
            .answering("0")
            .saying("I will burn it down")
            .found("THREAT", .97, "Says what will be done.", "burn it down")
            .judged("escalate", "3.1")
            .event("notifier", "notice-sent", "To okafor (principal).")
            .there();
    seed.comment("2", "Marcus", "Not funny", "1", Duration.ofSeconds(30), "visible");

    String page = novak.get("/cases/" + id).asString();

    assertThat(page)
        .contains(
            "Doors open at six", "it replies to this", "Not funny", "Clause 3.1: Threats", "97%")
        .contains(
            "Says what will be done.",
            "<mark>burn it down</mark>",
            "To Ngozi Okafor (principal).",
            "held for moderation")
        .contains("rel=\"noopener noreferrer\"");
    assertThat(page.indexOf("Doors open")).isLessThan(page.indexOf("Not funny"));
    assertThat(audit()).contains("case-read " + id);
  }

  @Test
  void thePageOfACaseBeginsWithTheCommentAndThePaneWithItsThread() {
    seed.comment("0", "Booster Club", "Doors open at six", null, Duration.ofHours(2), "visible");
    seed.comment("9", "Marcus", "See you there", null, Duration.ofHours(1), "visible");
    UUID id = seed.aCase("1").answering("0").saying("I will burn it down").there();

    assertThat(novak.get("/cases/" + id).asString())
        .containsSubsequence(
            "Doors open at six",
            "I will burn it down",
            "<h3>Why</h3>",
            "aria-label=\"Decide\"",
            "The rest of the thread</h3>",
            "See you there");
    assertThat(novak.part("/cases/" + id + "/detail").asString())
        .containsSubsequence("Doors open at six", "See you there", "I will burn it down", "Why");
  }

  @Test
  void aCaseIsLoggedAsReadOnceForAllPartsOfThePage() {
    UUID id = seed.aCase("1").there();

    novak.part("/cases/" + id + "/detail");
    novak.part("/cases/" + id + "/detail");
    novak.get("/cases/" + id);

    assertThat(audit()).filteredOn(line -> line.equals("case-read " + id)).hasSize(1);
  }

  @Test
  void aDecisionAnswersWithTheFreshRow() {
    UUID id = seed.aCase("1").there();

    ConsoleResponse row = decide(id, "restore", 0, "quoted a play");

    assertThat(row.statusCode()).isEqualTo(200);
    assertThat(row.asString())
        .startsWith("<li id=\"case-" + id)
        .contains(
            "Restored</strong> by <bdi>Petra Novak",
            "quoted a play",
            "Restored. It will be visible again in a moment.");
  }

  @Test
  void anyoneWhoComesSecondIsToldWhoWasFirstAndChangesNothing() {
    seed.person("okafor", "moderator", false);
    UUID id = seed.aCase("1").there();
    ConsoleBrowser okafor = ConsoleBrowser.signedIn("okafor");
    assertThat(decide(id, "confirm", 0, "").statusCode()).isEqualTo(200);

    ConsoleResponse late =
        okafor.postPart(
            "/cases/" + id + "/decision",
            Map.of("decision", "restore", "version", "0", "note", ""));

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.asString()).contains("Petra Novak decided this first", "Hide confirmed");
  }

  @Test
  void nobodyIsToldThatTheyWereTooLateForThemselves() {
    UUID id = seed.aCase("1").there();
    decide(id, "confirm", 0, "");

    ConsoleResponse again = decide(id, "restore", 0, "");

    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.asString())
        .contains("You already decided this. Nothing was changed. This is its current state.")
        .doesNotContain("decided this first");
  }

  @Test
  void withoutScriptsADecisionLeadsToThePageOfTheCase() {
    UUID id = seed.aCase("1").there();

    ConsoleResponse answer =
        novak.post("/cases/" + id + "/decision", Map.of("decision", "confirm", "version", "0"));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.header("Location")).endsWith("/cases/" + id);
  }

  @Test
  void aDecisionThatDoesNotExistIsNotFound() {
    UUID id = seed.aCase("1").there();

    assertThat(decide(id, "delete", 0, "").statusCode()).isEqualTo(404);
    assertThat(novak.get("/cases/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(novak.get("/cases/nonsense").statusCode()).isEqualTo(404);
  }

  private ConsoleResponse decide(UUID id, String kind, int version, String note) {
    return novak.postPart(
        "/cases/" + id + "/decision",
        Map.of("decision", kind, "version", Integer.toString(version), "note", note));
  }

  private List<UUID> rows(String path) {
    return ids(novak.get(path).asString());
  }

  private static List<UUID> ids(String html) {
    return Pattern.compile("<li id=\"case-([0-9a-f-]{36})\"")
        .matcher(html)
        .results()
        .map(m -> UUID.fromString(m.group(1)))
        .toList();
  }

  private List<String> audit() {
    return database.read(
        h -> h.select("select act || ' ' || target from audit").mapTo(String.class).list());
  }
}
