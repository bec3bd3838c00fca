package hallmonitor.moderation.console.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.comments.CommentAddress;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.EmptyTables;
import hallmonitor.moderation.console.seed.NovakAtWork;
import hallmonitor.moderation.pipeline.pictures.KnownPictureLists;
import hallmonitor.moderation.pipeline.pictures.PostedPhoto;
import hallmonitor.moderation.store.archive.CommentPictures;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator lists a picture of a case, with a reason, and takes it back. */
@ConsoleTest
class KnownPicturePagesTest extends NovakAtWork {
  private static final String URL = "https://pictures.example/a.png";

  @Inject KnownPictureLists lists;

  private final String comment = UUID.randomUUID().toString();
  private ConsoleBrowser brandt = new ConsoleBrowser();

  @BeforeEach
  void nothingIsListed() {
    EmptyTables.empty(database, "known_picture", "picture_reading", "audit");
    seed.person("brandt", "administrator", false);
    brandt = ConsoleBrowser.signedIn("brandt");
  }

  private UUID caseWith(byte[] picture) {
    UUID id = seed.aCase(comment).saying("See this").there();
    database.write(
        h -> {
          h.execute(
              "update revision set attachments = array[?] where comment_id = ?", URL, comment);
          return h.execute(
              "insert into comment_picture (account, comment_id, url_key, content, evidence)"
                  + " values ('practice', ?, ?, ?, false)",
              comment,
              CommentPictures.key(URL),
              picture);
        });
    return id;
  }

  private String form() {
    return "/comments/" + CommentAddress.of("practice", comment) + "/known-picture";
  }

  private static Map<String, String> fields(String reason) {
    return Map.of(
        "picture",
        CommentPictures.key(URL),
        "name",
        "Locker <b>note</b>",
        "category",
        "threat",
        "reason",
        reason);
  }

  private static String plain(String page) {
    return page.replace("&#39;", "'").replaceAll("\\s+", " ");
  }

  @Test
  void aListedPictureStandsOnThePageWithItsReasonAndOnlyAsText() throws IOException {
    UUID id = caseWith(PostedPhoto.number(3).png());
    assertThat(brandt.get("/cases/" + id).asString()).contains(form());

    assertThat(brandt.post(form(), fields("The police asked us.")).statusCode()).isEqualTo(303);

    assertThat(plain(brandt.get("/known-pictures").asString()))
        .contains("Locker &lt;b&gt;note&lt;/b&gt;", "The police asked us.", "Threat")
        .doesNotContain("<b>note");
    assertThat(lists.current().all()).extracting("category").asString().contains("THREAT");
    assertThat(
            database.<Long>read(
                h ->
                    h.select("select count(*) from audit where act = 'picture-listed'")
                        .mapTo(Long.class)
                        .one()))
        .isEqualTo(1);
  }

  @Test
  void withoutAReasonNothingIsListed() throws IOException {
    caseWith(PostedPhoto.number(3).png());

    ConsoleResponse answer = brandt.post(form(), fields(" "));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(plain(answer.asString())).contains("Say why, in at most 2,000 characters.");
    assertThat(lists.current().isEmpty()).isTrue();
  }

  @Test
  void aPlainPictureIsRefused() throws IOException {
    caseWith(new PostedPhoto(new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB)).png());

