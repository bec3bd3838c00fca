package hallmonitor.moderation.console.answer;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.redaction.Redaction;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.pictures.PictureHost;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.FullDistrict;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a person looked at counts for that picture and those words, and for no later ones. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class LookedPicturesTest extends PicturedAnswers {
  private static final String NAMED = "Ana Ruiz missed the bus";

  /** A name that is redacted in one item was read in the picture of another. */
  private String foundInThePicture() {
    deciding.allowed("72", "Kai Lund", NAMED, Duration.ofMinutes(8));
    read("71", URL, "ANA RUIZ is late");
    asked("bus");
    redact(NAMED, "Ana Ruiz");
    releaseTheRest();
    make();
    String picture = "pictures/" + number(LATE) + "-1";
    assertThat(leaks()).containsExactly(item(NAMED) + " in " + picture);
    return picture;
  }

  private void evidenceCame() {
    database.write(
        h ->
            h.execute(
                "update comment_picture set content = ?", PictureHost.picture("jpeg", 300, 200)));
  }

  private void readAgain(String comment, String words) {
    database.write(
        h ->
            h.execute("update picture_reading set words = ? where comment_id = ?", words, comment));
  }

  /** It goes on as if nothing had been found, and ends. */
  private void nothingIsFound(String why) {
    make();
    assertThat(state()).as(why).isEqualTo("signing");
    sign();
  }

  private void foundAgain(String picture) {
    make();
    assertThat(leaks()).containsExactly(item(NAMED) + " in " + picture);
  }

  @Test
  void whatWasAllowedNoLongerCountsWhenThePictureIsAnotherOne() {
    String picture = foundInThePicture();
    allowed(NAMED, picture);
    nothingIsFound("the same picture");

    evidenceCame();
    foundAgain(picture);
  }

  @Test
  void whatWasAllowedNoLongerCountsWhenOtherWordsAreReadInIt() {
    String picture = foundInThePicture();
    allowed(NAMED, picture);

    readAgain("71", "ANA RUIZ is late again");
    foundAgain(picture);
  }

  @Test
  void whatWasAllowedNoLongerCountsWhenThePictureThatIsLeftOutIsAnotherOne() {
    comment("72", NAMED, URL + "?2");
    kept("72", URL + "?2", PHOTO);
    asked("bus");
    opened(LATE, URL, "/file");
    redact(item(NAMED), Redaction.ofAttachment(URL + "?2", FERPA));
    decide(item(NAMED), "redact");
    releaseTheRest();
    make();
    String picture = "pictures/" + number(LATE) + "-1";
    allowed(NAMED, picture);
    nothingIsFound("it was allowed");

    read("72", URL + "?2", "");
    nothingIsFound("read, as the same bytes without words");

    readAgain("72", "Now it has words that are hidden, too");
    foundAgain(picture);
  }

  @Test
  void wordsOfAPictureThatAreAllowedInATextAreLookedAtAgainWhenItSaysSomethingElse() {
    String said = "The bus is where Ana Ruiz waits each morning";
    comment("72", said, "https://other.example/stop.jpg");
    read("71", URL, "where Ana Ruiz waits each morning");
    asked("bus");
    redact(item(LATE), Redaction.ofAttachment(URL, FERPA));
    decide(item(LATE), "redact");
    releaseTheRest();
    make();
    String place = "item " + number(said);
    assertThat(leaks()).containsExactly(item(LATE) + " in " + place);
    allowed(LATE, place);
    nothingIsFound("it was allowed");

    evidenceCame();
    nothingIsFound("in a text the words count, not the bytes");

    readAgain("71", "Ana Ruiz waits each morning alone");
    nothingIsFound("none of its words stand there now");

    readAgain("71", "is where Ana Ruiz waits each morning");
    make();
    assertThat(leaks()).containsExactly(item(LATE) + " in " + place);
  }

  @Test
  void nobodyAllowsAPictureThatBecameAnotherOneAfterItWasFound() {
    String picture = foundInThePicture();
    evidenceCame();

    ConsoleResponse refused = pass(NAMED, picture);

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.asString()).contains("Something became different");
    assertThat(texts("select place from records_answer_pass")).isEmpty();

    foundAgain(picture);
    allowed(NAMED, picture);
  }

  @Test
  void aPictureThatBecomesAnotherOneBetweenItsDrawingAndTheSearchEndsThePackage() {
    asked("bus");
    opened(LATE, URL, "/file");
    releaseTheRest();
    officer.post(path + "/answer/package", Map.of());
    job.step(AnswerJob.AT_ONCE);
    assertThat(state()).isEqualTo("checking");
    evidenceCame();
    goOn(AnswerJob.AT_ONCE);

    assertThat(state()).isEqualTo("outdated");
    assertThat(texts("select file from records_answer_piece")).isEmpty();
  }

  @Test
  void aPictureThatBecameAnotherOneGoesOutWhenSomeoneOpenedThatOne() throws IOException {
    asked("bus");
    opened(LATE, URL, "/file");
    releaseTheRest();
    evidenceCame();
    make();
    assertThat(pictures()).isEmpty();
    sign();

    opened(LATE, URL, "/file");
    make();
    assertThat(pictures()).containsExactly("pictures/" + number(LATE) + "-1.jpg");
  }
}
