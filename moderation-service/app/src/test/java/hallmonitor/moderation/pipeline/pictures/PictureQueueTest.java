package hallmonitor.moderation.pipeline.pictures;

import static hallmonitor.moderation.pipeline.SeenComment.NOON;
import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.EscalationEvent.PictureKept;
import hallmonitor.messaging.http.FetchOutcome.Cause;
import hallmonitor.moderation.store.archive.ClaimedPicture;
import hallmonitor.moderation.store.archive.FetchKind;
import hallmonitor.moderation.store.archive.HourlyLimit;
import hallmonitor.moderation.store.archive.PictureGap;
import hallmonitor.moderation.store.archive.PictureQueue;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pictures wait, are tried, and are told of if they cannot be read. */
class PictureQueueTest {
  private static final String MEME = "https://pictures.example/meme.gif";
  private static final String SAME_HOST = "https://pictures.example/second.gif";
  private static final String OTHER = "https://elsewhere.example/other.gif";
  private static final int LARGEST = 1 << 10;

  private final PictureStage pictures = new PictureStage();

  @AfterEach
  void close() {
    pictures.close();
  }

  private int tries() {
    return pictures.stage.database.one("select max(tries) from picture_reading", Integer.class);
  }

  @Test
  void aCommentWithoutAPictureIsNotInTheQueue() throws Exception {
    pictures.read(aComment("17"));

    assertThat(pictures.stage.database.count("picture_reading")).isZero();
    assertThat(pictures.reading().readNext()).isFalse();
  }

  @Test
  void whatASiteNoLongerHasIsNotTriedAgain() throws Exception {
    pictures.hasNo(MEME, Cause.GONE, false);
    pictures.read(aComment("17"), MEME);

    pictures.readPictures();

    assertThat(pictures.states()).containsExactly("unread gone");
    assertThat(pictures.outcome()).as("the district did not ask for a review").isEqualTo("allow");
  }

  @Test
  void aSiteThatDoesNotAnswerIsAskedAgainAndAtLastGivenUp() throws Exception {
    pictures.hasNo(MEME, Cause.SERVER, true);
    pictures.read(aComment("17"), MEME);

    pictures.readPictures();
    assertThat(pictures.states()).containsExactly("waiting server");
    assertThat(pictures.reading().readNext()).as("before its time").isFalse();
    for (int i = 0; i < ReadingEnd.WAITS.size(); i++) {
      pictures.later();
      pictures.readPictures();
    }

    assertThat(pictures.states()).containsExactly("unread server");
    assertThat(pictures.fetched).hasSize(ReadingEnd.WAITS.size() + 1);
  }

  @Test
  void aPictureThatComesLateIsReadAfterAll() throws Exception {
    pictures.hasNo(MEME, Cause.TOO_SLOW, true);
    pictures.read(aComment("17").saying("See you"), MEME);
    pictures.readPictures();

    pictures.has(MEME, "I will shoot them all");
    pictures.later();
    pictures.readPictures();

    assertThat(pictures.outcome()).isEqualTo("escalate");
  }

  @Test
  void aTryCountsBeforeItIsMadeSoThatAPictureThatEndsTheProcessIsGivenUp() throws Exception {
    pictures.has(MEME, "Spring Book Fair");
    pictures.read(aComment("17"), MEME);
    for (int i = 0; i <= ReadingEnd.WAITS.size(); i++) {
      claimAndDie();
    }

    pictures.readPictures();

    assertThat(tries()).isEqualTo(ReadingEnd.WAITS.size() + 2);
    assertThat(pictures.states()).containsExactly("unread failed");
    assertThat(pictures.fetched).isEmpty();
  }

  private void claimAndDie() {
    pictures
        .stage
        .database
        .jdbi()
        .useTransaction(
            t -> {
              assertThat(
                      new PictureQueue(t)
                          .claim(
                              Duration.ofMinutes(3),
                              FetchKind.PICTURE,
                              PictureStage.SETTINGS.hourly()))
                  .isPresent();
              t.execute(
                  "update picture_reading set claimed_until = clock_timestamp() - interval '1 s'");
            });
  }