    ConsoleResponse answer = brandt.post(form(), fields("It comes often."));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.asString()).contains("too plain, too small");
  }

  @Test
  void aRemovedPictureIsNoLongerLookedForAndStaysOnRecord() throws IOException {
    caseWith(PostedPhoto.number(3).png());
    brandt.post(form(), fields("The police asked us."));
    long number =
        database.read(h -> h.select("select max(id) from known_picture").mapTo(Long.class).one());

    assertThat(
            brandt
                .post(
                    "/known-pictures/" + number + "/removal", Map.of("reason", "It was a mistake."))
                .statusCode())
        .isEqualTo(303);

    assertThat(lists.current().isEmpty()).isTrue();
    assertThat(plain(brandt.get("/known-pictures").asString()))
        .contains("No longer looked for.", "It was a mistake.");
    assertThat(
            brandt
                .post("/known-pictures/" + number + "/removal", Map.of("reason", "Again."))
                .statusCode())
        .isEqualTo(409);
  }

  @Test
  void aModeratorSeesTheListAndListsAndRemovesNothing() throws IOException {
    UUID id = caseWith(PostedPhoto.number(3).png());
    brandt.post(form(), fields("The police asked us."));

    assertThat(novak.get("/cases/" + id).asString()).doesNotContain("known-picture");
    assertThat(novak.get(form()).statusCode()).isEqualTo(403);
    assertThat(novak.post(form(), fields("I want it.")).statusCode()).isEqualTo(403);
    assertThat(plain(novak.get("/known-pictures").asString()))
        .contains("The police asked us.")
        .doesNotContain("Why it is removed");
    assertThat(novak.post("/known-pictures/1/removal", Map.of("reason", "I want it.")).statusCode())
        .isEqualTo(403);
    assertThat(lists.current().all()).hasSize(1);
  }

  @Test
  void administratorsSeeHowFarItIsLookedForInEarlierComments() throws IOException {
    caseWith(PostedPhoto.number(3).png());
    brandt.post(form(), fields("The police asked us."));
    database.write(
        h ->
            h.execute(
                """
                update known_picture set compared = 1234, found = 7, sent_to_review = 5, search_ended_at = now()
                """));

    assertThat(plain(brandt.get("/known-pictures").asString()))
        .contains("Looked for in earlier pictures: 1234. Found again: 7. Sent to review: 5.");
    assertThat(plain(novak.get("/known-pictures").asString())).doesNotContain("earlier pictures");
    assertThat(
            deciding.texts(
                "select array_length(string_to_array(turned, ' '), 1)::text from known_picture"))
        .containsExactly("128");
  }

  @Test
  void theFormShowsThePicturesBlurred() throws IOException {
    UUID id = caseWith(PostedPhoto.number(3).png());

    assertThat(brandt.get(form()).asString())
        .contains("/cases/" + id + "/pictures/" + CommentPictures.key(URL));
  }

  @Test
  void withoutACaseNoPictureIsListed() {
    deciding.allowed(comment, "Dana Reyes", "See this", Duration.ofMinutes(9));
    database.write(
        h ->
            h.execute(
                "update revision set attachments = array[?] where comment_id = ?", URL, comment));

    assertThat(brandt.get(form()).statusCode()).isEqualTo(404);
    assertThat(brandt.post(form(), fields("It comes often.")).statusCode()).isEqualTo(404);
    assertThat(brandt.get("/comments/" + CommentAddress.of("practice", comment)).asString())
        .doesNotContain("known-picture");
  }

  @Test
  void aPictureThatNobodyCanSeeHereIsNotListed() throws IOException {
    caseWith(PostedPhoto.number(3).png());
    database.write(h -> h.execute("delete from comment_picture"));

    ConsoleResponse answer = brandt.post(form(), fields("It comes often."));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(plain(answer.asString())).contains("This server has no copy of the picture.");
  }

  @Test
  void thePageCountsWhatAListingMatchedAndLeadsToItsCases() throws IOException {
    UUID id = caseWith(PostedPhoto.number(3).png());
    brandt.post(form(), fields("The police asked us."));
    database.write(
        h ->
            h.execute(
                """
                insert into picture_reading (account, comment_id, url_key, url, host, revision, seen,
                  from_history, state, why, since, due_at, known_key)
                select 'practice', c.comment_id, 'k', 'u', 'h', '1', '', false, 'read', '', now(), now(),
                  'listed/' || (select max(id) from known_picture)
                from comment c where c.comment_id = ?
                """,
                comment));

    String page = plain(brandt.get("/known-pictures").asString());

    assertThat(page).contains("(Locker &lt;b&gt;note&lt;/b&gt;)", "/cases/" + id);
    assertThat(page).contains("<td class=\"number-cell\">1</td>");
    assertThat(novak.get("/known-pictures").asString()).doesNotContain("/cases/" + id);
  }
}
