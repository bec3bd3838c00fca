package hallmonitor.ingest.connector.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.ingest.connector.CommentPage;
import hallmonitor.ingest.connector.Sighting;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests with curl that answers to senders match the description. */
class DeliveryEndpointTest {
  private DeliveredAccount account = new DeliveredAccount();

  @AfterEach
  void close() {
    account.close();
  }

  private static String comment(String id, String text, String more) {
    return "{'kind':'comment','id':'%s','post':'7','author':{'name':'Dana'},'text':'%s','writtenAt':'2026-01-25T11:00:00Z'%s}"
        .formatted(id, text, more);
  }

  private static String edited(String id, String text, String at) {
    return comment(id, text, ",'editedAt':'2026-01-25T%sZ'".formatted(at));
  }

  private static String deletion(String id) {
    return "{'kind':'deletion','id':'%s'}".formatted(id);
  }

  private static String visibility(String id, boolean hidden, String at) {
    return "{'kind':'visibility','id':'%s','hidden':%s,'at':'2026-01-25T%sZ'}"
        .formatted(id, hidden, at);
  }

  private static String body(String... rows) {
    return "{'rows':[%s]}".formatted(String.join(",", rows)).replace('\'', '"');
  }

  private Curl.Answer post(String... rows) {
    return checked(Curl.post(account.address(), DeliveredAccount.KEY, body(rows)));
  }

  /** Checks an answer against the description of its status. */
  private static Curl.Answer checked(Curl.Answer answer) {
    String content = "/paths/~1push~1{account}/post/responses/%d/content/application~1json/schema";
    assertThat(OpenApiFile.problems(content.formatted(answer.status()), answer.body())).isEmpty();
    assertThat(answer.header("Content-Type")).contains("application/json");
    return answer;
  }

  private String counted(String... rows) throws Exception {
    Curl.Answer answer = post(rows);
    JsonNode result = new ObjectMapper().readTree(answer.body());
    return "%d: %s accepted, %s unchanged, %s refused"
        .formatted(
            answer.status(),
            result.path("accepted"),
            result.path("unchanged"),
            result.path("refused"));
  }

  /** Returns what the engine will read, in order. */
  private List<String> texts() throws Exception {
    var connector = account.reader();
    List<String> texts = new ArrayList<>();
    String cursor = "";
    for (int quiet = 0; quiet < 2; ) {
      CommentPage page = connector.poll(cursor);
      quiet = page.sightings().isEmpty() ? quiet + 1 : 0;
      page.sightings().stream().map(Sighting::text).forEach(texts::add);
      cursor = page.next();
    }
    return texts;
  }

  @Test
  void theSameRowsSentTwiceAreOne() throws Exception {
    assertThat(counted(comment("1", "one", ""), comment("2", "two", "")))
        .isEqualTo("202: 2 accepted, 0 unchanged, 0 refused");
    assertThat(counted(comment("1", "one", ""), comment("2", "two", "")))
        .isEqualTo("202: 0 accepted, 2 unchanged, 0 refused");
    assertThat(texts()).containsExactly("one", "two");
  }

  @Test
  void anotherTextIsANewVersionAndAnOlderOneThatComesLateIsNot() throws Exception {
    counted(comment("1", "first", ""));
    assertThat(counted(edited("1", "third", "11:30:00")))
        .isEqualTo("202: 1 accepted, 0 unchanged, 0 refused");
    assertThat(counted(edited("1", "second", "11:20:00"), comment("1", "first", "")))
        .isEqualTo("202: 0 accepted, 2 unchanged, 0 refused");
    assertThat(texts()).containsExactly("first", "third");
  }

  /** A system may not know the time of every change; what it never said before is news. */
  @Test
  void aChangeWithoutItsTimeAfterOneWithItIsNews() throws Exception {
    counted(comment("1", "first", ""));
    counted(edited("1", "second", "11:20:00"));
    assertThat(counted(comment("1", "third", "")))
        .isEqualTo("202: 1 accepted, 0 unchanged, 0 refused");
    assertThat(counted(edited("1", "second", "11:20:00"), comment("1", "third", "")))
        .as("both once more")
        .isEqualTo("202: 0 accepted, 2 unchanged, 0 refused");
    assertThat(counted(edited("1", "second", "11:40:00")))
        .as("taken back later")
        .isEqualTo("202: 1 accepted, 0 unchanged, 0 refused");
    assertThat(texts()).containsExactly("first", "second", "third", "second");
  }

  @Test
  void anEditAfterADeletionIsRefusedByItsPlace() throws Exception {
    counted(comment("1", "taken back", ""), deletion("1"));
    Curl.Answer answer = post(comment("2", "two", ""), comment("1", "and now?", ""));
    assertThat(answer.body())
        .contains("\"accepted\":1,\"unchanged\":0,\"refused\":1")
        .contains("{\"at\":\"rows[1].id\",\"error\":\"this comment was deleted");
  }

