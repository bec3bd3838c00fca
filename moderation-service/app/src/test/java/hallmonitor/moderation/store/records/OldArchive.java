package hallmonitor.moderation.store.records;

import hallmonitor.moderation.TestDatabase;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.DecisionRules;
import hallmonitor.moderation.casework.Proposal.Answer;
import hallmonitor.moderation.casework.RecordKind;
import hallmonitor.moderation.casework.RecordPlace;
import hallmonitor.moderation.casework.Retention;
import hallmonitor.moderation.casework.RetentionExemption;
import hallmonitor.moderation.casework.RetentionRule;
import hallmonitor.moderation.store.records.Disposals.DisposalRequest;
import hallmonitor.moderation.store.records.Disposals.Who;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * An archive of comments that were seen years ago, day by day, on an account of Maple High. It is
 * noon of 1 October 2030, and comments are kept for two years.
 */
final class OldArchive {
  static final Instant NOW = Instant.parse("2030-10-01T17:00:00Z");
  static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
  static final LocalDate DAY = LocalDate.parse("2028-09-01");
  static final Map<String, String> PLACES =
      Map.of("practice", "maple-high", "district", "central-office");
  static final KeptDays.Calendar CALENDAR = new KeptDays.Calendar(CHICAGO.getId(), PLACES);
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Retention RETENTION =
      new Retention(
          "the commission",
          Map.of(
              RecordKind.ALLOWED_COMMENTS,
              Period.ofYears(2),
              RecordKind.DECIDED_CASES,
              Period.ofYears(2),
              RecordKind.HAND_BLOCKS,
              Period.ofYears(2),
              RecordKind.ATTESTATIONS,
              Period.ofYears(2),
              RecordKind.RECORDS_REQUESTS,
              Period.ofYears(2)));

  final TestDatabase database = TestDatabase.fresh();
  final Holds holds = new Holds(database.jdbi(), CLOCK);
  private Retention schedule = RETENTION;
  final Disposals disposals =
      new Disposals(
          database.jdbi(),
          CLOCK,
          () -> new DecisionRules(Duration.ofHours(1), 0, Map.of(), List.of(), schedule),
          OldArchive::places,
          OldArchive::misnamed);
  final DisposalJob disposing = new DisposalJob(database.jdbi(), 3, Duration.ofMinutes(1));

  OldArchive() {
    // Reports have counted all days but the last ones.
    sql(
        """
        insert into counted_day
        select d::date, now(), true from generate_series(date '2026-01-01', date '2030-09-01', interval '1 day') d
        """);
  }

  /** Returns where accounts belong; both are of schools. */
  static List<RecordPlace> places(List<String> accounts) {
    return accounts.stream()
        .map(account -> RecordPlace.of(account, PLACES.getOrDefault(account, ""), "school"))
        .toList();
  }

  private static List<RetentionRule> misnamed(Retention schedule) {
    return schedule.rules().stream()
        .filter(
            rule ->
                !(rule.reach().account().isEmpty() || PLACES.containsKey(rule.reach().account()))
                    || !(rule.reach().building().isEmpty()
                        || PLACES.containsValue(rule.reach().building())))
        .toList();
  }

  void scheduled(RetentionRule... rules) {
    schedule = new Retention("the commission", List.of(rules));
  }

  int sql(String text, Object... values) {
    return database.jdbi().withHandle(h -> h.execute(text, values));
  }

  /** A comment that was allowed, at noon of a day. */
  CommentKey allowed(String id, String day) {
    return allowed("practice", id, "Dana Reyes", day);
  }

  CommentKey allowed(String account, String id, String author, String day) {
    String at = day + "T17:00:00Z";
    sql(
        """
        insert into comment (account, comment_id, platform, post_id, author_key, author_name, permalink, visibility,
          latest_revision, latest_text, first_seen_at, visibility_at, changed_at)
        values (?, ?, 'wordpress', 'p1', ?, ?, 'https://example.org/c', 'visible', '1', ?, ?::timestamptz,
          ?::timestamptz, ?::timestamptz)
        """,
        account,
        id,
        "name:" + author,
        author,
        "Text of " + id,
        at,
        at,
        at);
    revision(account, id, "1", "Text of " + id, at);
    return new CommentKey(account, id);
  }

  void revision(String account, String id, String revision, String text, String at) {
    sql(
        """
        insert into revision (account, comment_id, revision, kind, body, raw, observed_at, judged_at, outcome,
          clauses, findings, policy_version, model_version, attachments)
        values (?, ?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz, 'allow', '{}',
          '[{"why": "It says so."}]', 'p', 'm', '{https://example.org/picture}')
        """,
        account,
        id,
        revision,
        revision.equals("1") ? "created" : "edited",
        text,
        "{\"content\": \"" + text + "\"}",
        at,
        at);
  }

  /** The same with a case that someone decided on that day. */
  UUID decided(String id, String day) {
    return decided("practice", id, "maple-high", day);
  }

