package hallmonitor.local.practice;

import static hallmonitor.local.practice.Site.comment;
import static hallmonitor.local.practice.Site.comments;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each answer to a change here was observed on a real WordPress 6.8 for the same request. */
class WordPressApiWritesTest extends PracticeSiteTests {
  @Test
  void anybodyMayCommentEvenWithoutAName() {
    var created =
        site.anonymously(
            "POST", comments(), Map.of("post", 1, "author_name", "", "content", "first"));
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.json().path("author_name").asText("?")).isEmpty();
    assertThat(created.json().path("status").asText()).isEqualTo("approved");
    assertThat(created.json().path("content").has("raw")).isFalse();
    assertThat(created.header("Location")).endsWith("/comments/1");
  }

  @Test
  void aModeratorWhoNamesNobodyAnswersAsThemselvesWithTheirClientsWord() throws IOException {
    int asked = site.comment("may I?");
    var body =
        Map.of("post", 1, "parent", asked, "content", "yes", "author_user_agent", "Client (mark)");
    var created = site.asModerator("POST", comments(), body);
    assertThat(created.status()).isEqualTo(201);
    site.close();
    site.start();
    var read = site.list("parent=" + asked).json().get(0);
    assertThat(read.path("author").asInt()).isEqualTo(2);
    assertThat(read.path("author_name").asText()).isEqualTo("moderator");
    assertThat(read.path("author_user_agent").asText()).isEqualTo("Client (mark)");
  }

  @Test
  void aDuplicateIsRefusedUntilItIsDeleted() {
    var said = Map.of("post", 1, "author_name", "Pat", "content", "again");
    int id = site.anonymously("POST", comments(), said).json().path("id").asInt();
    var twice = site.anonymously("POST", comments(), said);
    assertThat(twice.status()).isEqualTo(409);
    assertThat(twice.code()).isEqualTo("comment_duplicate");
    site.asModerator("DELETE", comment(id), null);
    assertThat(site.anonymously("POST", comments(), said).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"post\":1,\"content\":\"\"}|400|rest_comment_content_invalid",
        "{\"content\":\"hi\"}|403|rest_comment_invalid_post_id",
        "{\"post\":99,\"content\":\"hi\"}|403|rest_comment_invalid_post_id",
        "{\"post\":1,\"content\":\"hi\",\"status\":\"hold\"}|401|rest_comment_invalid_status",
        "{\"post\":1,\"content\":\"hi\",\"author\":1}|401|rest_comment_invalid_author",
        "{\"post\":1,\"content\":\"hi\",\"author_email\":\"bad\"}|400|rest_invalid_param",
        "{broken|400|rest_invalid_json"
      })
  void aBadCommentIsRefusedAsOnARealSite(String body, int status, String code) {
    var refused = site.anonymously("POST", comments(), body);
    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.code()).isEqualTo(code);
  }

  @Test
  void aCommentBeyondTheColumnsWidthIsRefused() {
    var fits = Map.of("post", 1, "content", "a".repeat(65_525));
    assertThat(site.anonymously("POST", comments(), fits).status()).isEqualTo(201);
    var tooLong =
        site.anonymously("POST", comments(), Map.of("post", 1, "content", "a".repeat(65_526)));
    assertThat(tooLong.status()).isEqualTo(400);
    assertThat(tooLong.code()).isEqualTo("comment_content_column_length");
  }

  @Test
  void aHiddenCommentIsOnlyForModerators() throws IOException {
    int id = site.comment("x");
    var hidden = site.asModerator("POST", comment(id), Map.of("status", "hold"));
    assertThat(hidden.status()).isEqualTo(200);
    assertThat(hidden.json().path("status").asText()).isEqualTo("hold");
    var anonymous = site.anonymously("GET", comment(id), null);
    assertThat(anonymous.status()).isEqualTo(401);
    assertThat(anonymous.code()).isEqualTo("rest_cannot_read");
    assertThat(site.asModerator("GET", comment(id), null).status()).isEqualTo(200);
  }

  @Test
  void everyStatusCanBeSetTwiceAndTakenBack() throws IOException {
    int id = site.comment("x");
    for (String status : new String[] {"hold", "spam", "trash", "approved"}) {
      for (String method : new String[] {"POST", "PUT"}) {
        var set = site.asModerator(method, comment(id), Map.of("status", status));
        assertThat(set.status()).isEqualTo(200);
        assertThat(set.json().path("status").asText()).isEqualTo(status);
      }
    }
    assertThat(
            site.asModerator("POST", comment(id), Map.of("status", "bogus"))
                .json()
                .path("status")
                .asText())
        .isEqualTo("approved");
    assertThat(site.anonymously("GET", comment(id), null).status()).isEqualTo(200);
  }

  @Test
  void anEditLeavesNoTraceInTheDates() throws IOException {
    int id = site.comment("before");
    var before = site.asModerator("GET", comment(id) + "?context=edit", null).json();
    var after = site.asModerator("POST", comment(id), Map.of("content", "after")).json();
    assertThat(after.at("/content/raw").asText()).isEqualTo("after");
    assertThat(after.path("date_gmt")).isEqualTo(before.path("date_gmt"));
    assertThat(after.fieldNames()).toIterable().noneMatch(name -> name.contains("modified"));
  }

  @Test
  void changesAreForModerators() throws IOException {
    int id = site.comment("x");
    assertThat(site.anonymously("POST", comment(id), Map.of("status", "hold")).code())
        .isEqualTo("rest_cannot_edit");
    assertThat(site.anonymously("DELETE", comment(id), null).code())
        .isEqualTo("rest_cannot_delete");
    assertThat(site.page.comments().get(id))
        .get()
        .extracting(PracticeComment::status)
        .isEqualTo(CommentStatus.APPROVED);
  }

  @Test
  void theFirstDeleteTrashesTheSecondIsRefusedAndForceIsForGood() throws IOException {
    int id = site.comment("x");
    assertThat(site.asModerator("DELETE", comment(id), null).json().path("status").asText())
        .isEqualTo("trash");
    var twice = site.asModerator("DELETE", comment(id), null);
    assertThat(twice.status()).isEqualTo(410);
    assertThat(twice.code()).isEqualTo("rest_already_trashed");
    var forced = site.asModerator("DELETE", comment(id) + "?force=true", null).json();
    assertThat(forced.path("deleted").asBoolean()).isTrue();
    assertThat(forced.at("/previous/id").asInt()).isEqualTo(id);
    var gone = site.asModerator("GET", comment(id), null);
    assertThat(gone.status()).isEqualTo(404);
    assertThat(gone.code()).isEqualTo("rest_comment_invalid_id");
    assertThat(site.comment("next")).as("an id is not used twice").isEqualTo(id + 1);
  }

  @Test
  void storedTextIsHtmlAndUnknownTagsAreTakenOut() {
    String typed = "a <script>alert(1)</script> <b>bold</b> & \"q\" <3 &amp;";
    var created = site.anonymously("POST", comments(), Map.of("post", 1, "content", typed));
    var raw =
        site.asModerator("GET", comment(created.json().path("id").asInt()) + "?context=edit", null);
    assertThat(raw.json().at("/content/raw").asText())
        .isEqualTo("a alert(1) <b>bold</b> &amp; \"q\" &lt;3 &amp;");
  }
}
