package hallmonitor.moderation.console.authors;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.comments.CommentAddress;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.NovakAtWork;
import hallmonitor.moderation.console.seed.StaffSeed;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** People who open the pages of authors. */
class AuthorConsole extends NovakAtWork {
  StaffSeed staff;

  @BeforeEach
  void staff() {
    staff = new StaffSeed(database, seed);
  }

  /** Adds a comment without a case, on any platform and account. */
  void wrote(String id, String platform, String account, String key, String name, String text) {
    database.write(
        h ->
            h.execute(
                """
                insert into comment (account, comment_id, platform, post_id, author_key, author_name, visibility,
                  visibility_at, latest_revision, latest_text, first_seen_at, changed_at)
                values (?, ?, ?, 'p1', ?, ?, 'visible', now(), '1', ?, now(), now())
                """,
                account,
                id,
                platform,
                key,
                name,
                text));
  }

  /** Follows the link of a comment on the practice account. */
  String pageOf(ConsoleBrowser who, String comment) {
    return pageOf(who, "practice", comment);
  }

  String pageOf(ConsoleBrowser who, String account, String comment) {
    ConsoleResponse link = who.get("/comments/" + CommentAddress.of(account, comment) + "/author");
    assertThat(link.statusCode()).isEqualTo(303);
    return link.header("Location").replaceFirst("^https?://[^/]+", "");
  }

  static UUID idOf(String page) {
    return UUID.fromString(page.substring("/authors/".length()));
  }

  ConsoleResponse purpose(ConsoleBrowser who, String page, String purpose, String note) {
    return who.post(page + "/purpose", Map.of("purpose", purpose, "note", note));
  }

  /** Gives a purpose and reads the page. */
  String opened(ConsoleBrowser who, String page) {
    assertThat(purpose(who, page, "decide-case", "Case of today").statusCode()).isEqualTo(303);
    return who.get(page).asString().replaceAll("\\s+", " ");
  }

  List<String> audit() {
    return database.read(
        h ->
            h.createQuery(
                    "select actor || ' ' || act || ' ' || target || ' ' || detail from audit where act like 'author%' order by id")
                .mapTo(String.class)
                .list());
  }

  void change(String sql, Object... values) {
    database.write(h -> h.execute(sql, values));
  }
}