  @Test
  void whatWasDeletedDoesNotComeBackWithARequestThatIsSentAgain() throws Exception {
    counted(comment("1", "taken back", ""), deletion("1"));
    assertThat(counted(comment("1", "taken back", ""), deletion("1")))
        .isEqualTo("202: 0 accepted, 2 unchanged, 0 refused");
    assertThat(account.reader().look("1")).isEmpty();
  }

  @Test
  void ofTwoChangesOfVisibilityTheLaterCountsInWhateverOrderTheyCome() throws Exception {
    counted(comment("1", "seen", ""));
    assertThat(counted(visibility("1", true, "12:00:00"), visibility("1", false, "11:50:00")))
        .isEqualTo("202: 1 accepted, 1 unchanged, 0 refused");
    assertThat(counted(visibility("1", false, "12:10:00")))
        .isEqualTo("202: 1 accepted, 0 unchanged, 0 refused");
  }

  @Test
  void goodRowsAreTakenBesideBadOnesWhichAreNamedByTheirPlace() throws Exception {
    Curl.Answer answer =
        post(
            comment("1", "good", ""), comment("", "bad", ""), deletion("9"), comment("2", "x", ""));
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body())
        .contains("\"accepted\":2", "\"refused\":2", "rows[1].id", "rows[2].id", "was delivered");
    assertThat(texts()).containsExactly("good", "x");
  }

  @Test
  void nothingGoodAtAllIsRefused() {
    assertThat(post(comment("", "bad", "")).status()).isEqualTo(422);
    Curl.Answer broken =
        checked(Curl.post(account.address(), DeliveredAccount.KEY, "{\"rows\": [secret"));
    assertThat(broken.status()).isEqualTo(422);
    assertThat(broken.body()).doesNotContain("secret");
  }

  @Test
  void bothKeysHoldAndAnyOtherOrNoneIsRefusedBeforeAnythingIsStored() throws Exception {
    String row = body(comment("1", "one", ""));
    assertThat(Curl.post(account.address(), DeliveredAccount.NEXT_KEY, row).status())
        .isEqualTo(202);
    for (String header :
        List.of("Authorization: Bearer guessed", "Authorization: Bearer", "X-No: key")) {
      Curl.Answer answer =
          checked(
              Curl.post(
                  account.address(),
                  body(comment("2", "forged", "")),
                  header,
                  "Content-Type: application/json"));
      assertThat(answer.status()).as(header).isEqualTo(401);
      assertThat(answer.header("WWW-Authenticate")).contains("Bearer");
    }
    assertThat(texts()).containsExactly("one");
  }

  @Test
  void anotherContentTypeIsRefused() {
    assertThat(
            checked(
                    Curl.post(
                        account.address(),
                        body(comment("1", "one", "")),
                        "Authorization: Bearer " + DeliveredAccount.KEY,
                        "Content-Type: text/csv"))
                .status())
        .isEqualTo(415);
  }

  @Test
  void tooMuchAtOnceIsRefusedWithASentence() {
    Curl.Answer answer = post(comment("1", "x".repeat(1024 * 1024), ""));
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.body()).contains("1 MiB");
  }

  @Test
  void tooManyRequestsAreToldWhenToComeBack() {
    account.close();
    account = new DeliveredAccount(2);
    post(comment("1", "one", "")); // before the sender is known
    post(comment("2", "two", ""));
    post(comment("3", "three", ""));
    Curl.Answer answer = post(comment("4", "four", ""));
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.header("Retry-After").map(Integer::parseInt).orElseThrow()).isBetween(1, 60);
  }

  @Test
  void aFloodOfStrangersKeepsNothingOfTheSenderAway() {
    account.close();
    account = new DeliveredAccount(2);
    post(comment("1", "one", ""));
    Curl.Answer stranger = null;
    for (int i = 0; i < 3; i++) {
      stranger = Curl.post(account.address(), "guessed", body(comment("9", "spam", "")));
    }
    assertThat(stranger.status()).isEqualTo(429);
    assertThat(post(comment("2", "two", "")).status()).isEqualTo(202);
  }

  @Test
  void anAccountThatDoesNotExistTellsAStrangerNothing() {
    Curl.Answer answer =
        Curl.post(account.address().resolve("/push/nobody"), DeliveredAccount.KEY, body());
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void aThousandRowsAreReadInTheOrderInWhichTheyCame() throws Exception {
    List<String> expected = new ArrayList<>();
    for (int batch = 0; batch < 2; batch++) {
      List<String> rows = new ArrayList<>();
      for (int i = 0; i < BatchOutline.MOST_ROWS; i++) {
        expected.add("text " + batch + " " + i);
        rows.add(comment(batch + "-" + i, "text " + batch + " " + i, ""));
      }
      assertThat(post(rows.toArray(String[]::new)).status()).isEqualTo(202);
    }
    assertThat(texts()).isEqualTo(expected);
  }
}
