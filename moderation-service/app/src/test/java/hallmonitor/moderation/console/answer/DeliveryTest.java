package hallmonitor.moderation.console.answer;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.FullDistrict;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The requester gets the answer by a link that ends. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class DeliveryTest extends AnswersAtWork {
  @BeforeEach
  void aPackageThatIsReady() {
    deciding.allowed("71", "Dana Reyes", "The bus was late", Duration.ofMinutes(9));
    asked("bus");
    releaseTheRest();
    make();
    sign();
    assertThat(state()).isEqualTo("ready");
  }

  private ConsoleResponse send(int version) {
    return officer.post(
        path + "/answer/links", Map.of("version", "" + version, "answer", answer().toString()));
  }

  /** Answers the request, and returns the path of the link. */
  private String sent(int version) {
    ConsoleResponse answer = send(version);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    Matcher link =
        Pattern.compile("https?://[^<\"]*(/records-request/answer/[0-9a-f]{32})\\?lang=en")
            .matcher(answer.asString());
    assertThat(link.find()).as(answer.asString()).isTrue();
    return link.group(1);
  }

  @Test
  void theLinkLeadsToTheFileWithoutSigningInAndTheRequestIsAnswered() throws IOException {
    String link = sent(0);

    assertThat(one("select state from records_request")).isEqualTo("answered");
    assertThat(one("select (answered_at is not null)::text from records_request"))
        .isEqualTo("true");
    assertThat(page(outside, link))
        .contains("The answer to your request", "R-", "Download the answer", link + "/file");
    assertThat(page(outside, link + "?lang=es")).contains("La respuesta a su solicitud");
    ConsoleResponse file = outside.get(link + "/file");
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.asByteArray()).isEqualTo(parts.open(answer()).readAllBytes());
    assertThat(file.header("Content-Disposition")).contains("answer-R-");
  }

  @Test
  void onlyTheHashOfALinkIsKept() {
    String token = sent(0).replace("/records-request/answer/", "");

    assertThat(one("select token_hash from records_delivery")).doesNotContain(token);
    assertThat(page(officer, path + "/answer")).doesNotContain(token);
    assertThat(texts("select detail from audit")).noneMatch(d -> d.contains(token));
  }

  @Test
  void eachDownloadIsCountedInTheHistoryOfTheRequest() {
    String link = sent(0);
    page(outside, link);
    outside.get(link + "/file");
    outside.get(link + "/file");

    assertThat(page(officer, path + "/answer")).contains("Downloads: 2.");
    assertThat(texts("select actor from records_request_event where kind = 'downloaded'"))
        .containsExactly("", "");
    assertThat(page(officer, path)).contains("Downloaded the answer");
  }

  @Test
  void aLinkThatEndedSaysSo() {
    String link = sent(0);
    database.write(
        h ->
            h.execute(
                """
                update records_delivery set made_at = made_at - interval '31 days',
                  expires_at = expires_at - interval '31 days'
                """));

    for (String address : new String[] {link, link + "/file"}) {
      ConsoleResponse gone = outside.get(address);
      assertThat(gone.statusCode()).isEqualTo(410);
      assertThat(gone.asString()).contains("This link has ended.").doesNotContain("Download the");
    }
    assertThat(one("select downloads::text from records_delivery")).isEqualTo("0");
  }

  @Test
  void aPersonCanEndALinkAndMakeAnother() {
    String link = sent(0);
    String id = one("select delivery_id::text from records_delivery");
    officer.post(path + "/answer/links/" + id + "/end", Map.of());

    assertThat(outside.get(link).statusCode()).isEqualTo(410);
    String other = sent(1);
    assertThat(other).isNotEqualTo(link);
    assertThat(outside.get(other).statusCode()).isEqualTo(200);
    assertThat(outside.get(link + "/file").statusCode()).isEqualTo(410);
  }

  @Test
  void aReviewThatStartsAgainEndsTheLink() {
    String link = sent(0);

    move(officer, path, 1, "in-review");

    assertThat(one("select state from records_request")).isEqualTo("in-review");
    assertThat(outside.get(link + "/file").statusCode()).isEqualTo(410);
    assertThat(page(officer, path)).contains("Ended a link to the answer");
  }

  @Test
  void aLinkThatWasNeverMadeTellsNothing() {
    ConsoleResponse none = outside.get("/records-request/answer/" + "0".repeat(32));

    assertThat(none.statusCode()).isEqualTo(404);
    assertThat(none.asString()).contains("We found no answer with this link.");
    assertThat(outside.get("/records-request/answer/%00").statusCode()).isGreaterThanOrEqualTo(400);
  }

  @Test
  void oneAddressCannotDownloadWithoutEnd() {
    String link = sent(0);
    for (int i = 0; i < 20; i++) {
      assertThat(outside.get(link + "/file").statusCode()).isEqualTo(200);
    }

    ConsoleResponse often = outside.get(link + "/file");

    assertThat(often.statusCode()).isEqualTo(429);
    assertThat(often.header("Retry-After")).isEqualTo("3600");
    assertThat(often.asString()).contains("Try again in an hour.");
  }

  @Test
  void aPackageOfOtherDecisionsIsNotSent() {
    decide(items.get(0), "withhold", "exemption", "ferpa");

    assertThat(send(0).asString()).contains("This package is no longer there");
    assertThat(page(officer, path + "/answer"))
        .contains("Items were decided otherwise after it was made.")
        .doesNotContain("Answer the request, and make a link");
    assertThat(one("select state from records_request")).isEqualTo("in-review");
  }

  @Test
  void someoneWhoSawAnOlderRequestSendsNothing() {
    second.post(path + "/worker", Map.of("version", "0", "worker", "okoro"));

    assertThat(send(0).asString()).contains("Someone else changed this request");
    assertThat(texts("select token_hash from records_delivery")).isEmpty();
  }
}
