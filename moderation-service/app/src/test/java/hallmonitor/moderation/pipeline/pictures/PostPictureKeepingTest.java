package hallmonitor.moderation.pipeline.pictures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.contract.event.PostSeen;
import hallmonitor.messaging.http.FetchOutcome;
import hallmonitor.messaging.http.FetchOutcome.Body;
import hallmonitor.messaging.http.FetchOutcome.Cause;
import hallmonitor.messaging.http.FetchOutcome.Nothing;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.pipeline.Stage;
import hallmonitor.moderation.store.archive.CommentPictures;
import hallmonitor.moderation.store.archive.HourlyLimit;
import hallmonitor.moderation.store.archive.PostArchive;
import hallmonitor.moderation.store.archive.PostPictures;
import hallmonitor.moderation.store.records.KeptDays;
import hallmonitor.moderation.store.records.PictureRemovals;
import hallmonitor.moderation.store.records.PictureRemovals.PostPicture;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pictures of posts are kept as they are when the post is read. */
class PostPictureKeepingTest {
  private static final String URL = "https://pictures.example/gala.png";
  private static final byte[] GIF = "GIF8 first".getBytes(UTF_8);

  private final Stage stage = new Stage();
  private final Map<String, FetchOutcome> site = new HashMap<>();
  private final List<String> fetched = new ArrayList<>();

  @AfterEach
  void close() {
    stage.pipeline.close();
  }

  private PostPictureKeeping keeping(HourlyLimit hourly, long total) {
    return new PostPictureKeeping(
        stage.database.jdbi(),
        (account, url, kind) -> {
          fetched.add(url);
          return site.getOrDefault(url, new Nothing(Cause.GONE, "Not there.", false));
        },
        new ReadingSettings(true, hourly, total, 1 << 10, false));
  }

  private void keepAll() {
    PostPictureKeeping keeping = keeping(new HourlyLimit(100, 1 << 20), 1 << 20);
    while (keeping.keepNext()) {}
  }

  private void has(String url, byte[] content) {
    site.put(url, new Body(content, "image/gif", List.of(url), "198.51.100.7"));
  }

  private void read(String text, Instant written, String... urls) throws SQLException {
    PostSeen post =
        new PostSeen(
            "wordpress",
            "practice",
            "gala",
            PostSeen.versionOf("Gala", text, List.of(urls)),
            "Gala",
            text,
            List.of(urls),
            Optional.empty(),
            Optional.of(written),
            Instant.now());
    stage
        .database
        .jdbi()
        .useTransaction(t -> new PostArchive(t.getConnection()).addListed(List.of(post)));
  }

  private List<String> states() {
    return stage
        .database
        .rows("select state || ' ' || why as s from post_picture order by url")
        .stream()
        .map(row -> row.get("s").toString().strip())
        .toList();
  }

  private byte[] kept() {
    return stage
        .database
        .jdbi()
        .withHandle(h -> PostPictures.find(h, new CommentKey("practice", "gala"), URL))
        .orElseThrow()
        .content();
  }

  @Test
  void itIsKeptOnceAndStaysWhenItsSiteHasAnotherOne() throws SQLException {
    has(URL, GIF);
    read("Monday", Instant.now(), URL);
    keepAll();
    has(URL, "GIF8 second".getBytes(UTF_8));
    read("Tuesday", Instant.now(), URL);
    keepAll();

    assertThat(kept()).isEqualTo(GIF);
    assertThat(fetched).containsExactly(URL);
  }

  @Test
  void whatIsNoPictureIsNotKept() throws SQLException {
    has(URL, "<svg onload='alert(1)'/>".getBytes(UTF_8));
    site.put("https://pictures.example/h.png", new Nothing(Cause.TOO_LARGE, "Too large.", false));
    read("Monday", Instant.now(), URL, "https://pictures.example/h.png");
    keepAll();

    assertThat(states()).containsExactly("missing no-picture", "missing too-large");
  }

