package hallmonitor.local.practice;

import static hallmonitor.local.practice.Site.comment;
import static hallmonitor.local.practice.Site.comments;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each answer here was observed on a real WordPress 6.8 for the same request. */
class WordPressApiTest extends PracticeSiteTests {
  @Test
  void theIndexNamesTheSiteAndItsTimeZone() {
    var index = site.anonymously("GET", "/wp-json/", null).json();
    assertThat(index.path("name").asText()).isEqualTo("Maple Valley High School");
    assertThat(index.path("timezone_string").asText()).isEqualTo("America/Chicago");
    assertThat(index.path("authentication").has("application-passwords")).isTrue();
  }

  @Test
  void theRightApplicationPasswordIsKnownWithAndWithoutItsSpaces() {
    for (String given : new String[] {"moderator:abcdEFGHijkl", "moderator:abcd EFGH ijkl"}) {
      var me = site.withPassword(given, "/wp-json/wp/v2/users/me?context=edit");
      assertThat(me.status()).isEqualTo(200);
      assertThat(me.json().at("/capabilities/moderate_comments").asBoolean()).isTrue();
    }
  }

  @Test
  void nobodyIsLoggedInWithoutOrWithAWrongPassword() {
    for (String given : new String[] {"moderator:wrong", "nobody:abcdEFGHijkl"}) {
      var me = site.withPassword(given, "/wp-json/wp/v2/users/me?context=edit");
      assertThat(me.status()).isEqualTo(401);
      assertThat(me.code()).isEqualTo("rest_not_logged_in");
    }
    assertThat(site.anonymously("GET", "/wp-json/wp/v2/users/me", null).status()).isEqualTo(401);
  }

  @Test
  void aWrongPasswordOnAPlainListAnswersAsAnonymousWith200() throws IOException {
    int hidden = site.comment("hidden");
    int open = site.comment("open");
    site.page.comments().setStatus(hidden, CommentStatus.HOLD);
    var list = site.withPassword("moderator:wrong", comments());
    assertThat(list.status()).isEqualTo(200);
    assertThat(list.ids()).containsExactly(open);
    assertThat(list.json().get(0).has("author_email")).isFalse();
    assertThat(list.json().get(0).path("content").has("raw")).isFalse();
  }

  @Test
  void theEditContextIsForModerators() throws IOException {
    int id = site.comment("x");
    for (String path : new String[] {comments() + "?context=edit", comment(id) + "?context=edit"}) {
      var refused = site.withPassword("moderator:wrong", path);
      assertThat(refused.status()).isEqualTo(401);
      assertThat(refused.code()).isEqualTo("rest_forbidden_context");
    }
  }

  @Test
  void aListOfOtherThanApprovedCommentsIsForModerators() {
    for (String status : new String[] {"hold", "any", "approved", "spam"}) {
      var refused = site.anonymously("GET", comments() + "?status=" + status, null);
      assertThat(refused.status()).isEqualTo(401);
      assertThat(refused.code()).isEqualTo("rest_forbidden_param");
    }
    assertThat(site.anonymously("GET", comments() + "?status=approve", null).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "any, 4;3;2;1",
    "all, 2;1",
    "approve, 1",
    "hold, 2",
    "spam, 3",
    "trash, 4",
    "approved, ''",
    "bogus, ''"
  })
  void statusesMeanWhatTheyMeanOnARealSite(String status, String expected) throws IOException {
    for (CommentStatus each : CommentStatus.values()) {
      int id = site.comment(each.wire());
      site.page.comments().setStatus(id, each);
    }
    var ids = site.list("status=" + status).ids().stream().map(String::valueOf).toList();
    assertThat(String.join(";", ids)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "per_page=101, per_page",
    "per_page=0, per_page",
    "per_page=abc, per_page",
    "page=0, page",
    "order=up, order",
    "orderby=modified, orderby",
    "context=bogus, context",
    "after=yesterday, after",
    "before=2026-11-20, before"
  })
  void aWrongParameterIsNamed(String query, String parameter) {
    var refused = site.asModerator("GET", comments() + "?" + query, null);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("rest_invalid_param");
    assertThat(refused.json().path("message").asText())
        .isEqualTo("Invalid parameter(s): " + parameter);
    assertThat(refused.json().at("/data/params").has(parameter)).isTrue();
  }

