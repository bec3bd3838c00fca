package hallmonitor.moderation.pipeline.pictures;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.http.FetchOutcome;
import hallmonitor.messaging.http.FetchOutcome.Body;
import hallmonitor.messaging.http.FetchOutcome.Cause;
import hallmonitor.messaging.http.FetchOutcome.Nothing;
import hallmonitor.messaging.http.FetchOutcome.Video;
import hallmonitor.messaging.picture.video.FrameTaker;
import hallmonitor.messaging.picture.words.PictureWords;
import hallmonitor.messaging.picture.words.WordReader;
import hallmonitor.moderation.pipeline.ContextSettings;
import hallmonitor.moderation.pipeline.SecondLook;
import hallmonitor.moderation.pipeline.SeenComment;
import hallmonitor.moderation.pipeline.Stage;
import hallmonitor.moderation.pipeline.opinion.ThirdOpinion;
import hallmonitor.moderation.store.archive.FetchKind;
import hallmonitor.moderation.store.archive.HourlyLimit;
import hallmonitor.settings.yaml.FileProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The pipeline with a site that has pictures, and a reader that knows what they say: the bytes of a
 * picture after its first ones.
 */
final class PictureStage implements AutoCloseable, WordReader, PictureSite {
  private static final byte[] GIF = {'G', 'I', 'F', '8'};
  static final ReadingSettings SETTINGS =
      new ReadingSettings(true, new HourlyLimit(100, 1 << 20), 1 << 20, 1 << 10, false);

  static final VideoSettings VIDEOS = new VideoSettings(new HourlyLimit(100, 1 << 24), 1 << 22);

  final Stage stage = new Stage();
  final List<String> fetched = Collections.synchronizedList(new ArrayList<>());
  boolean installed = true;
  boolean undecided;
  boolean fails;
  boolean moving;
  private final Map<String, FetchOutcome> site = new HashMap<>();
  private final Map<String, byte[]> videos = new HashMap<>();
  private PictureSite presentSite = this;
  private final Path folder = emptyFolder();
  private final KnownPictureLists known = KnownPictureLists.read(stage.database.jdbi(), folder);
  private final SecondLook secondLook =
      stage.secondLook(stage.rules(), ContextSettings.DEFAULT, ThirdOpinion.NONE);
  private FrameTaker taker = FilmProjector.missing();
  private VideoSettings videoSettings = VIDEOS;
  private PictureReading reading = reading(this, this, SETTINGS);

  private PictureReading reading(WordReader by, PictureSite from, ReadingSettings settings) {
    return new PictureReading(
        stage.database.jdbi(),
        new PictureLook(by, known),
        taker,
        from,
        settings,
        videoSettings,
        () -> {});
  }

