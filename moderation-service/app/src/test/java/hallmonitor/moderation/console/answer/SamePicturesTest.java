package hallmonitor.moderation.console.answer;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.redaction.Redaction;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.pictures.PictureHost;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.moderation.store.archive.CommentFrames;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

/**
 * A picture that is left out in one place is known in another by its bytes, also if nothing ever
 * read it.
 */
@ConsoleTest
@TestProfile(FullDistrict.class)
class SamePicturesTest extends PicturedAnswers {
  private static final String AGAIN = "No bus today";
  private static final String COPY = "https://other.example/copy.jpg";

  /** Finds the two comments, opens both, and releases what is not decided. */
  private void made() {
    releaseTheRest();
    make();
  }

  private void foundOnlyInTheCopy() {
    assertThat(state()).isEqualTo("leaking");
    assertThat(leaks()).containsExactly(item(LATE) + " in pictures/" + number(AGAIN) + "-1");
  }

  @Test
  void theBytesOfAWithheldOneDoNotGoOutWithAnotherComment() {
    comment("72", AGAIN, COPY);
    kept("72", COPY, PHOTO);
    asked("bus");
    opened(AGAIN, COPY, "/file");
    decide(item(LATE), "withhold", "exemption", "ferpa");
    made();

    foundOnlyInTheCopy();
  }

  @Test
  void picturesThatWereKeptBeforeTheyHadAHashAreComparedToo() {
    comment("72", AGAIN, COPY);
    kept("72", COPY, PHOTO);
    database.write(h -> h.execute("update comment_picture set content_key = ''"));
    asked("bus");
    opened(AGAIN, COPY, "/file");
    decide(item(LATE), "withhold", "exemption", "ferpa");
    made();

    foundOnlyInTheCopy();
  }

  @Test
  void theAddressOfAWithheldOneThatThisServerNeverHadIsTheSamePicture() {
    comment("72", AGAIN, URL);
    kept("72", URL, PHOTO);
    database.write(h -> h.execute("delete from comment_picture where comment_id = '71'"));
    asked("bus");
    opened(AGAIN, URL, "/file");
    decide(item(LATE), "withhold", "exemption", "ferpa");
    made();

    // The address stands in the record of the other, and the picture goes out with it.
    String copy = number(AGAIN) + "";
    assertThat(leaks())
        .containsExactly(
            item(LATE) + " in item " + copy, item(LATE) + " in pictures/" + copy + "-1");
  }

  @Test
  void theBytesOfACoveredOneGoOutOnlyWithTheSamePartsCovered() {
    comment("72", AGAIN, COPY);
    kept("72", COPY, PHOTO);
    asked("bus");
    opened(LATE, URL, "/file");
    opened(AGAIN, COPY, "/file");
    covered(LATE, URL);
    made();
    foundOnlyInTheCopy();

    covered(AGAIN, COPY);
    make();
    assertThat(leaks()).isEmpty();
    assertThat(state()).isEqualTo("signing");
  }

  @Test
  void theBytesThatWereReadOfOneAreThoseThatAreKeptOfAnother() {
    comment("72", AGAIN, COPY);
    kept("72", COPY, PHOTO);
    database.write(h -> h.execute("delete from comment_picture where comment_id = '71'"));
    read("71", URL, "");
    asked("bus");
    redact(item(LATE), Redaction.ofAttachment(URL, FERPA));
    decide(item(LATE), "redact");
    made();

    foundOnlyInTheCopy();
  }

  @Test
  void theBytesOfAWithheldPictureDoNotGoOutWithAPostNorTheOtherWayRound() {
    post("news", "The new bus", COPY, PHOTO);
    asked("bus");
    long post =
        Long.parseLong(one("select item_no::text from records_request_item where kind = 'post'"));
    opened(post, COPY, "/file");
    decide(item(LATE), "withhold", "exemption", "ferpa");
    made();
    assertThat(leaks())
        .containsExactly(
            item(LATE)
                + " in pictures/"
                + one("select number::text from records_request_item where kind = 'post'")
                + "-1");

    opened(LATE, URL, "/file");
    decide(item(LATE), "release");
    decide(post, "withhold", "exemption", "ferpa");
    make();
    assertThat(leaks()).containsExactly(post + " in pictures/" + number(LATE) + "-1");
  }

  @Test
  void aFrameOfAWithheldVideoIsKnownInAnotherVideo() {
    String film = "https://pictures.example/film.mp4";
    String other = "https://other.example/show.mp4";
    byte[] frame = PictureHost.picture("jpeg", 40, 30);
    comment("72", AGAIN, other);
    shows("71", film);
    database.write(
        h -> {
          CommentFrames.keep(h, COMMENT, film, 12, frame);
          CommentFrames.keep(h, new CommentKey("practice", "72"), other, 3, frame);
          return frame;
        });
    asked("bus");
    opened(AGAIN, other, "/frames/3");
    decide(item(LATE), "withhold", "exemption", "ferpa");
    made();

    foundOnlyInTheCopy();
  }

  @Test
  void otherBytesAreAnotherPicture() {
    comment("72", AGAIN, COPY);
    kept("72", COPY, PictureHost.picture("jpeg", 200, 100));
    asked("bus");
    opened(AGAIN, COPY, "/file");
    decide(item(LATE), "withhold", "exemption", "ferpa");
    made();

    assertThat(state()).isEqualTo("signing");
  }

  @Test
  void aKeptPictureHasItsHashAlsoWhenItsBytesBecomeOthersOrGo() {
    post("news", "The new bus", COPY, PHOTO);
    String hashes =
        """
        select content_key from comment_picture where content_key = encode(sha256(content), 'hex')
        union all
        select content_key from post_picture where content_key = coalesce(encode(sha256(content), 'hex'), '')
        """;
    assertThat(texts(hashes)).hasSize(2).doesNotContain("");

    database.write(
        h -> h.execute("update comment_picture set content = ?", PictureHost.picture("png", 9, 9)));
    database.write(
        h ->
            h.execute("update post_picture set state = 'missing', content = null, kept_at = null"));

    assertThat(texts(hashes)).hasSize(2).contains("").doesNotHaveDuplicates();
  }
}
