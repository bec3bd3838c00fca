package hallmonitor.moderation.console.seed;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.store.archive.LikenessBackfill;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;

/** Adds to the rows of {@link Seed} what the pipeline would have written for the queue. */
public final class QueueSeed {
  private final ConsoleDatabase database;
  private final Jdbi jdbi;

  public QueueSeed(ConsoleDatabase database, Jdbi jdbi) {
    this.database = database;
    this.jdbi = jdbi;
  }

  /** Copies platform and language to the cases, and compares their texts. */
  public void compared() {
    database.write(
        h ->
            h.execute(
                """
                update review_case rc set platform = c.platform, language = r.language
                from comment c, revision r
                where c.account = rc.account and c.comment_id = rc.comment_id and r.account = rc.account
                  and r.comment_id = rc.comment_id and r.revision = rc.revision
                """));
    try {
      new LikenessBackfill(jdbi).run();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Adds a claim on a case with a page that was last active this many seconds ago. */
  public void claimOver(UUID caseId) {
    database.write(
        h ->
            h.execute(
                "update case_claim set until = clock_timestamp() - interval '1 second' where case_id = ?",
                caseId));
  }

  public List<String> states() {
    return database.read(
        h ->
            h.select("select comment_id || ' ' || state from review_case order by comment_id")
                .mapTo(String.class)
                .list());
  }

  /** Returns the cases of a list, in order. */
  public static List<UUID> rows(String html) {
    return Pattern.compile("<li id=\"case-([0-9a-f-]{36})\"")
        .matcher(html)
        .results()
        .map(m -> UUID.fromString(m.group(1)))
        .toList();
  }

  /** Returns what a row's form contains besides the decision. */
  public static String field(String html, UUID caseId, String name) {
    String row = html.substring(html.indexOf("<li id=\"case-" + caseId));
    var value = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(row);
    if (!value.find()) {
      throw new AssertionError("no field " + name);
    }
    return value.group(1);
  }
}
