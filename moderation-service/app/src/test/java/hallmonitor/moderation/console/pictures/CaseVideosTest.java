package hallmonitor.moderation.console.pictures;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.messaging.picture.video.FrameTaker;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.comments.CommentAddress;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.moderation.console.seed.NovakAtWork;
import hallmonitor.moderation.console.seed.StaffSeed;
import hallmonitor.moderation.pipeline.pictures.PostedPhoto;
import hallmonitor.moderation.store.archive.CommentFrames;
import hallmonitor.moderation.store.archive.CommentPictures;
import hallmonitor.testparts.FilmMaker;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Videos of comments: still frames of them, each blurred until someone asks for it. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class CaseVideosTest extends NovakAtWork {
  private static final byte[] FIRST = PictureHost.picture("jpeg", 400, 300);
  private static final byte[] SECOND = PictureHost.picture("jpeg", 200, 100);

  @Inject FrameTaker taker;
  @Inject PictureStore store;
  @TempDir Path folder;
  private final PictureHost host = PictureHost.shared();

  private UUID withVideo(String url) {
    return PictureSeed.aCase(seed, database, StaffSeed.OWN, url);
  }

  private void keep(UUID id, String url, int second, byte[] frame) {
    PictureSeed.keepFrame(database, id, url, second, frame);
  }

  private static String path(UUID id, String url) {
    return "/cases/" + id + "/pictures/" + CommentPictures.key(url);
  }

  private static String plain(ConsoleResponse page) {
    return page.asString().replace("&#39;", "'").replaceAll("\\s+", " ");
  }

  private static ConsoleResponse ask(ConsoleBrowser person, UUID id, String url) {
    return person.postPart(path(id, url), Map.of());
  }

  private List<String> looks(UUID id) {
    return deciding.texts(
        "select actor from audit where act = 'picture-read' and target = '" + id + "'");
  }

  @Test
  void eachFrameIsVeiledWithItsTimeAndSeeingOneIsRecorded() {
    String url = "https://videos.example/clip.mp4";
    UUID id = withVideo(url);
    keep(id, url, 65, SECOND);
    keep(id, url, 3, FIRST);

    assertThat(plain(novak.part(path(id, url))))
        .contains("Picture 1 of 1 is a video. These are still frames of it.", "videos.example")
        .containsSubsequence(
            "data-file=\"" + path(id, url) + "/frames/3\"",
            "Frame of the video at 0:03",
            "data-file=\"" + path(id, url) + "/frames/65\"",
            "alt=\"Video 1, frame at 1:05\"")
        .contains("class=\"picture veiled\"", "data:image/png;base64,")
        .doesNotContain("<html");
    assertThat(looks(id)).isEmpty();

    ConsoleResponse seen = novak.picture(path(id, url) + "/frames/65");
    assertThat(seen.statusCode()).isEqualTo(200);
    assertThat(seen.asByteArray()).isEqualTo(SECOND);
    assertThat(seen.contentType()).isEqualTo("image/jpeg");
    assertThat(seen.http().headers().allValues("Content-Security-Policy"))
        .contains("default-src 'none'; sandbox");
    assertThat(looks(id)).containsExactly("novak");
    novak.picture(path(id, url) + "/frames/3");
    assertThat(
            deciding.texts(
                "select detail from audit where act = 'picture-read' and target = '"
                    + id
                    + "' order by detail"))
        .containsExactly("video 1, frame at 0:03", "video 1, frame at 1:05");
  }

  @Test
  void aFrameIsReadWithoutTheOthers() {
    String url = "https://videos.example/long.mp4";
    CommentKey comment = new CommentKey("practice", UUID.randomUUID().toString());
    UUID id = seed.aCase(comment.id()).saying("See this").there();
    PictureSeed.attach(database, id, url);
    keep(id, url, 65, SECOND);
    keep(id, url, 3, FIRST);

    PictureResult.Frames read =
        (PictureResult.Frames) store.frame(comment, new PictureLink(1, 1, url), 65);

    assertThat(read.frames()).extracting(PictureResult.Frame::second).containsExactly(65);
  }

  @Test
  void whatIsNoFrameOfThisVideoIsNotFound() {
    String url = "https://videos.example/other.mp4";
    UUID id = withVideo(url);
    keep(id, url, 3, FIRST);
    UUID elsewhere = PictureSeed.aCase(seed, database, StaffSeed.OTHER, url);
    keep(elsewhere, url, 3, FIRST);
    new StaffSeed(database, seed).person("principal", "building-administrator", StaffSeed.OWN);
    ConsoleBrowser principal = ConsoleBrowser.signedIn("principal");

    assertThat(novak.picture(path(id, url) + "/frames/4").statusCode()).isEqualTo(404);
    assertThat(novak.picture(path(id, url) + "/file").asString())
        .contains("It is a video. Its page shows still frames of it.");
    assertThat(principal.picture(path(elsewhere, url) + "/frames/3").statusCode()).isEqualTo(404);
    assertThat(looks(id)).isEmpty();
    assertThat(looks(elsewhere)).isEmpty();
  }

  @Test
  void anAdministratorListsAFrame() throws IOException {
    String url = "https://videos.example/listed.mp4";
    String comment = UUID.randomUUID().toString();
    UUID id = seed.aCase(comment).saying("See this").there();
    PictureSeed.attach(database, id, url);
    keep(id, url, 3, PostedPhoto.number(3).png());
    new StaffSeed(database, seed).person("chief", "administrator");
    ConsoleBrowser chief = ConsoleBrowser.signedIn("chief");
    String form = "/comments/" + CommentAddress.of("practice", comment) + "/known-picture";
    String frame = CommentFrames.key(url, 3);

    assertThat(plain(chief.get(form)))
        .contains("<option value=\"" + frame + "\">Video 1, frame at 0:03</option>");
    ConsoleResponse listed =
        chief.post(
            form,
            Map.of("picture", frame, "name", "Note", "category", "threat", "reason", "Police."));

    assertThat(listed.statusCode()).isEqualTo(303);
    assertThat(
            deciding.texts("select name from known_picture where comment_id = '" + comment + "'"))
        .containsExactly("Note");
  }

  @Test
  void aVideoIsFetchedAndLookedAtWhenAPersonAsksForIt() throws Exception {
    assumeThat(taker.isReady()).as("ffmpeg: install Debian's ffmpeg").isTrue();
    BufferedImage scene = ImageIO.read(new ByteArrayInputStream(FIRST));
    String url = host.has("/clip.mp4", new FilmMaker(folder).film("clip.mp4", 3, scene));
    UUID id = withVideo(url);

    assertThat(plain(ask(novak, id, url))).contains("Frame of the video at 0:00");
    host.loses("/clip.mp4");

    assertThat(novak.picture(path(id, url) + "/frames/0").statusCode()).isEqualTo(200);
    assertThat(host.askedFor("/clip.mp4")).as("for its kind, and for itself").hasSize(2);
  }

  @Test
  void aVideoThatHangsHoldsUpNoPictureOfAnotherCase() {
    CountDownLatch end = new CountDownLatch(1);
    byte[] start = Arrays.copyOf("\0\0\0\u0020ftypisom".getBytes(ISO_8859_1), 100);
    String hanging = host.hangs("/hanging.mp4", start, end);
    UUID first = withVideo(hanging);
    String picture = host.has("/beside.jpg", FIRST);
    UUID second = withVideo(picture);
    String broken = host.has("/waits.mp4", start);
    UUID third = withVideo(broken);
    ConsoleBrowser another = ConsoleBrowser.signedIn("novak");
    CompletableFuture<String> look =
        CompletableFuture.supplyAsync(() -> plain(ask(another, first, hanging)));
    await().until(() -> host.askedFor("/hanging.mp4").size() == 2);

    assertThat(plain(ask(novak, second, picture))).contains("class=\"picture veiled\"");
    assertThat(plain(ask(novak, third, broken)))
        .contains("A video is being looked at right now.", "hx-trigger=\"submit, load delay:2s\"");
    assertThat(look.join()).contains("Picture 1 of 1 can't be shown.");
    end.countDown();
  }

  @Test
  void aVideoThatTheQueueGaveUpIsNotFetched() {
    String url = host.has("/given-up.mp4", "\0\0\0\u0020ftypisom and no more".getBytes());
    assertThat(inQueue(url, "unread", "no-frames", 1))
        .contains("It is a video that can't be shown");
    assertThat(inQueue(url, "unread", "failed", 1)).contains("Reading it failed.");
    assertThat(inQueue(url, "waiting", "no-frames", 1))
        .contains("It is a video that took too long to check. It is tried again.");

    assertThat(host.askedFor("/given-up.mp4")).isEmpty();
  }

  private String inQueue(String url, String state, String why, int looks) {
    String comment = UUID.randomUUID().toString();
    UUID id = seed.aCase(comment).saying("See this").there();
    PictureSeed.attach(database, id, url);
    database.write(
        h ->
            h.createUpdate(
                    """
                    insert into picture_reading (account, comment_id, url_key, url, host, revision, seen, from_history,
                      state, why, since, due_at, video, looks)
                    values ('practice', :comment, :key, :url, '127.0.0.1', '1', '{}', false, :state, :why,
                      now(), now() + interval '1 hour', true, :looks)
                    """)
                .bind("comment", comment)
                .bind("key", CommentPictures.key(url))
                .bind("url", url)
                .bind("state", state)
                .bind("why", why)
                .bind("looks", looks)
                .execute());
    assertThat(plain(novak.part(path(id, url)))).as("as when asked").contains("can't be shown");
    return plain(ask(novak, id, url));
  }

  @Test
  void aBrokenVideoSaysSo() {
    String url = host.has("/broken.mp4", "\0\0\0\u0020ftypisom and no more of it".getBytes());
    UUID id = withVideo(url);

    assertThat(plain(ask(novak, id, url))).contains("Picture 1 of 1 can't be shown. It is a video");
  }

  @Test
  void framesThatHadNoRoomAreSaidAndFetchedWhenAPersonAsks() throws Exception {
    assumeThat(taker.isReady()).as("ffmpeg: install Debian's ffmpeg").isTrue();
    BufferedImage scene = ImageIO.read(new ByteArrayInputStream(FIRST));
    byte[] film = new FilmMaker(folder).film("part.mp4", 3, scene);
    String url = host.has("/part.mp4", film);
    UUID id = keptInPart(url, CommentPictures.contentKey(film));

    assertThat(plain(novak.part(path(id, url))))
        .contains(
            "These are not all of its frames.", "but only these found room.", "Fetch the rest")
        .contains("frames/99");
    assertThat(host.askedFor("/part.mp4")).isEmpty();

    assertThat(plain(ask(novak, id, url)))
        .contains("frames/0\"", "frames/99\"")
        .doesNotContain("These are not all");
  }

  @Test
  void aPictureInPlaceOfAVideoThatIsKeptInPartIsShownBesideItsFrames() {
    String url = host.has("/now-a-picture.mp4", FIRST);
    UUID id = keptInPart(url, CommentPictures.contentKey(SECOND));

    assertThat(plain(ask(novak, id, url)))
        .containsSubsequence("frames/99\"", "Its site showed this picture later:", "/file\"");
    assertThat(novak.picture(path(id, url) + "/file").asByteArray()).isEqualTo(FIRST);
    assertThat(plain(novak.get("/cases/" + id)))
        .contains("meet me at noon", "Its site showed something else later");
  }

  @Test
  void framesThatAreKeptStayWhenTheSiteHasTheVideoNoLonger() {
    String url = host.address() + "/gone.mp4";
    UUID id = keptInPart(url, CommentPictures.contentKey(SECOND));

    assertThat(plain(ask(novak, id, url)))
        .contains("frames/99\"", "Its site no longer has it", "These are not all of its frames.");
  }

  private UUID keptInPart(String url, String contentKey) {
    String comment = UUID.randomUUID().toString();
    UUID id = seed.aCase(comment).saying("See this").there();
    PictureSeed.attach(database, id, url);
    keep(id, url, 99, SECOND);
    database.write(
        h ->
            h.execute(
                """
                insert into picture_reading (account, comment_id, url_key, url, host, revision, seen, from_history,
                  state, why, words, content_key, since, due_at, done_at, video, looks, no_room)
                values ('practice', ?, ?, ?, '127.0.0.1', '1', '{}', false, 'read', 'frames', 'meet me at noon', ?,
                  now(), now(), now(), true, 1, true)
                """,
                comment,
                CommentPictures.key(url),
                url,
                contentKey));
    return id;
  }
}
