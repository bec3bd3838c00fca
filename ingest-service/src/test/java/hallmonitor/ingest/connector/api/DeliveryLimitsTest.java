package hallmonitor.ingest.connector.api;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.ingest.connector.Connector;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests how much a system may have stored, and how much of its history may wait. */
class DeliveryLimitsTest {
  private DeliveredAccount account = new DeliveredAccount();

  @AfterEach
  void close() {
    account.close();
  }

  private void limited(DailyLimit limit) {
    account.close();
    account = new DeliveredAccount(limit);
  }

  private static String comment(String id, String text) {
    return "{'kind':'comment','id':'%s','post':'7','author':{'name':'Dana'},'text':'%s','writtenAt':'2026-01-25T11:00:00Z'}"
        .formatted(id, text);
  }

  private static String hidden(String id, boolean hidden, String at) {
    return "{'kind':'visibility','id':'%s','hidden':%s,'at':'2026-01-25T%sZ'}"
        .formatted(id, hidden, at);
  }

  private Curl.Answer post(String... rows) {
    return post(false, List.of(rows));
  }

  private Curl.Answer post(boolean history, List<String> rows) {
    String body = "{'history':%s,'rows':[%s]}".formatted(history, String.join(",", rows));
    Curl.Answer answer =
        Curl.post(account.address(), DeliveredAccount.KEY, body.replace('\'', '"'));
    String content = "/paths/~1push~1{account}/post/responses/%d/content/application~1json/schema";
    assertThat(OpenApiFile.problems(content.formatted(answer.status()), answer.body())).isEmpty();
    return answer;
  }

  private Curl.Answer history(int batch) {
    return post(
        true,
        IntStream.range(0, BatchOutline.MOST_ROWS)
            .mapToObj(row -> comment("h-" + batch + "-" + row, "long ago"))
            .toList());
  }

  @Test
  void aDaysLimitStoresNothingMoreAndSaysWhenToComeBack() throws Exception {
    limited(DeliveredAccount.limit(3));
    post(comment("1", "one"), comment("2", "two"));
    Curl.Answer answer = post(comment("3", "three"), comment("4", "four"));
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.body()).contains("more than 3 rows").contains("midnight in UTC");
    assertThat(answer.header("Retry-After").map(Integer::parseInt).orElseThrow())
        .isBetween(1, 24 * 60 * 60 + 1);
    assertThat(account.reader().look("3")).isEmpty();
    assertThat(post(comment("1", "one")).status()).as("what is known is free").isEqualTo(202);
    assertThat(post(comment("3", "three")).status()).as("one is left").isEqualTo(202);
    assertThat(post(comment("4", "four")).status()).isEqualTo(429);
  }

  /** Each is small as it comes, and as large as the comment as it is kept. */
  @Test
  void theBytesOfADayAreThoseThatAreKept() {
    limited(new DailyLimit(1_000, 10_000, InstantSource.system()));
    post(comment("1", "x".repeat(4_000)));
    assertThat(post(hidden("1", true, "12:00:00")).status()).isEqualTo(202);
    Curl.Answer answer = post(hidden("1", false, "12:10:00"));
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.body()).contains("10,000 bytes");
  }

  /** What is new comes the same way to be judged, and must not stand behind all of it. */
  @Test
  void historyWaitsWhileThePipelineLagsAndNothingNewWaits() {
    assertThat(history(1).status()).isEqualTo(202);
    account.lag(true);
    Curl.Answer answer = history(2);
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.body()).contains("not judged", "the moderation service runs");
    assertThat(answer.header("Retry-After")).isPresent();
    assertThat(post(comment("new", "of today")).status()).isEqualTo(202);
    account.lag(false);
    assertThat(history(2).status()).isEqualTo(202);
  }

  @Test
  void historyWaitsUntilWhatCameBeforeIsReadAndNothingNewWaits() throws Exception {
    Connector reader = account.served();
    String cursor = reader.poll("").next();
    assertThat(history(1).status()).isEqualTo(202);
    assertThat(history(2).status()).isEqualTo(202);
    Curl.Answer answer = history(3);
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.body()).contains("History waits");
    assertThat(answer.header("Retry-After")).isPresent();
    assertThat(post(comment("new", "of today")).status()).isEqualTo(202);
    reader.poll(reader.poll(reader.poll(cursor).next()).next());
    assertThat(history(3).status()).isEqualTo(202);
  }
}