  @Test
  void aSiteThatFailsIsAskedAgainLater() throws SQLException {
    site.put(URL, new Nothing(Cause.SERVER, "It does not answer.", true));
    read("Monday", Instant.now(), URL);
    keepAll();
    List<String> first = states();
    has(URL, GIF);
    stage
        .database
        .jdbi()
        .useHandle(h -> h.execute("update post_picture set due_at = clock_timestamp()"));
    keepAll();

    assertThat(first).containsExactly("waiting server");
    assertThat(states()).containsExactly("kept");
    assertThat(kept()).isEqualTo(GIF);
  }

  @Test
  void anInstanceThatDiedIsReplaced() throws SQLException {
    has(URL, GIF);
    read("Monday", Instant.now(), URL);
    stage
        .database
        .jdbi()
        .useTransaction(
            t -> PostPictures.claim(t, Duration.ofMinutes(5), new HourlyLimit(9, 1 << 20)));
    keepAll();
    List<String> claimed = states();
    stage
        .database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    "update post_picture set claimed_until = clock_timestamp() - interval '1 s'"));
    keepAll();

    assertThat(claimed).containsExactly("waiting");
    assertThat(states()).containsExactly("kept");
  }

  @Test
  void onlySoManyAreFetchedInAnHourAndOnlyTheFirstOnesOfAPost() throws SQLException {
    String[] urls =
        IntStream.range(10, 30)
            .mapToObj(i -> "https://pictures.example/" + i)
            .toArray(String[]::new);
    for (String url : urls) {
      has(url, GIF);
    }
    read("Monday", Instant.now(), urls);
    PostPictureKeeping keeping = keeping(new HourlyLimit(3, 1 << 20), 1 << 20);
    while (keeping.keepNext()) {}

    assertThat(states()).hasSize(PostPictures.MOST_OF_A_POST);
    assertThat(fetched).hasSize(3);
  }

  @Test
  void whatASiteRefusesCountsToo() throws SQLException {
    read("Monday", Instant.now(), URL + "?1", URL + "?2", URL + "?3", URL + "?4");
    PostPictureKeeping keeping = keeping(new HourlyLimit(3, 1 << 20), 1 << 20);
    while (keeping.keepNext()) {}

    assertThat(fetched).hasSize(3);
  }

  @Test
  void eachFurtherTryCounts() throws SQLException {
    site.put(URL, new Nothing(Cause.SERVER, "It does not answer.", true));
    read("Monday", Instant.now(), URL);
    PostPictureKeeping keeping = keeping(new HourlyLimit(2, 1 << 20), 1 << 20);
    for (int i = 0; i < 5; i++) {
      keeping.keepNext();
      due();
    }

    assertThat(fetched).hasSize(2);
  }

  @Test
  void firstTriesGoBeforeFurtherOnesAndHaveMostOfTheHour() throws SQLException {
    site.put(URL, new Nothing(Cause.SERVER, "It does not answer.", true));
    read("Monday", Instant.now(), URL);
    PostPictureKeeping keeping = keeping(new HourlyLimit(4, 1 << 20), 1 << 20);
    keeping.keepNext();
    due();
    has(URL + "?new", GIF);
    read("Tuesday", Instant.now(), URL + "?new");
    keeping.keepNext();
    keeping.keepNext();
    due();

    assertThat(fetched).containsExactly(URL, URL + "?new", URL);
    assertThat(keeping.keepNext()).as("a quarter of the hour is used up").isFalse();
  }

  @Test
  void whatAsksNoServerDoesNotCount() throws SQLException {
    for (String url : List.of(URL, URL + "?1")) {
      site.put(url, new Nothing(Cause.HOST, "Its host is not known.", true, 0, false));
    }
    read("Monday", Instant.now(), URL, URL + "?1");
    PostPictureKeeping keeping = keeping(new HourlyLimit(1, 1 << 20), 1 << 20);
    while (keeping.keepNext()) {}

    assertThat(fetched).containsExactlyInAnyOrder(URL, URL + "?1");
  }

  @Test
  void whatIsTooLargeCountsWithAllThatMayBeFetched() throws SQLException {
    site.put(URL + "?1", new Nothing(Cause.TOO_LARGE, "Too large.", false));
    site.put(URL + "?2", new Nothing(Cause.TOO_LARGE, "Too large.", false));
    read("Monday", Instant.now(), URL + "?1", URL + "?2");
    PostPictureKeeping keeping = keeping(new HourlyLimit(9, 1 << 10), 1 << 20);
    while (keeping.keepNext()) {}

    assertThat(fetched).hasSize(1);
  }

  private void due() {
    stage
        .database
        .jdbi()
        .useHandle(h -> h.execute("update post_picture set due_at = clock_timestamp()"));
  }

  @Test
  void aRemovedPictureIsGoneAndNeverFetchedAgain() throws SQLException {
    has(URL, GIF);
    read("Monday", Instant.now(), URL);
    keepAll();
    remove();
    read("Tuesday", Instant.now(), URL);
    keepAll();
    CommentKey post = new CommentKey("practice", "gala");
    stage.database.jdbi().useTransaction(t -> PostPictures.keep(t, post, URL, GIF));

    assertThat(states()).containsExactly("removed");
    assertThat(fetched).containsExactly(URL);
    assertThat(stage.database.count("post_picture where content is not null")).isZero();
    assertThat(
            stage.database.one(
                "select removed_by || ': ' || removed_because from post_picture", String.class))
        .isEqualTo("novak: A child is in it.");
    assertThatThrownBy(this::remove).isInstanceOf(NotLegal.class);
  }

  @Test
  void aHoldOnTheAccountKeepsThePicture() throws SQLException {
    has(URL, GIF);
    read("Monday", Instant.now(), URL);
    keepAll();
    hold("practice", null);

    assertThatThrownBy(this::remove)
        .isInstanceOf(NotLegal.class)
        .hasMessageContaining("A hold, or a request for records, covers this post");
    assertThat(kept()).isEqualTo(GIF);
  }

  @Test
  void aHoldOnAnotherAccountOrALaterTimeDoesNot() throws SQLException {
    has(URL, GIF);
    read("Monday", Instant.now(), URL);
    keepAll();
    hold("another", null);
    hold("practice", LocalDate.of(2999, 1, 1));

    remove();

    assertThat(states()).containsExactly("removed");
  }

  private void hold(String account, @Nullable LocalDate from) {
    stage
        .database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    """
                    insert into record_hold (hold_id, covers, account, from_day, matter, reason, placed_by)
                    values (?, 'everything', ?, ?, 'A lawsuit', 'Counsel asked.', 'okafor')
                    """,
                    UUID.randomUUID(),
                    account,
                    from));
  }

  private void remove() {
    CommentKey post = new CommentKey("practice", "gala");
    stage
        .database
        .jdbi()
        .useTransaction(
            t ->
                PictureRemovals.remove(
                    t,
                    new PostPicture(post, CommentPictures.key(URL), "/posts/gala"),
                    "A child is in it.",
                    "novak",
                    Optional.empty(),
                    new KeptDays.Calendar("America/Chicago", Map.of("practice", "maple-high"))));
  }

  @Test
  void aPictureThatWasGivenUpIsTriedAgainWithTheNextVersionOfItsPost() throws SQLException {
    read("Monday", Instant.now(), URL);
    keepAll();
    List<String> first = states();
    has(URL, GIF);
    read("Tuesday", Instant.now(), URL);
    keepAll();

    assertThat(first).containsExactly("missing gone");
    assertThat(states()).containsExactly("kept");
  }

  @Test
  void postsNeverTakeTheRoomOfComments() throws SQLException {
    has(URL, GIF);
    read("Monday", Instant.now(), URL);
    keeping(new HourlyLimit(9, 1 << 20), 3 << 10).keepNext();

    assertThat(states())
        .as("room for three, of which posts get none")
        .containsExactly("waiting full");
    assertThat(fetched).isEmpty();
  }

  @Test
  void withoutRoomItWaits() throws SQLException {
    has(URL, GIF);
    read("Monday", Instant.now(), URL);
    keeping(new HourlyLimit(9, 1 << 20), 1 << 9).keepNext();

    assertThat(states()).containsExactly("waiting full");
    assertThat(fetched).isEmpty();
  }

  @Test
  void anOldPostIsNotFetched() throws SQLException {
    read("Monday", Instant.now().minus(Duration.ofDays(30)), URL);
    keepAll();

    assertThat(states()).isEmpty();
    assertThat(fetched).isEmpty();
  }
}