  private static Path emptyFolder() {
    try {
      return Files.createTempDirectory("known-pictures");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the district's file of known pictures. */
  void looksFor(String file) throws IOException {
    Files.writeString(folder.resolve(KnownPicturesFile.NAME), file);
  }

  /** Returns mistakes in that file. */
  List<FileProblem> mistakes() {
    return known.problems();
  }

  void set(ReadingSettings settings) {
    reading = reading(this, presentSite, settings);
  }

  void set(VideoSettings ofVideos) {
    videoSettings = ofVideos;
    set(SETTINGS);
  }

  /** Fetches from another site. */
  void from(PictureSite other) {
    reading = reading(this, other, SETTINGS);
    presentSite = other;
  }

  /** Reads by another reader. */
  void by(WordReader other) {
    reading = reading(other, presentSite, SETTINGS);
  }

  /** Takes frames of videos. */
  void by(FrameTaker other) {
    taker = other;
    reading = reading(this, presentSite, SETTINGS);
  }

  /** Takes frames of videos and reads words by real programs. */
  void by(FrameTaker frames, WordReader words) {
    taker = frames;
    by(words);
  }

  PictureReading reading() {
    return reading;
  }

  /** Returns the bytes of a picture with this text. */
  static byte[] picture(String text) {
    byte[] words = text.getBytes(StandardCharsets.UTF_8);
    byte[] picture = new byte[GIF.length + words.length];
    System.arraycopy(GIF, 0, picture, 0, GIF.length);
    System.arraycopy(words, 0, picture, GIF.length, words.length);
    return picture;
  }

  /** Puts a picture with this text on the site. */
  void has(String url, String text) {
    site.put(url, new Body(picture(text), "image/gif", List.of(url), "198.51.100.7"));
  }

  void hasBytes(String url, byte[] content) {
    site.put(url, new Body(content, "image/gif", List.of(url), "198.51.100.7"));
  }

  /** Puts a video on the site. */
  void hasVideo(String url, byte[] film) {
    videos.put(url, film);
  }

  void hasNo(String url, Cause cause, boolean again) {
    videos.remove(url);
    site.put(url, new Nothing(cause, "It is not there.", again));
  }

  /** Lets its address lead to no server. */
  void asksNobody(String url, Cause cause, boolean again) {
    site.put(url, new Nothing(cause, "Nobody is there.", again, 0, false));
  }

  /** Lets the site send some bytes, and then nothing more. */
  void breaksOff(String url, long bytes) {
    site.put(url, new Nothing(Cause.TOO_SLOW, "It took too long.", true, bytes));
  }

  /** Reads a comment with these pictures. */
  void read(SeenComment comment, String... urls) throws Exception {
    CommentSeen event = with(comment.event(), List.of(urls));
    stage.pipeline.handle(
        List.of(
            new ConsumerRecord<>(
                Topic.COMMENTS.topicName(),
                0,
                0,
                event.key().getBytes(StandardCharsets.UTF_8),
                EventJson.write(event))));
  }

  private static CommentSeen with(CommentSeen seen, List<String> urls) {
    return new CommentSeen(
        seen.comment(),
        seen.revision(),
        seen.kind(),
        seen.post(),
        seen.parent(),
        seen.author(),
        seen.text(),
        seen.visibility(),
        urls,
        seen.permalink(),
        seen.claimedAt(),
        seen.observedAt(),
        seen.lane(),
        seen.raw(),
        seen.names());
  }

  /** Reads all pictures and videos that are due, and judges what they say. */
  void readPictures() throws Exception {
    reading.handOver();
    while (reading.readNext() || reading.readNextVideo()) {}
    lookAgain();
  }

  void lookAgain() throws Exception {
    stage.lookAgain(secondLook);
  }

  /** Lets all that waits be due. */
  void later() {
    stage
        .database
        .jdbi()
        .useHandle(h -> h.execute("update picture_reading set due_at = clock_timestamp()"));
  }

  /** Returns state and reason of all pictures, in their order. */
  List<String> states() {
    return stage
        .database
        .rows("select state || ' ' || why as state from picture_reading order by id")
        .stream()
        .map(row -> row.get("state").toString().strip())
        .toList();
  }

  List<String> history() {
    return stage.database.rows("select kind from case_event order by id").stream()
        .map(row -> row.get("kind").toString())
        .toList();
  }

  /** Returns the verdict on the newest text of a comment. */
  String outcome(String comment) {
    return stage.database.one(
        "select outcome from revision where comment_id = '%s' order by observed_at desc limit 1"
            .formatted(comment),
        String.class);
  }

  String outcome() {
    return stage.database.one(
        "select outcome from revision order by observed_at desc limit 1", String.class);
  }

  @Override
  public boolean isReady() {
    return installed;
  }

  @Override
  public boolean isUndecided() {
    return undecided;
  }

  @Override
  public PictureWords read(byte[] picture) throws IOException {
    if (fails) {
      throw new IOException("it ended with status 1");
    }
    if (picture.length < GIF.length || picture[0] != 'G') {
      return new PictureWords(false, "", false, false);
    }
    String words =
        new String(picture, GIF.length, picture.length - GIF.length, StandardCharsets.UTF_8);
    return new PictureWords(true, words, moving, false);
  }

  @Override
  public FetchOutcome fetch(String account, String url, FetchKind kind) {
    byte[] film = videos.get(url);
    if (film != null && kind != FetchKind.VIDEO) {
      return new Nothing(Cause.VIDEO, "It is a video.", true, 12);
    }
    fetched.add(url);
    if (film != null) {
      return new Video(FilmProjector.file(film));
    }
    return site.getOrDefault(url, new Nothing(Cause.GONE, "Not there.", false));
  }

  /** Returns settings that send what cannot be read to a person. */
  static ReadingSettings unreadForPeople() {
    return new ReadingSettings(true, SETTINGS.hourly(), SETTINGS.total(), SETTINGS.largest(), true);
  }

  Set<String> kept() {
    Set<String> kept = new TreeSet<>();
    stage
        .database
        .rows("select comment_id from comment_picture")
        .forEach(row -> kept.add(row.get("comment_id").toString()));
    return kept;
  }

  @Override
  public void close() {
    secondLook.close();
    stage.pipeline.close();
    try {
      Files.deleteIfExists(folder.resolve(KnownPicturesFile.NAME));
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
