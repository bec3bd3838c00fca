package hallmonitor.moderation.console.answer;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.comments.CommentAddress;
import hallmonitor.moderation.console.pictures.PictureHost;
import hallmonitor.moderation.console.seed.EmptyTables;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.moderation.store.archive.CommentPictures;
import hallmonitor.moderation.store.archive.PostPictures;
import hallmonitor.moderation.store.records.KeptDays;
import hallmonitor.moderation.store.records.PictureRemovals;
import hallmonitor.moderation.store.records.PictureRemovals.PostPicture;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A picture of a post that is removed for good: what becomes of answers in which it stands. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class RemovedPictureInAnswerTest extends AnswersAtWork {
  private static final String URL = "https://pictures.example/gala.png";
  private static final String KEY = CommentPictures.key(URL);
  private static final CommentKey POST = new CommentKey("practice", "gala");
  private static final byte[] PNG = PictureHost.picture("png", 200, 100);

  @BeforeEach
  void anAnswerWithAPicture() throws IOException {
    EmptyTables.empty(database, "record_hold", "post_version", "post_picture");
    database.write(
        h -> {
          h.execute(
              """
              insert into post_version (account, post_id, observed_at, version, title, body, pictures, permalink, listed)
              values ('practice', 'gala', now(), '1', 'Zebra', 'The zebra gala', array[?],
                'https://practice.example/gala', true)
              """,
              URL);
          PostPictures.keep(h, POST, URL, PNG);
          return PNG;
        });
    asked("zebra");
    assertThat(items).hasSize(1);
    assertThat(
            officer
                .picture(path + "/items/" + items.get(0) + "/pictures/" + KEY + "/file")
                .statusCode())
        .isEqualTo(200);
    releaseTheRest();
    make();
    assertThat(files()).containsKey("pictures/1-1.png");
  }

  /** A request that is open holds its posts. */
  private void closed() {
    database.write(
        h ->
            h.execute(
                """
                update records_request set state = 'closed', closed_at = now() - interval '2 s',
                  held_until = now() - interval '1 s'
                """));
  }

  private void remove() {
    database.write(
        h -> {
          PictureRemovals.remove(
              h,
              new PostPicture(POST, KEY, "/posts/gala"),
              "A child is in it.",
              "okafor",
              Optional.empty(),
              new KeptDays.Calendar("America/Chicago", Map.of("practice", "maple-high")));
          return true;
        });
  }

  private void sent() {
    database.write(
        h ->
            h.execute(
                """
                insert into records_delivery (delivery_id, answer_id, token_hash, made_by, made_at, expires_at)
                values (?, ?, ?, 'vega', now(), now() + interval '1 day')
                """,
                UUID.randomUUID(),
                answer(),
                UUID.randomUUID().toString()));
  }

  private String removalPage() {
    return officer
        .get(
            "/posts/%s/pictures/%s/removal"
                .formatted(CommentAddress.of("practice", POST.id()), KEY))
        .asString();
  }

  @Test
  void aPackageThatWasNotSentGoesWithItAndSaysSo() throws IOException {
    sign();
    assertThat(state()).isEqualTo("ready");
    closed();
    assertThat(removalPage())
        .contains("are removed with it: R-")
        .doesNotContain("were sent have it, and stay");

    remove();

    assertThat(state()).isEqualTo("outdated");
    assertThat(files()).isEmpty();
    assertThat(texts("select number::text from records_answer_part")).isEmpty();
    assertThat(officer.get(path + "/answer").asString())
        .contains(
            "A picture that stood in it was removed for good, so this package was removed, too.")
        .doesNotContain(" download>");
    assertThat(officer.get(path).asString())
        .contains("Removed a picture for good, and the package that was not sent with it");
    assertThat(texts("select detail from audit where act = 'picture-removed'"))
        .singleElement()
        .asString()
        .contains("; and the package R-");
  }

  @Test
  void aPackageThatIsBeingMadeEndsAndIsNotSigned() throws IOException {
    assertThat(state()).isEqualTo("signing");
    closed();

    remove();
    sign();

    assertThat(state()).isEqualTo("outdated");
    assertThat(files()).isEmpty();
    assertThat(texts("select file from records_answer_piece")).isEmpty();
  }

  @Test
  void anAnswerThatWasSentStaysAsItWasAndSaysSo() throws IOException {
    sign();
    sent();
    closed();
    String before = one("select sha256 from records_answer");
    assertThat(removalPage()).contains("were sent have it, and stay as they were sent: R-");

    remove();

    assertThat(state()).isEqualTo("ready");
    assertThat(one("select sha256 from records_answer")).isEqualTo(before);
    assertThat(files()).containsKey("pictures/1-1.png");
    assertThat(officer.get(path + "/answer").asString())
        .contains("A picture that stands in it was removed from the archive later.");
    assertThat(texts("select detail from audit where act = 'picture-removed'"))
        .singleElement()
        .asString()
        .contains("; stays in the answer R-");
  }

  @Test
  void anAnswerInWhichNobodyOpenedThePictureIsNotTouched() {
    sign();
    database.write(h -> h.execute("update records_request_item set opened = '{}'"));
    closed();

    remove();

    assertThat(state()).isEqualTo("ready");
    assertThat(one("select picture_removed::text from records_answer")).isEqualTo("false");
  }
}
