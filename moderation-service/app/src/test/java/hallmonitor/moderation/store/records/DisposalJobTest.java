package hallmonitor.moderation.store.records;

import static hallmonitor.moderation.casework.RecordKind.ALLOWED_COMMENTS;
import static hallmonitor.moderation.casework.RecordKind.DECIDED_CASES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.EscalationEvent.PictureKept;
import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.Proposal.Answer;
import hallmonitor.moderation.store.archive.CommentPictures;
import hallmonitor.moderation.store.records.DisposalJob.Step;
import hallmonitor.moderation.store.records.Disposals.Who;
import hallmonitor.moderation.store.records.Holds.Covers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What is disposed of, what stays, and why. */
class DisposalJobTest {
  private final OldArchive archive = new OldArchive();

  @Test
  void everyWordOfAnAllowedCommentGoesAndItsIdsAndDaysStay() {
    archive.allowed("1", "2027-03-04");
    archive.revision("practice", "1", "2", "Changed text", "2027-03-05T17:00:00Z");
    archive.sql(
        "insert into attack values ('practice', '1', 'novak', 'name:Dana Reyes', 1, now())");

    archive.carryOut(archive.approved(ALLOWED_COMMENTS));

    assertThat(archive.gone()).containsExactly("1");
    assertThat(archive.one("select string_agg(t::text, ' ') from (select * from comment) t"))
        .doesNotContain("Text", "Reyes", "example.org");
    assertThat(archive.one("select string_agg(t::text, ' ') from (select * from revision) t"))
        .doesNotContain("text", "Text", "says", "picture", "content");
    assertThat(archive.database.count("attack")).isZero();
    assertThat(
            archive.one(
                "select concat_ws(' ', account, comment_id, first_seen_at::date, visibility) from comment"))
        .isEqualTo("practice 1 2027-03-04 visible");
    assertThat(
            archive.one(
                "select string_agg(concat_ws(' ', revision, kind, outcome, judged_at::date), ', ' order by revision) from revision"))
        .isEqualTo("1 created allow 2027-03-04, 2 edited allow 2027-03-05");
    assertThat(
            archive.one(
                "select string_agg(text_sha256, ' ' order by revision) from disposed_revision"))
        .isEqualTo(
            archive.one(
                "select encode(sha256('Text of 1'), 'hex') || ' ' || encode(sha256('Changed text'), 'hex')"));
  }

  @Test
  void whatPeopleWroteAboutACaseGoesAndWhatTheyDecidedStays() {
    UUID id = archive.decided("1", "2027-03-04");
    archive.sql(
        "insert into appeal_reference (reference, case_id, about) values ('AAAABBBBCCCC', ?, 'hide')",
        id);
    archive.sql(
        """
        insert into appeal (appeal_id, case_id, reference, about, clause, channel, appellant, contact, why, received_by,
          received_at, due_at, state, decided_by, decided_at, reason)
        values (gen_random_uuid(), ?, 'AAAABBBBCCCC', 'hide', '2.1', 'letter', 'Dana Reyes', 'dana@example.org',
          'It is true.', 'okafor', '2027-04-01', '2027-05-01', 'upheld', 'okafor', '2027-04-02', 'It names a child.')
        """,
        id);
    archive.sql(
        "insert into case_reply (action_id, case_id, template, language, text, ordered_by, state) values (gen_random_uuid(), ?, 't', 'en', 'Dear Dana', 'novak', 'posted')",
        id);

    archive.carryOut(archive.approved(DECIDED_CASES));

    assertThat(
            archive.one(
                "select concat_ws(' ', clause, category, state, decided_by, decision_note = '', words_key is null) from review_case"))
        .isEqualTo("2.1 bullying confirmed novak t t");
    assertThat(
            archive.one(
                "select string_agg(concat_ws(' ', actor, kind, detail), ', ' order by id) from case_event"))
        .isEqualTo("policy opened , brandt disposed Under approval LRC 2030-17.");
    assertThat(archive.one("select string_agg(t::text, ' ') from (select * from appeal) t"))
        .doesNotContain("Dana", "dana", "true.", "child")
        .contains("upheld", "okafor");
    assertThat(archive.one("select text from case_reply")).isEmpty();
    assertThat(archive.database.count("strike")).isZero();
    assertThat(
            archive.one(
                "select concat_ws(' ', case_id, clause, category, decision) from disposed_revision"))
        .isEqualTo(id + " 2.1 bullying confirmed");
  }

