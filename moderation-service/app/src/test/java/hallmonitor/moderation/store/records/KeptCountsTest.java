package hallmonitor.moderation.store.records;

import static hallmonitor.moderation.casework.RecordKind.ALLOWED_COMMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests that what is kept is counted month by month, and again when it may have changed. */
class KeptCountsTest {
  private static final String ALL =
      """
      select string_agg(concat_ws(' ', month, account, kind, n, (oldest at time zone 'UTC')::date), ', '
        order by month, account, kind) from kept_count
      """;

  private final OldArchive archive = new OldArchive();
  private final KeptCounts counts = new KeptCounts(archive.database.jdbi());

  private void count(LocalDate month) {
    counts.count(month, OldArchive.CALENDAR);
  }

  @Test
  void anEmptyArchiveIsNotCounted() {
    assertThat(counts.due()).isEmpty();
  }

  @Test
  void eachMonthSinceTheFirstCommentIsCountedOnce() {
    archive.allowed("1", "2026-01-04");
    archive.allowed("2", "2026-01-09");
    archive.decided("3", "2026-01-08");
    archive.allowed("district", "4", "Dana Reyes", "2026-02-28");

    List<LocalDate> due = counts.due();
    due.forEach(this::count);

    assertThat(due).contains(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-02-01"));
    assertThat(archive.one(ALL))
        .isEqualTo(
            "2026-01-01 practice caseless 2 2026-01-04, 2026-01-01 practice decided 1 2026-01-08,"
                + " 2026-02-01 district caseless 1 2026-02-28");
    assertThat(counts.due()).isEmpty();
  }

  @Test
  void aMonthThatWasCountedLongAgoIsCountedAgain() {
    archive.allowed("1", "2026-01-04");
    counts.due().forEach(this::count);
    archive.allowed("2", "2026-01-03");
    archive.sql(
        "update kept_month set counted_at = counted_at - interval '2 days' where month = '2026-01-01'");

    assertThat(counts.due()).containsExactly(LocalDate.parse("2026-01-01"));
    counts.due().forEach(this::count);

    assertThat(archive.one(ALL)).isEqualTo("2026-01-01 practice caseless 2 2026-01-03");
  }

  @Test
  void inALargeArchiveTheLongerCountingTookTheRarerItIsDone() {
    archive.allowed("1", "2026-01-04");
    counts.due().forEach(this::count);
    archive.sql("update kept_count set n = 10001");
    archive.sql(
        "update kept_month set counted_at = counted_at - interval '1 hour', took = interval '1 second'");

    assertThat(counts.due()).isEmpty();
  }

  @Test
  void aSmallArchiveIsCountedEachMinuteHoweverSlowTheLastCountWas() {
    archive.allowed("1", "2026-01-04");
    counts.due().forEach(this::count);
    archive.allowed("2", "2026-01-05");
    archive.sql(
        "update kept_month set counted_at = counted_at - interval '2 minutes', took = interval '1 second'");

    counts.due().forEach(this::count);

    assertThat(archive.one(ALL)).isEqualTo("2026-01-01 practice caseless 2 2026-01-04");
  }

  @Test
  void whatIsDisposedOfIsCountedSoonAfterwards() {
    archive.allowed("1", "2026-03-04");
    counts.due().forEach(this::count);
    UUID id = archive.approved(ALLOWED_COMMENTS);
    archive.carryOut(id);

    assertThat(counts.due()).contains(LocalDate.parse("2026-03-01"));
    count(LocalDate.parse("2026-03-01"));

    assertThat(archive.one(ALL)).isEqualTo("2026-03-01 practice disposed 1 2026-03-04");
  }
}
