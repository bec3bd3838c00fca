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
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Tests pictures on the page that a principal opens at night. */
@QuarkusTest
@Tag("quarkus")
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
  void thePhoneLoadsItWithTheSecondTapAndNotBefore() throws IOException {
    UUID escalation = escalated(anEscalation());
    attached(caseOf(escalation), "kept", drawn());
    attached(caseOf(escalation), "failed", null);
    try (PhoneBrowser browser = browser(false)) {
      browser.driver.get(link(escalation, "osei"));
      browser.driver.findElement(By.cssSelector("button[value=look]")).sendKeys(Keys.ENTER);
      await().until(() -> browser.driver.getPageSource().contains("<blockquote>"));
      browser.screenshot("night-picture-folded", 390, true);
      assertThat(published(escalation, "PictureSeen")).isEmpty();

      browser.driver.findElement(By.cssSelector(".picture a")).click();

      await().until(() -> !published(escalation, "PictureSeen").isEmpty());
      browser.screenshot("night-picture", 390, true);
      browser.driver.executeCdpCommand(
          "Emulation.setEmulatedMedia",
          Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
      browser.screenshot("night-picture-dark", 390, true);
      browser.driver.findElement(By.linkText("Hide the picture")).click();
      assertThat(browser.driver.findElements(By.cssSelector(".picture img"))).isEmpty();
      assertThat(browser.complaints()).isEmpty();
    }
  }

  private static byte[] drawn() throws IOException {
    BufferedImage image = new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
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