  @Test
  void whatPeopleReportedAboutItGoesAndThatTheyDidStays() {
    UUID id = archive.decided("1", "2027-03-04");
    archive.sql(
        """
        insert into tip (tip_id, case_id, reference, state_hash, way, urgency, category, link, place, body, language,
          reporter, reporter_user, anonymous, screenshot, notified, received_at)
        values (gen_random_uuid(), ?, 'AAAABBBBCCCC', 'h', 'staff', 'soon', 'bullying', 'https://a.example/dana',
          'Dana''s page', 'Dana wrote it.', 'en', 'Kay', 'kay', true, 'x', false, '2027-03-04')
        """,
        id);

    archive.carryOut(archive.approved(DECIDED_CASES));

    assertThat(archive.one("select t::text from tip t"))
        .doesNotContainIgnoringCase("dana", "kay")
        .contains("AAAABBBBCCCC", "bullying");
    assertThat(archive.database.count("tip where screenshot is not null")).isZero();
  }

  @Test
  void whyItWasProposedToDeleteOrReplyGoesAndThatItWasStays() {
    UUID id = archive.decided("1", "2027-03-04");
    UUID kept = archive.decided("2", "2029-03-04");
    UUID reply = UUID.randomUUID();
    archive.sql(
        "insert into case_reply (action_id, case_id, template, language, text, ordered_by, state) values (?, ?, 't', 'en', 'Dear Dana', 'novak', 'posted')",
        reply,
        id);
    archive.proposal("delete-comment", id);
    archive.proposal("reply", reply);
    archive.proposal("delete-comment", kept);

    archive.carryOut(archive.approved(DECIDED_CASES));

    assertThat(
            archive.one(
                "select string_agg(concat_ws(' ', kind, reason, answer_note, state, proposed_by), ', ' order by kind, reason) from proposal where kind <> 'dispose-records'"))
        .isEqualTo(
            "delete-comment Dana again. She wrote it. refused novak, delete-comment Disposed of. "
                + " refused novak, reply Disposed of.  refused novak");
  }

  @Test
  void picturesAndWhatTheSearchReadsGoWithItAndNoneComesBack() {
    UUID id = archive.decided("1", "2027-03-04");
    PictureKept late =
        PictureKept.of(
            UUID.randomUUID(), id, "https://example.org/picture", new byte[3], Instant.now());
    archive.database.jdbi().useHandle(h -> CommentPictures.keep(h, late));
    archive.sql("update review_case set searched = 'dana reyes'");
    archive.sql(
        """
        insert into picture_reading (account, comment_id, url_key, url, host, revision, seen, from_history, state, words, since, due_at)
        select account, comment_id, 'key', 'https://example.org/picture', 'example.org', '1', '{}', false, 'read', 'Dana', now(), now()
        from review_case
        """);
    assertThat(archive.database.count("comment_picture")).isOne();

    archive.carryOut(archive.approved(DECIDED_CASES));
    archive.database.jdbi().useHandle(h -> CommentPictures.keep(h, late));

    assertThat(archive.database.count("comment_picture")).isZero();
    assertThat(archive.database.count("picture_reading")).isZero();
    assertThat(archive.one("select searched from review_case")).isEmpty();
  }

  @Test
  void aPictureThatComesDuringADisposalWaitsForItAndIsNotKept() {
    UUID id = archive.decided("1", "2027-03-04");
    UUID disposal = archive.approved(DECIDED_CASES);
    PictureKept late =
        PictureKept.of(
            UUID.randomUUID(), id, "https://example.org/picture", new byte[3], Instant.now());
    CompletableFuture<Void> keeping =
        archive
            .database
            .jdbi()
            .inTransaction(
                disposing -> {
                  disposing.execute("update comment set disposal_id = ?", disposal);
                  disposing.execute("delete from comment_picture");
                  CompletableFuture<Void> begun =
                      CompletableFuture.runAsync(
                          () ->
                              archive
                                  .database
                                  .jdbi()
                                  .useHandle(h -> CommentPictures.keep(h, late)));
                  await().until(() -> begun.isDone() || waiting() > 0);
                  return begun;
                });
    keeping.join();

    assertThat(archive.database.count("comment_picture")).isZero();
  }