  @Test
  void aReaderThatFailsIsTriedAgain() throws Exception {
    pictures.has(MEME, "Spring Book Fair");
    pictures.fails = true;
    pictures.read(aComment("17"), MEME);
    pictures.readPictures();
    assertThat(pictures.states()).containsExactly("waiting failed");

    pictures.fails = false;
    pictures.later();
    pictures.readPictures();

    assertThat(pictures.states()).containsExactly("read");
    assertThat(pictures.fetched).as("the archive has it").containsExactly(MEME);
  }

  @Test
  void whatIsNoPictureIsToldAndNotKept() throws Exception {
    pictures.hasBytes(MEME, "<svg><script>alert(1)</script></svg>".getBytes());
    pictures.read(aComment("17"), MEME);

    pictures.readPictures();

    assertThat(pictures.states()).containsExactly("unread no-picture");
    assertThat(pictures.kept()).isEmpty();
  }

  @Test
  void aDistrictMayWantAPersonToLookAtWhatIsNotRead() throws Exception {
    pictures.set(PictureStage.unreadForPeople());
    pictures.hasNo(MEME, Cause.GONE, false);
    pictures.read(aComment("17"), MEME);

    pictures.readPictures();

    assertThat(pictures.outcome()).isEqualTo("review");
    assertThat(pictures.stage.database.one("select findings::text from revision", String.class))
        .contains(
            "A picture of the comment could not be read, or not all of it, so a person must look");
    assertThat(pictures.stage.escalations()).isEmpty();
  }

  @Test
  void withoutTheProgramPicturesAreMarkedAndReadWhenItIsInstalled() throws Exception {
    pictures.has(MEME, "I will shoot them all");
    pictures.installed = false;
    pictures.read(aComment("17").saying("See you"), MEME);
    pictures.readPictures();
    assertThat(pictures.states()).containsExactly("unread no-reader");
    assertThat(pictures.fetched).isEmpty();

    pictures.installed = true;
    pictures.reading().readAtLast(PictureGap.NO_READER);
    pictures.readPictures();

    assertThat(pictures.outcome()).isEqualTo("escalate");
  }

  @Test
  void evidencesPictureIsReadAndNotFetched() throws Exception {
    pictures.has(MEME, "something else by now");
    pictures.hasNo(OTHER, Cause.GONE, false);
    pictures.read(aComment("17").saying("He beats me"), OTHER);
    pictures.readPictures();
    assertThat(pictures.states()).containsExactly("unread gone");
    UUID caseId = pictures.stage.escalations().get(0).caseId();
    UUID escalation = pictures.stage.escalations().get(0).escalationId();

    pictures.stage.hear(
        PictureKept.of(
            escalation, caseId, OTHER, PictureStage.picture("I will shoot them all"), NOON));
    pictures.readPictures();

    assertThat(pictures.fetched).containsExactly(OTHER);
    assertThat(pictures.states()).containsExactly("read");
    assertThat(pictures.history()).contains("picture-look");
  }

  @Test
  void aServerThatIsSetUpNotToFetchSaysSo() throws Exception {
    pictures.set(
        new ReadingSettings(false, PictureStage.SETTINGS.hourly(), 1 << 20, 1 << 10, false));
    pictures.read(aComment("17"), MEME);

    pictures.readPictures();

    assertThat(pictures.states()).containsExactly("unread not-fetched");
    assertThat(pictures.fetched).isEmpty();
  }

