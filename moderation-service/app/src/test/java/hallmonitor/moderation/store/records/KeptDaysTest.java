package hallmonitor.moderation.store.records;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.KeptTally;
import hallmonitor.moderation.casework.KeptTally.Cell;
import hallmonitor.moderation.casework.RecordKind;
import hallmonitor.moderation.store.records.Holds.Covers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How much becomes due by which day, and what holds the rest. */
class KeptDaysTest {
  private static final Cell COMMENTS =
      cell(RecordKind.ALLOWED_COMMENTS, "practice", "2027-03-05", "2027-04-05");
  private static final Cell CASES =
      cell(RecordKind.DECIDED_CASES, "practice", "2027-03-05", "2027-04-05");

  private final OldArchive archive = new OldArchive();
  private final KeptCounts counts = new KeptCounts(archive.database.jdbi());

  private static Cell cell(RecordKind kind, String account, String first, String second) {
    return new Cell(
        kind, account, Optional.of(LocalDate.parse(first)), Optional.of(LocalDate.parse(second)));
  }

  private List<KeptTally> tallies(Cell... cells) {
    months().forEach(month -> counts.count(month, OldArchive.CALENDAR));
    return archive
        .database
        .jdbi()
        .withHandle(h -> KeptDays.tallies(h, List.of(cells), OldArchive.CALENDAR));
  }