  private int waiting() {
    return Integer.parseInt(
        archive.one(
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"));
  }

  @Test
  void theHistoryOfACaseThatIsKeptStaysAsItWas() {
    archive.decided("1", "2027-03-04");

    assertThatThrownBy(() -> archive.sql("update case_event set detail = ''"))
        .hasMessageContaining("only ever added");

    archive.carryOut(archive.approved(DECIDED_CASES));
    assertThatThrownBy(() -> archive.sql("update case_event set actor = 'somebody'"))
        .hasMessageContaining("only ever added");
    assertThatThrownBy(() -> archive.sql("delete from disposed_revision"))
        .hasMessageContaining("only ever added");
  }

  @Test
  void aHoldBeatsADisposalWheneverItComes() {
    List.of("1", "2", "3", "4", "5", "6", "7").forEach(id -> archive.allowed(id, "2027-03-04"));
    archive.allowed("practice", "8", "Sam", "2027-03-04");
    archive.hold(Covers.EVERYTHING, null, "district", "", null, null);
    UUID id = archive.proposed(ALLOWED_COMMENTS);
    UUID afterProposal = archive.hold(Covers.AUTHOR, null, "practice", "Sam", null, null);
    archive.approve(id);

    assertThat(archive.disposing.step(id, OldArchive.PLACES)).isEqualTo(Step.MORE);
    archive.hold(Covers.AUTHOR, null, "practice", "Dana Reyes", null, null);
    archive.carryOut(id);

    assertThat(archive.gone()).containsExactly("1", "2", "3");
    assertThat(archive.whole()).containsExactly("4", "5", "6", "7", "8");
    assertThat(archive.left(id)).containsOnly(java.util.Map.entry("HOLD", 5L));
    archive.lifted(afterProposal);
    archive.carryOut(archive.approved(ALLOWED_COMMENTS));
    assertThat(archive.whole()).containsExactly("4", "5", "6", "7");
  }

  @Test
  void aHoldOnACaseOrOnDaysCoversThese() {
    UUID held = archive.decided("1", "2027-03-04");
    archive.decided("2", "2027-03-04");
    archive.decided("3", "2027-06-01");
    archive.decided("4", "2027-06-02");
    archive.hold(Covers.CASE, held, "", "", null, null);
    archive.hold(Covers.EVERYTHING, null, "practice", "", "2027-05-01", "2027-06-01");

    archive.carryOut(archive.approved(DECIDED_CASES));

    assertThat(archive.gone()).containsExactly("2", "4");
  }

  @Test
  void aHoldOfABuildingCoversWhatIsOnAnAccountThatLeftTheDistrictsFile() {
    archive.allowed("1", "2027-03-04");
    archive.allowed("district", "2", "Sam", "2027-03-04");
    archive.sql(
        "insert into record_hold (hold_id, covers, building, matter, reason, placed_by) values (gen_random_uuid(), 'everything', 'birch', 'm', 'r', 'x')");
    UUID id = archive.approved(ALLOWED_COMMENTS);

    archive.disposing.step(id, java.util.Map.of("practice", "maple-high"));

    assertThat(archive.gone()).containsExactly("1");
  }

  @Test
  void aHoldIsLiftedByTwoAndADisposalApprovedByASecondPerson() {
    UUID hold = archive.hold(Covers.EVERYTHING, null, "", "", null, null);
    UUID proposal = UUID.randomUUID();
    archive.holds.proposeLifting(proposal, hold, "abara", "Settled.");
    assertThatThrownBy(() -> archive.holds.answer(hold, proposal, Answer.APPROVE, "abara", ""))
        .isInstanceOf(NotLegal.class);
    assertThatThrownBy(
            () -> archive.sql("update record_hold set lifted_by = 'abara', lifted_at = now()"))
        .hasMessageContaining("lifted by two");

    UUID id = archive.proposed(ALLOWED_COMMENTS);
    assertThatThrownBy(
            () -> archive.disposals.answer(id, Answer.APPROVE, new Who("abara", "Ada"), ""))
        .isInstanceOf(NotLegal.class);
    assertThatThrownBy(
            () -> archive.sql("update disposal set approved_by = 'x', approved_at = now()"))
        .hasMessageContaining("second person");
    assertThat(archive.disposing.step(id, OldArchive.PLACES)).isEqualTo(Step.NOT_MINE);
  }

  @Test
  void nothingYoungerThanItsRetentionIsProposedOrApproved() {
    assertThatThrownBy(
            () ->
                archive.proposed(
                    ALLOWED_COMMENTS, "", List.of("practice"), LocalDate.parse("2028-10-02")))
        .hasMessageContaining("kept for 2 years: choose 2028-10-01 or an earlier day");
    archive.proposed(ALLOWED_COMMENTS, "", List.of("practice"), LocalDate.parse("2028-10-01"));
  }

  /** Chicago's day begins five hours after that of UTC. */
  @Test
  void theDayIsTheDistricts() {
    archive.allowed("1", "2028-08-31");
    archive.allowed("2", "2028-08-31");
    archive.sql(
        "update comment set first_seen_at = '2028-09-01T04:59:59Z', changed_at = first_seen_at where comment_id = '1'");
    archive.sql(
        "update comment set first_seen_at = '2028-09-01T05:00:00Z', changed_at = first_seen_at where comment_id = '2'");

    archive.carryOut(archive.approved(ALLOWED_COMMENTS));

    assertThat(archive.gone()).containsExactly("1");
  }
}