  @Test
  void moreThanAnHoursShareWaits() throws Exception {
    pictures.set(new ReadingSettings(true, new HourlyLimit(1, 1 << 20), 1 << 20, 1 << 10, false));
    pictures.has(MEME, "one");
    pictures.has(OTHER, "two");
    pictures.read(aComment("17"), MEME, OTHER);

    pictures.readPictures();

    assertThat(pictures.states()).containsExactly("read", "waiting");
    pictures.set(new ReadingSettings(true, new HourlyLimit(9, 3), 1 << 20, 1 << 10, false));
    pictures.readPictures();
    assertThat(pictures.states()).as("as few bytes").containsExactly("read", "waiting");
    pictures.set(PictureStage.SETTINGS);
    pictures.readPictures();
    assertThat(pictures.states()).containsExactly("read", "read");
  }

  @Test
  void whileAHostIsAskedAnotherOneIsNotHeldUp() throws Exception {
    pictures.read(aComment("17"), MEME, SAME_HOST, OTHER);

    assertThat(claimed()).isEqualTo(MEME);
    assertThat(claimed()).isEqualTo(OTHER);
    assertThat(claimed()).as("its host is being asked").isEmpty();
  }

  private String claimed() {
    return pictures
        .stage
        .database
        .jdbi()
        .inTransaction(
            t ->
                new PictureQueue(t)
                    .claim(Duration.ofMinutes(3), FetchKind.PICTURE, PictureStage.SETTINGS.hourly())
                    .map(ClaimedPicture::url)
                    .orElse(""));
  }

  @Test
  void newCommentsGoBeforeAHistory() throws Exception {
    pictures.read(aComment("17").fromHistory(NOON.minusSeconds(60)), MEME);
    pictures.read(aComment("18"), OTHER);

    assertThat(claimed()).isEqualTo(OTHER);
  }

  @Test
  void ofManyPicturesFourAreReadAndTheRestIsTold() throws Exception {
    String[] urls = new String[9];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = "https://pictures.example/" + i + ".gif";
      pictures.has(urls[i], "Book Fair");
    }
    pictures.read(aComment("17"), urls);

    pictures.readPictures();

