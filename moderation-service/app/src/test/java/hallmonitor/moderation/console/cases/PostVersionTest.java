package hallmonitor.moderation.console.cases;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.NovakAtWork;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests that a case shows its post as it was when the comment was read. */
@ConsoleTest
class PostVersionTest extends NovakAtWork {
  private void seen(UUID id, String body, int minutesAfter) {
    seen(id, body, minutesAfter, true);
  }

  private void seen(UUID id, String body, int minutesAfter, boolean whole) {
    database.write(
        h ->
            h.execute(
                """
                insert into post_version (account, post_id, observed_at, version, title, body,
                  pictures, permalink, listed)
                select account, c.post_id, rc.seen_at + ? * interval '1 minute', ?, 'Game day', ?,
                  array['https://example.org/team.jpg'], 'javascript:alert(1)', ?
                from review_case rc
                join comment c using (account, comment_id)
                where rc.case_id = ?
                """,
                minutesAfter,
                body,
                body,
                whole,
                id));
  }

  @Test
  void theVersionThatStoodIsShownAndThatItChangedSince() {
    UUID id = seed.aCase("1").judged("hide", "1.1").there();
    assertThat(novak.get("/cases/" + id).asString()).doesNotContain("The post at that time");
    seen(id, "We play on <Friday>.", -60);
    seen(id, "We play on Saturday.", -1);
    seen(id, "The game is cancelled.", 5);

    String page = novak.get("/cases/" + id).asString();

    assertThat(page)
        .contains("The post at that time", "changed since", "We play on Saturday.")
        .contains("https://example.org/team.jpg")
        .doesNotContain("on &lt;Friday", "The game is cancelled.", "javascript:");
  }

  @Test
  void aPostThatIsReadAsAWholeAfterItsCommentHasNotChanged() {
    UUID id = seed.aCase("1").judged("hide", "1.1").there();
    seen(id, "We play...", -1, false);
    assertThat(novak.get("/cases/" + id).asString()).doesNotContain("changed since");

    seen(id, "We play on Saturday.", 1);
    assertThat(novak.get("/cases/" + id).asString())
        .contains("The post at that time")
        .doesNotContain("changed since");

    seen(id, "The game is cancelled.", 5);
    assertThat(novak.get("/cases/" + id).asString()).contains("changed since");
  }
}