  UUID decided(String account, String id, String building, String day) {
    allowed(account, id, "Dana Reyes", day);
    UUID caseId = UUID.nameUUIDFromBytes((account + id).getBytes());
    String at = day + "T18:00:00Z";
    sql(
        """
        insert into review_case (case_id, account, comment_id, building, revision, outcome, clause, category, urgency,
          state, action_state, opened_at, seen_at, decided_by, decided_at, strikes, decision_note, text_key, words_key)
        values (?, ?, ?, ?, '1', 'hide', '2.1', 'bullying', 'soon', 'confirmed', 'hidden', ?::timestamptz,
          ?::timestamptz, 'novak', ?::timestamptz, true, 'She wrote it.', gen_random_uuid(), gen_random_uuid())
        """,
        caseId,
        account,
        id,
        building,
        at,
        at,
        at);
    sql(
        "insert into case_event (case_id, at, actor, kind, detail) values (?, ?::timestamptz,"
            + " 'policy', 'opened', 'Clause 2.1: it says so.')",
        caseId,
        at);
    sql(
        "insert into strike (case_id, account, author_key, clause, at) values (?, ?, 'name:Dana"
            + " Reyes', '2.1', now())",
        caseId,
        account);
    return caseId;
  }

  /** A proposal that was refused, in words that name a person. */
  void proposal(String kind, UUID subject) {
    sql(
        """
        insert into proposal (proposal_id, kind, subject, proposed_by, reason, state, proposed_at, expires_at,
          answered_by, answered_at, answer_note)
        values (gen_random_uuid(), ?, ?, 'novak', 'Dana again.', 'refused', '2027-03-04', '2027-03-05', 'okafor',
          '2027-03-05', 'She wrote it.')
        """,
        kind,
        subject.toString());
  }

  UUID proposed(RecordKind kind) {
    return proposed(kind, "", List.of("practice", "district"), DAY);
  }

  UUID proposed(RecordKind kind, String building, List<String> accounts, LocalDate before) {
    UUID id = UUID.randomUUID();
    disposals.propose(
        new DisposalRequest(
            id,
            kind,
            building,
            "",
            accounts,
            before,
            CHICAGO,
            "LRC 2030-17",
            "Their time is over.",
            new Who("abara", "Ada Bara")));
    return id;
  }

  UUID approved(RecordKind kind) {
    UUID id = proposed(kind);
    approve(id);
    return id;
  }

  /** Returns how many would be disposed of now, according to the preview. */
  long going(UUID id) {
    return database
        .jdbi()
        .withHandle(
            h ->
                Disposal.find(h, id)
                    .orElseThrow()
                    .selection(PLACES)
                    .counts(h, Integer.MAX_VALUE)
                    .getOrDefault(Optional.<RetentionExemption>empty(), 0L));
  }

  void approve(UUID id) {
    disposals.answer(id, Answer.APPROVE, new Who("brandt", "Elias Brandt"), "");
  }

  /** Works until nothing is left to do. */
  void carryOut(UUID id) {
    DisposalJob.Step step;
    do {
      step = disposing.step(id, PLACES);
    } while (step == DisposalJob.Step.MORE);
    disposing.end(id, CLOCK, (h, disposal) -> new DisposalJob.Certificate("head", "ab".repeat(32)));
  }

  /** Does the same in parallel with others; the slower one tries again. */
  void carryOutWithOthers(UUID id) {
    while (disposing.underWay().contains(id)) {
      if (disposing.step(id, PLACES) == DisposalJob.Step.LAST) {
        disposing.end(
            id, CLOCK, (h, disposal) -> new DisposalJob.Certificate("head", "ab".repeat(32)));
      }
    }
  }

  UUID hold(
      Holds.Covers covers, UUID caseId, String account, String author, String from, String until) {
    UUID id = UUID.randomUUID();
    holds.place(
        new Holds.HoldRequest(
            id,
            covers,
            Optional.ofNullable(caseId),
            account,
            author.isEmpty() ? "" : "name:" + author,
            author,
            "",
            Optional.ofNullable(from).map(LocalDate::parse),
            Optional.ofNullable(until).map(LocalDate::parse),
            "Reyes v. District",
            "Counsel asked.",
            "abara"));
    return id;
  }

  void lifted(UUID hold) {
    UUID proposal = UUID.randomUUID();
    holds.proposeLifting(proposal, hold, "abara", "Settled.");
    holds.answer(hold, proposal, Answer.APPROVE, "brandt", "");
  }

  /** Returns the ids of the comments that are empty. */
  Set<String> gone() {
    return ids("select comment_id from comment where disposal_id is not null and latest_text = ''");
  }

  /** Returns the ids of the comments that are complete. */
  Set<String> whole() {
    return ids(
        """
        select c.comment_id from comment c
        where c.disposal_id is null and c.latest_text <> '' and c.author_name <> '' and not exists (
          select from revision r where r.account = c.account and r.comment_id = c.comment_id
            and (r.body = '' or r.raw = '' or r.findings = '[]' or r.attachments = '{}' or r.disposal_id is not null))
        """);
  }

  private Set<String> ids(String sql) {
    List<String> found =
        database.jdbi().withHandle(h -> h.createQuery(sql).mapTo(String.class).list());
    return new TreeSet<>(found);
  }

  String one(String sql) {
    return database.one(sql, String.class);
  }

  Map<String, Long> left(UUID id) {
    Map<String, Long> left = new TreeMap<>();
    database
        .jdbi()
        .useHandle(
            h ->
                Disposal.find(h, id)
                    .orElseThrow()
                    .left(h)
                    .forEach((why, n) -> left.put(why.name(), n)));
    return left;
  }
}
