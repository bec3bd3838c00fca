package hallmonitor.moderation.console.answer;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.redaction.PictureArea;
import hallmonitor.moderation.casework.redaction.Redaction;
import hallmonitor.moderation.console.pictures.CameraPhoto;
import hallmonitor.moderation.console.pictures.PictureHost;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.store.archive.CommentPictures;
import hallmonitor.moderation.store.archive.PostPictures;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** A request with a comment that shows a photo, and others beside it. */
abstract class PicturedAnswers extends AnswersAtWork {
  static final String LATE = "The bus was late";
  static final String URL = "https://pictures.example/photo.jpg";
  static final CommentKey COMMENT = new CommentKey("practice", "71");
  static final byte[] SMALL = PictureHost.picture("jpeg", 16, 12);
  static final byte[] PHOTO =
      new CameraPhoto(PictureHost.picture("jpeg", 200, 100), SMALL, 1).file();

  @BeforeEach
  void aCommentWithAPicture() {
    deciding.allowed("71", "Dana Reyes", LATE, Duration.ofMinutes(9));
    shows("71", URL);
    kept("71", URL, PHOTO);
  }

  /** Adds a comment that shows a picture. */
  void comment(String id, String text, String url) {
    deciding.allowed(id, "Kai Lund", text, Duration.ofMinutes(8));
    shows(id, url);
  }

  /** Adds a post that shows a picture, which is kept. */
  void post(String id, String text, String url, byte[] content) {
    database.write(
        h -> {
          h.execute(
              """
              insert into post_version (account, post_id, observed_at, version, title, body, pictures, listed)
              values ('practice', ?, now(), '1', 'Zebra crossings', ?, array[?], true)
              """,
              id,
              text,
              url);
          PostPictures.keep(h, new CommentKey("practice", id), url, content);
          return id;
        });
  }

  void shows(String comment, String... urls) {
    database.write(
        h -> h.execute("update revision set attachments = ? where comment_id = ?", urls, comment));
  }

  void kept(String comment, String url, byte[] content) {
    database.write(
        h -> {
          CommentPictures.keep(h, new CommentKey("practice", comment), url, content);
          return content;
        });
  }

  void read(String comment, String url, String words) {
    database.write(
        h ->
            h.execute(
                """
                insert into picture_reading (account, comment_id, url_key, url, host, revision, seen, from_history,
                  state, words, content_key, since, due_at, done_at)
                values ('practice', ?, ?, ?, 'pictures.example', '1', '{}', false, 'read', ?, ?, now(), now(), now())
                """,
                comment,
                CommentPictures.key(url),
                url,
                words,
                CommentPictures.contentKey(PHOTO)));
  }

  /** Looks at a picture or a frame on the page of its item. */
  void opened(String text, String url, String file) {
    opened(item(text), url, file);
  }

  void opened(long item, String url, String file) {
    String picture = path + "/items/" + item + "/pictures/" + CommentPictures.key(url);
    assertThat(officer.picture(picture + file).statusCode()).isEqualTo(200);
  }

  /** Covers the left half of the photo. */
  void covered(String text, String url) {
    redact(
        item(text),
        Redaction.ofArea(
            url, CommentPictures.contentKey(PHOTO), new PictureArea(0, 0, 500, 1000), FERPA));
    decide(item(text), "redact");
  }

  List<String> pictures() throws IOException {
    return files().keySet().stream().filter(name -> name.startsWith("pictures/")).toList();
  }

  /** Says that what is left out of the item with this text may stand in a place. */
  ConsoleResponse pass(String text, String place) {
    return officer.post(
        path + "/answer/passes",
        Map.of("item", "" + item(text), "place", place, "note", "A street."));
  }

  void allowed(String text, String place) {
    assertThat(pass(text, place).statusCode()).isEqualTo(303);
  }

  /** Returns what was found in the package: the key of the item, and where. */
  List<String> leaks() {
    return texts("select item_no || ' in ' || place from records_answer_leak order by 1");
  }
}