  /** The archive's time is ahead of the database's clock, so none of them is due by itself. */
  private List<LocalDate> months() {
    return archive
        .database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        "select distinct date_trunc('month', first_seen_at at time zone 'UTC')::date from comment")
                    .mapTo(LocalDate.class)
                    .list());
  }

  private KeptTally tally(Cell cell) {
    return tallies(cell).get(0);
  }

  @Test
  void whatChangedLastBeforeADayIsDueByIt() {
    archive.allowed("1", "2027-03-04");
    archive.allowed("2", "2027-03-05");
    archive.allowed("3", "2027-04-05");
    archive.allowed("4", "2027-03-04");
    archive.revision("practice", "4", "2", "Changed", "2027-04-04T17:00:00Z");

    KeptTally tally = tally(COMMENTS);

    assertThat(List.of(tally.n(), tally.first(), tally.second())).containsExactly(4L, 1L, 3L);
    assertThat(tally.oldest()).isEqualTo("2027-03-04T17:00:00Z");
    assertThat(tally.newest()).isEqualTo("2027-04-05T17:00:00Z");
  }

  /** Chicago's day begins five hours after that of UTC, or six. */
  @Test
  void theDayIsTheDistricts() {
    archive.allowed("1", "2027-03-05");
    archive.sql(
        """
        update comment set first_seen_at = '2027-03-05T05:59:59Z', changed_at = '2027-03-05T05:59:59Z',
          visibility_at = '2027-03-05T05:59:59Z'
        """);
    archive.sql(
        "update revision set observed_at = '2027-03-05T05:59:59Z', judged_at = '2027-03-05T05:59:59Z'");

    assertThat(tally(COMMENTS).first()).isOne();
  }

  /** A comment that a person still has to check stays with or without a hold. */
  @Test
  void whatWouldStayWithoutItsHoldTooIsNotSaidToBecomeDue() {
    archive.allowed("1", "2027-03-01");
    archive.allowed("2", "2027-03-01");
    archive.sql("insert into quality_day (day, seed, population) values ('2027-03-01', 's', 1)");
    archive.sql(
        """
        insert into quality_sample (day, position, account, comment_id, revision, policy_version, model_version)
        values ('2027-03-01', 0, 'practice', '2', '1', 'p', 'm')
        """);
    archive.hold(Covers.AUTHOR, null, "practice", "Dana Reyes", null, null);

    KeptTally tally = tally(COMMENTS);

    assertThat(List.of(tally.held(), tally.heldFirst())).containsExactly(2L, 1L);
  }

  @Test
  void theCountIsUnderWayUntilEachMonthHasItsDays() {
    archive.allowed("1", "2027-03-01");
    archive.allowed("2", "2027-04-01");
    assertThat(counting()).isEqualTo(new KeptDays.Counting(2, 0, Optional.empty()));

    tally(COMMENTS);

    assertThat(counting().isUnderWay()).isFalse();
    archive.sql("update kept_month set days_at = null where month = '2027-03-01'");
    assertThat(counting().isUnderWay()).isTrue();
  }

  private KeptDays.Counting counting() {
    return archive.database.jdbi().withHandle(KeptDays::counting);
  }

  @Test
  void whatIsHeldIsCountedOnceByItsOldestHoldAndOtherwiseByARequest() {
    archive.allowed("1", "2027-03-01");
    archive.allowed("2", "2027-03-20");
    archive.allowed("practice", "3", "Sam", "2027-03-01");
    UUID dana = archive.hold(Covers.AUTHOR, null, "practice", "Dana Reyes", null, null);
    archive.hold(Covers.EVERYTHING, null, "practice", "", null, "2027-02-01");
    archive.hold(Covers.AUTHOR, null, "practice", "Dana Reyes", null, null);
    UUID request = requested("3");

    KeptTally tally = tally(COMMENTS);

    assertThat(List.of(tally.n(), tally.first(), tally.second())).containsExactly(3L, 0L, 0L);
    assertThat(List.of(tally.held(), tally.heldFirst())).containsExactly(3L, 2L);
    assertThat(tally.holders()).containsOnly(Map.entry(dana, 2L), Map.entry(request, 1L));
  }

  private UUID requested(String comment) {
    UUID id = UUID.randomUUID();
    archive.sql(
        """
        insert into records_request (request_id, year, position, code, way, requester, contact, words, language,
          commercial, arrived_at, received_on, statute, first_due, due, fixed)
        values (?, 2027, 1, '000000000000', 'mail', '', 'x', 'x', 'en', false, now(), current_date, 'illinois',
          current_date + 7, current_date + 7, false)
        """,
        id);
    archive.sql(
        "insert into records_request_search (search_id, request_id, query, run_by, state) values (?, ?, 'q=x', 'vega', 'done')",
        id,
        id);
    archive.sql(
        """
        insert into records_request_item (request_id, search_id, account, item_id, kind, revision, seen_at, text_hash)
        values (?, ?, 'practice', ?, 'comment', '1', now(), 'abc')
        """,
        id,
        id,
        comment);
    return id;
  }

  @Test
  void whatStaysForAnotherReasonIsNotDue() {
    archive.decided("1", "2027-03-01");
    UUID open = archive.decided("2", "2027-03-01");
    archive.sql("update review_case set state = 'open' where case_id = ?", open);

    KeptTally tally = tally(CASES);

    assertThat(List.of(tally.n(), tally.first(), tally.other(), tally.held()))
        .containsExactly(2L, 1L, 1L, 0L);
  }

  @Test
  void aPlaceThatKeepsForeverHasNothingDue() {
    archive.allowed("1", "2027-03-01");

    KeptTally tally =
        tally(
            new Cell(RecordKind.ALLOWED_COMMENTS, "practice", Optional.empty(), Optional.empty()));

    assertThat(List.of(tally.n(), tally.first(), tally.second())).containsExactly(1L, 0L, 0L);
  }

  @Test
  void recordsThatBelongToTheDistrictAndBlocksAreCountedWhenAsked() {
    archive.sql(
        "insert into guidance_version (english, spanish, published_by) values ('x', 'x', '')");
    archive.sql(
        """
        insert into attestation (person, school_year, version, name, building, way, attested_at)
        values ('sam@example.org', '2026-08-01', (select min(version) from guidance_version), 'Sam', 'maple-high', 'link',
          '2027-03-01')
        """);
    archive.sql(
        """
        insert into hand_block (hand_block_id, account, author_key, author_name, first_seen_at, seen_at)
        values (gen_random_uuid(), 'practice', 'id:x', 'x', '2027-03-01', '2027-03-02')
        """);

    assertThat(
            tallies(
                cell(RecordKind.ATTESTATIONS, "", "2027-03-05", "2027-04-05"),
                cell(RecordKind.HAND_BLOCKS, "practice", "2027-03-05", "2027-04-05")))
        .extracting(KeptTally::kind, KeptTally::first, KeptTally::other)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(RecordKind.ATTESTATIONS, 1L, 0L),
            org.assertj.core.groups.Tuple.tuple(RecordKind.HAND_BLOCKS, 0L, 1L));
  }

  @Test
  void whatWasDisposedOfIsNoLongerCounted() {
    archive.allowed("1", "2027-03-01");
    archive.allowed("2", "2029-03-01");
    assertThat(tally(COMMENTS).n()).isEqualTo(2);

    archive.carryOut(archive.approved(RecordKind.ALLOWED_COMMENTS));

    assertThat(tally(COMMENTS).n()).isOne();
  }

  /** The page and the disposal must not differ. */
  @Test
  void asMuchIsDueAsADisposalWouldTake() {
    archive.allowed("1", "2028-08-30");
    archive.allowed("2", "2028-08-31");
    archive.allowed("3", "2028-09-01");
    archive.allowed("practice", "4", "Sam", "2028-08-01");
    archive.hold(Covers.AUTHOR, null, "practice", "Sam", null, null);

    long due =
        tally(cell(RecordKind.ALLOWED_COMMENTS, "practice", "2028-09-01", "2028-09-01")).first();

    assertThat(due).isEqualTo(archive.going(archive.proposed(RecordKind.ALLOWED_COMMENTS)));
    assertThat(due).isEqualTo(2);
  }
}