  @Test
  void pagesCountAndAPagePastTheEndIsEmpty() throws IOException {
    for (int i = 0; i < 5; i++) {
      site.comment("n" + i);
    }
    var second = site.list("per_page=2&page=2&order=asc&orderby=id");
    assertThat(second.ids()).containsExactly(3, 4);
    assertThat(second.header("X-WP-Total")).isEqualTo("5");
    assertThat(second.header("X-WP-TotalPages")).isEqualTo("3");
    assertThat(second.header("Link"))
        .contains("rel=\"prev\"")
        .contains("page=3")
        .contains("rel=\"next\"");
    var past = site.list("per_page=2&page=99");
    assertThat(past.status()).isEqualTo(200);
    assertThat(past.ids()).isEmpty();
    assertThat(past.header("X-WP-Total")).isEqualTo("5");
  }

  @Test
  void pageNumbersSlipWhenCommentsAreDeletedBetweenPages() throws IOException {
    for (int i = 0; i < 6; i++) {
      site.comment("n" + i);
    }
    assertThat(site.list("per_page=3&order=asc&orderby=id").ids()).containsExactly(1, 2, 3);
    site.asModerator("DELETE", comment(1) + "?force=true", null);
    assertThat(site.list("per_page=3&page=2&order=asc&orderby=id").ids()).containsExactly(5, 6);
  }

  @Test
  void listsCanBeNarrowedToPostsParentsAndIds() throws IOException {
    var store = site.page.comments();
    int root = store.create(PracticeComment.Draft.plain(1, 0, "A", "root")).id();
    int other = store.create(PracticeComment.Draft.plain(2, 0, "B", "elsewhere")).id();
    int reply = store.create(PracticeComment.Draft.plain(1, root, "C", "reply")).id();
    assertThat(site.list("post=1&order=asc").ids()).containsExactly(root, reply);
    assertThat(site.list("post[]=1&post[]=2").ids()).hasSize(3);
    assertThat(site.list("parent=" + root).ids()).containsExactly(reply);
    assertThat(site.list("include=" + reply + "," + other + "&orderby=include").ids())
        .containsExactly(reply, other);
    assertThat(site.list("exclude=" + root + "," + reply).ids()).containsExactly(other);
  }

  @Test
  void onlyTheFieldsAskedForAreSent() throws IOException {
    site.comment("x");
    var fields = site.list("_fields=id,status").json().get(0);
    assertThat(fields.toString()).isEqualTo("{\"id\":1,\"status\":\"approved\"}");
    var dotted = site.list("_fields=id,content.raw").json().get(0);
    assertThat(dotted.toString()).as("as on a real site").isEqualTo("{\"id\":1}");
  }

  @Test
  void postsAreListedAndRead() {
    var posts = site.anonymously("GET", "/wp-json/wp/v2/posts?_fields=id,link", null);
    assertThat(posts.ids()).containsExactly(3, 2, 1);
    assertThat(posts.json().get(2).path("link").asText()).isEqualTo(site.page.url() + "/game-day/");
    assertThat(
            site.anonymously("GET", "/wp-json/wp/v2/posts/2", null)
                .json()
                .at("/title/rendered")
                .asText())
        .contains("budget");
    assertThat(site.anonymously("GET", "/wp-json/wp/v2/posts/9", null).code())
        .isEqualTo("rest_post_invalid_id");
    assertThat(site.anonymously("GET", "/wp-json/wp/v2/posts?page=2", null).code())
        .isEqualTo("rest_post_invalid_page_number");
  }

  @Test
  void aSiteWithoutPagesListsNone() {
    var pages = site.anonymously("GET", "/wp-json/wp/v2/pages?page=1", null);
    assertThat(pages.status()).isEqualTo(200);
    assertThat(pages.ids()).isEmpty();
    assertThat(site.anonymously("GET", "/wp-json/wp/v2/pages/2", null).code())
        .isEqualTo("rest_post_invalid_id");
  }

  @Test
  void anUnknownRouteSaysSo() {
    for (String path : new String[] {"/wp-json/wp/v2/nope", "/wp-json/wp/v2/comments/abc"}) {
      var unknown = site.anonymously("GET", path, null);
      assertThat(unknown.status()).isEqualTo(404);
      assertThat(unknown.code()).isEqualTo("rest_no_route");
    }
  }
}
