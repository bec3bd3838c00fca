package hallmonitor.moderation.console.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.casework.redaction.Redaction;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.pictures.PictureHost;
import hallmonitor.moderation.console.request.RequestsConfig;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.moderation.store.answer.AnswerWork.FilePiece;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The pictures of one package have a limit, which the page tells before and when it is passed. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class PackageRoomTest extends PicturedAnswers {
  @Inject RequestsConfig config;

  /** Begins a package that has pictures of so many bytes already. */
  private void begun(long bytes) {
    assertThat(officer.post(path + "/answer/package", Map.of()).statusCode()).isEqualTo(303);
    database.write(
        h ->
            h.execute("update records_answer set picture_bytes = ? where state = 'making'", bytes));
  }

  private String answerPage() {
    return page(officer, path + "/answer").replaceAll("\\s+", " ");
  }

  @Test
  void aPackageWithTooManyBytesIsNotMadeAndNothingOfItStays() throws IOException {
    asked("bus");
    opened(LATE, URL, "/file");
    releaseTheRest();
    make();
    long drawn = files().get("pictures/" + number(LATE) + "-1.jpg").length;
    assertThat(one("select picture_bytes::text from records_answer")).isEqualTo("" + drawn);
    sign();

    begun(config.mostPictureBytes() - drawn + 1);
    goOn(AnswerJob.AT_ONCE);

    assertThat(state()).isEqualTo("too-large");
    assertThat(texts("select file from records_answer_piece")).isEmpty();
    assertThat(texts("select number::text from records_answer_part")).isEmpty();
    assertThat(answerPage())
        .contains(
            "its pictures have too many bytes for one package",
            "Enter a request for each part of the answer",
            "HALLMONITOR_REQUESTS_MOST_PICTURE_BYTES",
            "A package has 1024.0 MB of pictures at most");

    begun(config.mostPictureBytes() - drawn);
    goOn(AnswerJob.AT_ONCE);
    assertThat(state()).as("exactly as much as there is room for").isEqualTo("signing");
  }

  @Test
  void thePageSaysBeforeWhichPicturesGoOut() {
    comment("72", "No bus today", "https://other.example/copy.jpg");
    kept("72", "https://other.example/copy.jpg", PictureHost.picture("jpeg", 30, 20));
    asked("bus");
    releaseTheRest();
    assertThat(answerPage())
        .contains(
            "Pictures that go out as files: 0, with",
            "Released pictures and videos without a file: 2.",
            path + "/items/" + item(LATE) + "\">View item " + number(LATE),
            path + "/items/" + item("No bus today") + "\"")
        .doesNotContain("That is too much for one package");

    opened(LATE, URL, "/file");
    opened("No bus today", "https://other.example/copy.jpg", "/file");
    assertThat(answerPage())
        .contains("Pictures that go out as files: 2, with")
        .doesNotContain("without a file");

    database.write(
        h -> h.execute("update comment_picture set content = ?", PictureHost.picture("png", 9, 9)));
    assertThat(answerPage()).contains("Released pictures and videos without a file: 2.");
  }

  @Test
  void whatIsLeftOutCountsForNothing() {
    asked("bus");
    opened(LATE, URL, "/file");
    redact(item(LATE), Redaction.ofAttachment(URL, FERPA));
    decide(item(LATE), "redact");
    releaseTheRest();

    assertThat(answerPage()).doesNotContain("Pictures that go out", "without a file");
  }

  @Test
  void oneMoreThanThereIsRoomForIsNotKept() {
    List<FilePiece> kept = new ArrayList<>();
    AnswerPictureRoom room = new AnswerPictureRoom(10, kept::add);

    room.keep(new FilePiece("a", 0, new byte[6]));
    assertThatThrownBy(() -> room.keep(new FilePiece("b", 0, new byte[5])))
        .isInstanceOf(AnswerPictureRoom.Full.class);
    room.keep(new FilePiece("c", 0, new byte[4]));

    assertThat(kept).extracting(FilePiece::file).containsExactly("a", "c");
    assertThat(room.taken()).isEqualTo(10);
  }
}
