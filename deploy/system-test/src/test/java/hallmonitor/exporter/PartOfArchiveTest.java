package hallmonitor.exporter;

import static hallmonitor.exporter.ExportedArchive.dataset;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Some days leave with all that belongs to their comments, and nothing else. */
class PartOfArchiveTest {
  @TempDir Path temporary;
  private ExportedArchive archive;

  @BeforeEach
  void commentsOfThreeDays() throws Exception {
    archive = new ExportedArchive(temporary).filled();
    // The evening of the first day in Chicago is the next day in UTC.
    day("1", "2026-03-01T23:30:00-06:00");
    day("2", "2026-03-02T12:00:00-06:00");
    day("3", "2026-03-03T00:30:00-06:00");
  }

  private void day(String comment, String firstSeen) {
    archive.sql(
        "update comment set first_seen_at = ?::timestamptz where comment_id = ?",
        firstSeen,
        comment);
  }

  private int run(String... days) {
    return archive.run(
        Stream.concat(Stream.of(days), Stream.of("--zone", "America/Chicago"))
            .toArray(String[]::new));
  }

  private List<String> ids(String dataset) throws Exception {
    return archive.rows(dataset(dataset)).stream()
        .map((JsonNode row) -> row.path("comment_id").asText())
        .distinct()
        .sorted()
        .toList();
  }

  @Test
  void aDayHasItsCommentsWithTheirVersionsCasesAndPictures() throws Exception {
    assertThat(run("--from", "2026-03-01", "--to", "2026-03-01")).as("%s", archive.said).isZero();

    for (String dataset : List.of("comments", "revisions", "cases", "comment-pictures")) {
      assertThat(ids(dataset)).as(dataset).containsExactly("1");
    }
    assertThat(archive.rows(dataset("case-events"))).isNotEmpty();
    assertThat(archive.manifest().datasets())
        .extracting(BundleManifest.Written::name)
        .contains("orders", "posts")
        .doesNotContain("audit-log", "planned-posts", "requests");
    assertThat(archive.alone("--check")).as("%s", archive.said).isZero();
  }

  @Test
  void withoutALastDayItGoesOnToTheNewest() throws Exception {
    assertThat(run("--from", "2026-03-02")).as("%s", archive.said).isZero();

    assertThat(ids("comments")).containsExactly("2", "3");
    assertThat(archive.rows(dataset("revisions"))).hasSize(3);
    assertThat(run("--from", "2026-03-03")).isEqualTo(2);
    assertThat(archive.said()).contains("Name the same accounts and days, or another folder.");
  }

  @Test
  void aCommentOfAnAccountsHistoryCountsByTheDayOnWhichItWasWritten() throws Exception {
    archive.sql("update comment set from_history = true where comment_id = '2'");
    archive.sql(
        """
        update revision set claimed_at = '2019-05-01T12:00:00Z' where comment_id = '2' and kind = 'created'
        """);

    assertThat(run("--to", "2019-12-31")).as("%s", archive.said).isZero();

    assertThat(ids("comments")).containsExactly("2");
  }

  @Test
  void daysInTheWrongOrderAreRefusedAndWhatWasWrittenIsInTheAuditLog() {
    assertThat(run("--from", "2026-03-02", "--to", "2026-03-01")).isEqualTo(2);
    assertThat(archive.said()).contains("--to is before --from");

    run("--account", "practice", "--to", "2026-03-01");

    assertThat(
            archive.stage.database.one(
                "select detail from audit where act = 'export-archive'", String.class))
        .startsWith("practice, comments before 2026-03-02T06:00:00Z, into ");
  }
}
