package hallmonitor.notifier.service;

import static hallmonitor.notifier.EscalationBuilder.anEscalation;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.notifier.evidence.ledger.Hash;
import hallmonitor.notifier.evidence.sealing.Ledger;
import hallmonitor.testparts.QuarkusParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Tests pictures on the page that a principal opens at night. */
@QuarkusTest
@QuarkusTestResource(
    value = QuarkusParts.class,
    initArgs = @ResourceArg(name = "role", value = "notifier"))
@QuarkusTestResource(ServiceFiles.class)
class NightPicturesQuarkusTest extends AnswerPageTests {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 7};

  @Test
  void aPictureIsBehindATapAfterTheWordsAndWhoSawItIsSealedOnce() {
    UUID escalation = escalated(anEscalation());
    String caseId = caseOf(escalation);
    UUID picture = attached(caseId, "kept", PNG);
    String link = link(escalation, "osei");
    String path = link + "/picture/" + caseId + "/" + picture;

    assertThat(get(path).statusCode()).isEqualTo(404);
    Response look = look(link, caseId);
    assertThat(look.asString()).contains("Show the picture", "We record who sees it.");
    assertThat(published(escalation, "PictureSeen")).isEmpty();

    Response seen = given().cookies(look.cookies()).get(path);
    given().cookies(look.cookies()).get(path);
    assertThat(seen.statusCode()).isEqualTo(200);
    assertThat(seen.contentType()).isEqualTo("image/png");
    assertThat(seen.asByteArray()).isEqualTo(PNG);
    assertThat(seen.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
    assertThat(published(escalation, "PictureSeen")).singleElement().asString().contains("osei");
    await().until(() -> !sealed(escalation, "picture-seen").isEmpty());
  }

  @Test
  void whatCouldNotBeFetchedOrIsNotYetThereIsSaid() {
    UUID escalation = escalated(anEscalation());
    String caseId = caseOf(escalation);
    attached(caseId, "queued", null);
    attached(caseId, "failed", null);

    assertThat(look(link(escalation, "osei"), caseId).asString())
        .contains("is still being fetched", "could not be fetched")
        .doesNotContain("Show the picture");
  }

  @Test
  void whatIsNoPictureIsNotSent() {
    UUID escalation = escalated(anEscalation());
    String caseId = caseOf(escalation);
    UUID picture = attached(caseId, "kept", "<svg onload=alert(1)>".getBytes());
    String link = link(escalation, "osei");
    Response look = look(link, caseId);

    assertThat(
            given()
                .cookies(look.cookies())
                .get(link + "/picture/" + caseId + "/" + picture)
                .statusCode())
        .isEqualTo(404);
  }

  private UUID attached(String caseId, String state, byte[] content) {
    UUID id = UUID.randomUUID();
    Jdbi.create(dataSource)
        .useTransaction(
            t -> {
              String sha256 = content == null ? null : Hash.of(content);
              if (content != null) {
                Ledger.keepBlob(t, sha256, content);
              }
              t.execute(
                  """
                  insert into evidence_attachment (attachment_id, entry_id, case_id, account, url, state, place,
                    next_attempt_at, sha256, media_type)
                  values (?, ?, ?, 'news', 'http://127.0.0.1:1/a.png', ?, 0, now() + interval '1 day', ?, 'image/png')
                  """,
                  id,
                  UUID.randomUUID(),
                  UUID.fromString(caseId),
                  state,
                  sha256);
            });
    return id;
  }
}
