package hallmonitor.moderation.store.records;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.RecordKind;
import hallmonitor.moderation.store.records.Holds.Covers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;

/**
 * For any archive, exactly the records that may be disposed of are, and every word of all others
 * stays.
 */
class DisposalJobPropertyTest {
  private static final OldArchive ARCHIVE = new OldArchive();

  /** What exists about a record besides its comment. */
  private enum Thing {
    NOTHING,
    EDITED_LATER,
    HELD_AUTHOR,
    BLOCKED_AUTHOR,
    SAMPLE,
    UNCOUNTED,
    HELD_CASE(true),
    OPEN(true),
    EVIDENCE(true),
    ESCALATED(true),
    RESTORE_ORDERED(true),
    REPLY_ORDERED(true),
    APPEAL(true),
    NOTED_LATER(true);

    private final boolean ofCase;

    Thing() {
      this(false);
    }

    Thing(boolean ofCase) {
      this.ofCase = ofCase;
    }
  }

  private record Kept(boolean hasCase, boolean old, Thing thing) {
    boolean goes(RecordKind kind) {
      return kind == (hasCase ? RecordKind.DECIDED_CASES : RecordKind.ALLOWED_COMMENTS)
          && old
          && (thing == Thing.NOTHING || thing.ofCase && !hasCase);
    }
  }

  @Provide
  Arbitrary<List<Kept>> archives() {
    return Combinators.combine(
            Arbitraries.of(true, false),
            Arbitraries.frequency(Tuple.of(4, true), Tuple.of(1, false)),
            Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(Thing.NOTHING)),
                Tuple.of(2, Arbitraries.of(Thing.class))))
        .as(Kept::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(14);
  }

  @Property(tries = 25, shrinking = ShrinkingMode.OFF)
  void exactlyWhatMayGoGoes(@ForAll("archives") List<Kept> records, @ForAll RecordKind kind) {
    String account = "a-" + UUID.randomUUID();
    Set<String> expected = new TreeSet<>(ARCHIVE.gone());
    List<String> ids = new ArrayList<>();
    for (Kept record : records) {
      String id = account + "/" + ids.size();
      make(account, id, record);
      ids.add(id);
      if (record.goes(kind)) {
        expected.add(id);
      }
    }
    Set<String> stay = new TreeSet<>(ARCHIVE.whole());
    stay.removeAll(expected);
    UUID disposal = ARCHIVE.proposed(kind, "", List.of(account), OldArchive.DAY);
    long going = ARCHIVE.going(disposal);

    ARCHIVE.approve(disposal);
    ARCHIVE.carryOut(disposal);

    assertThat(ARCHIVE.gone()).isEqualTo(expected);
    assertThat(ARCHIVE.whole()).isEqualTo(stay);
    assertThat(ARCHIVE.one("select records from disposal where disposal_id = '" + disposal + "'"))
        .isEqualTo(Long.toString(going));
  }

  private static void make(String account, String id, Kept record) {
    String day = record.old() ? "2027-03-04" : "2029-03-04";
    String author = "Author of " + id;
    UUID caseId = null;
    if (record.hasCase()) {
      caseId = ARCHIVE.decided(account, id, "maple-high", day);
      ARCHIVE.sql("update comment set author_key = ? where comment_id = ?", "name:" + author, id);
    } else {
      ARCHIVE.allowed(account, id, author, day);
    }
    about(account, id, author, record.thing());
    if (caseId != null) {
      about(caseId, record.thing());
    }
  }

  private static void about(String account, String id, String author, Thing thing) {
    switch (thing) {
      case EDITED_LATER -> ARCHIVE.revision(account, id, "2", "Changed", "2029-01-01T17:00:00Z");
      case HELD_AUTHOR -> ARCHIVE.hold(Covers.AUTHOR, null, account, author, null, null);
      case BLOCKED_AUTHOR -> block(account, author);
      case SAMPLE -> {
        ARCHIVE.sql(
            "insert into quality_day (day, seed, population) values ('2027-03-04', 's', 1) on conflict do nothing");
        ARCHIVE.sql(
            """
            insert into quality_sample (day, position, account, comment_id, revision, policy_version, model_version)
            select '2027-03-04', count(*), ?, ?, '1', 'p', 'm' from quality_sample
            """,
            account,
            id);
      }
      case UNCOUNTED ->
          ARCHIVE.sql("update revision set judged_at = '2025-12-01' where comment_id = ?", id);
      default -> {}
    }
  }

  /** Proposed from a case on the same account that is older than all others. */
  private static void block(String account, String author) {
    UUID other = ARCHIVE.decided(account, "block " + UUID.randomUUID(), "maple-high", "2029-06-01");
    ARCHIVE.sql(
        """
        insert into author_block (block_id, case_id, account, author_key, author_name, clause, reason, notice, last_day,
          ends_at, state, proposed_by)
        values (gen_random_uuid(), ?, ?, ?, ?, '2.1', 'r', 'n', '2031-01-01', '2031-01-01', 'proposed', 'novak')
        """,
        other,
        account,
        "name:" + author,
        author);
  }

  private static void about(UUID caseId, Thing thing) {
    switch (thing) {
      case HELD_CASE -> ARCHIVE.hold(Covers.CASE, caseId, "", "", null, null);
      case OPEN -> ARCHIVE.sql("update review_case set state = 'open' where case_id = ?", caseId);
      case EVIDENCE ->
          ARCHIVE.sql(
              "insert into evidence_seal values (gen_random_uuid(), ?, 1, 'ab', now())", caseId);
      case ESCALATED ->
          ARCHIVE.sql(
              "insert into escalation_state (escalation_id, case_id, raised_at, state_at, state) values (gen_random_uuid(), ?, now(), now(), 'closed')",
              caseId);
      case RESTORE_ORDERED ->
          ARCHIVE.sql(
              "update review_case set action_state = 'restore-ordered' where case_id = ?", caseId);
      case REPLY_ORDERED ->
          ARCHIVE.sql(
              "insert into case_reply (action_id, case_id, template, language, text, ordered_by) values (gen_random_uuid(), ?, 't', 'en', 'Dear', 'novak')",
              caseId);
      case APPEAL -> {
        String reference = UUID.randomUUID().toString().substring(0, 12);
        ARCHIVE.sql(
            "insert into appeal_reference (reference, case_id, about) values (?, ?, 'hide')",
            reference,
            caseId);
        ARCHIVE.sql(
            """
            insert into appeal (appeal_id, case_id, reference, about, clause, channel, appellant, why, received_by, due_at)
            values (gen_random_uuid(), ?, ?, 'hide', '2.1', 'letter', 'Dana', 'No.', 'okafor', now())
            """,
            caseId,
            reference);
      }
      case NOTED_LATER ->
          ARCHIVE.sql(
              "insert into case_event (case_id, at, actor, kind, detail) values (?, '2029-01-01', 'novak', 'note', 'Look.')",
              caseId);
      default -> {}
    }
  }
}