    assertThat(pictures.states())
        .containsExactly("read", "read", "read", "read", "unread too-many");
  }

  @Test
  void onlyPicturesOfCommentsWithACaseStayInTheArchive() throws Exception {
    pictures.has(MEME, "Spring Book Fair");
    pictures.has(OTHER, "I will shoot them all");
    pictures.has(SAME_HOST, "");
    pictures.read(aComment("17"), MEME);
    pictures.read(aComment("18"), OTHER);
    pictures.read(aComment("19"), SAME_HOST);

    pictures.readPictures();

    assertThat(pictures.states()).containsExactly("read", "read", "read");
    assertThat(pictures.kept()).containsExactly("18");
  }

  @Test
  void aFetchThatBringsNothingCountsForTheHour() throws Exception {
    pictures.set(new ReadingSettings(true, new HourlyLimit(1, 1 << 20), 1 << 20, 1 << 10, false));
    pictures.hasNo(MEME, Cause.TOO_LARGE, false);
    pictures.has(OTHER, "two");
    pictures.read(aComment("17"), MEME, OTHER);

    pictures.readPictures();

    assertThat(pictures.states()).containsExactly("unread too-large", "waiting");
  }

  @Test
  void aFloodOfPicturesThatWaitForPeopleStopsNoReading() throws Exception {
    pictures.set(
        new ReadingSettings(true, PictureStage.SETTINGS.hourly(), 4 * LARGEST, LARGEST, true));
    pictures.moving = true;
    for (int i = 0; i < 5; i++) {
      String url = "https://flood.example/" + i + ".gif";
      pictures.has(url, i + "x".repeat(LARGEST - 5));
      pictures.read(aComment("flood" + i), url);
    }
    pictures.readPictures();
    assertThat(pictures.kept()).as("half of the room").containsExactly("flood0", "flood1");
    assertThat(withoutRoom()).containsExactly("flood2", "flood3", "flood4");

    pictures.has(MEME, "I will shoot them all");
    pictures.read(aComment("17").saying("See you"), MEME);
    pictures.readPictures();

    assertThat(pictures.outcome("17")).isEqualTo("escalate");
    assertThat(pictures.states()).hasSize(6).containsOnly("read moving");
    assertThat(withoutRoom()).contains("17");
  }

  @Test
  void whatWaitsForNobodyMakesRoomAgain() throws Exception {
    pictures.set(
        new ReadingSettings(true, PictureStage.SETTINGS.hourly(), 2 * LARGEST, LARGEST, false));
    pictures.has(MEME, "Spring Book Fair");
    pictures.read(aComment("17"), MEME);
    pictures.readPictures();
    pictures.has(OTHER, "I will shoot them all");
    pictures.read(aComment("18"), OTHER);
    pictures.readPictures();

    assertThat(pictures.kept()).containsExactly("18");
    assertThat(withoutRoom()).isEmpty();
  }

  @Test
  void anArchiveWithoutRoomReadsAndKeepsNothing() throws Exception {
    pictures.set(new ReadingSettings(true, PictureStage.SETTINGS.hourly(), 20, 30, false));
    pictures.has(MEME, "I will shoot them all");
    pictures.read(aComment("17").saying("See you"), MEME);

    pictures.readPictures();

    assertThat(pictures.states()).containsExactly("read");
    assertThat(pictures.outcome()).isEqualTo("escalate");
    assertThat(pictures.kept()).isEmpty();
    assertThat(withoutRoom()).containsExactly("17");
  }

  private List<String> withoutRoom() {
    return pictures
        .stage
        .database
        .rows("select comment_id from picture_reading where no_room order by id")
        .stream()
        .map(row -> row.get("comment_id").toString())
        .toList();
  }

  @Test
  void firstTriesGoBeforeFurtherOnes() throws Exception {
    pictures.read(aComment("17"), MEME);
    pictures
        .stage
        .database
        .jdbi()
        .useHandle(h -> h.execute("update picture_reading set tries = 1"));
    pictures.read(aComment("18"), OTHER);

    assertThat(claimed()).isEqualTo(OTHER);
    assertThat(claimed()).isEqualTo(MEME);
  }

  @Test
  void sitesThatDoNotAnswerLeaveMostOfTheHourToOthers() throws Exception {
    pictures.set(new ReadingSettings(true, new HourlyLimit(12, 1 << 20), 1 << 20, 1 << 10, false));
    for (int i = 0; i < 6; i++) {
      String url = "https://dead" + i + ".example/a.gif";
      pictures.hasNo(url, Cause.SERVER, true);
      pictures.read(aComment("dead" + i), url);
    }
    for (int i = 0; i < 4; i++) {
      pictures.readPictures();
      pictures.later();
    }
    assertThat(pictures.fetched).as("six first tries, and a quarter of the hour").hasSize(6 + 3);

    pictures.has(MEME, "I will shoot them all");
    pictures.read(aComment("17").saying("See you"), MEME);
    pictures.readPictures();

    assertThat(pictures.outcome("17")).isEqualTo("escalate");
  }

  @Test
  void whatAsksNoServerDoesNotCountForTheHour() throws Exception {
    pictures.set(new ReadingSettings(true, new HourlyLimit(1, 1 << 20), 1 << 20, 1 << 10, false));
    for (int i = 0; i < 5; i++) {
      String url = "https://unknown" + i + ".example/a.gif";
      pictures.asksNobody(url, Cause.HOST, i > 0);
      pictures.read(aComment("unknown" + i), url);
    }
    pictures.has(MEME, "I will shoot them all");
    pictures.read(aComment("17").saying("See you"), MEME);

    pictures.readPictures();

    assertThat(pictures.fetched).hasSize(6);
    assertThat(pictures.states()).contains("unread host", "waiting host", "read");
    assertThat(pictures.outcome("17")).isEqualTo("escalate");
  }
}
