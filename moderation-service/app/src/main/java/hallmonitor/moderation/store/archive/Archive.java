package hallmonitor.moderation.store.archive;

import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.PostSeen;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.Visibility;
import hallmonitor.moderation.store.ColumnArrays;
import hallmonitor.moderation.text.TextLikeness;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Every post, comment and revision ever seen; one statement per table and batch. */
public final class Archive {
  /**
   * Ids break ties: among comments found in one read, later ones have larger ids. The inner query
   * walks the index comment_by_author backwards, so that it reads no more than it returns, however
   * much an author or others have written. Its columns are compared only as a row, author first,
   * which no other index answers: the planner knows nothing of new posts, and would rather read all
   * of a post's comments for each author.
   */
  static final String THREADS =
      """
      select c.account, c.comment_id, c.platform, c.post_id, c.parent_id, c.author_key, c.author_name,
             c.permalink, c.visibility, c.visibility_at, c.latest_revision, c.latest_text,
             c.first_seen_at, c.changed_at, c.from_history, c.disposal_id is not null
      from unnest(?, ?, ?, ?, ?) as t(account, post_id, author_key, since, until)
      cross join lateral (
        select * from (
          select * from comment o
          where (o.author_key, o.account, o.post_id, o.first_seen_at)
              >= (t.author_key, t.account, t.post_id, t.since)
            and (o.author_key, o.account, o.post_id, o.first_seen_at)
              <= (t.author_key, t.account, t.post_id, t.until)
            and o.from_history is not true
          order by o.author_key desc, o.account desc, o.post_id desc, o.first_seen_at desc
          fetch first %1$d rows with ties) c
        order by c.first_seen_at desc, length(c.comment_id) desc, c.comment_id desc limit %1$d) c
      order by c.first_seen_at, length(c.comment_id), c.comment_id
      """
          .formatted(AuthorThread.MOST_COMMENTS);

  /** Condition for rows of {@code revision r}: their verdict is the last one. */
  public static final String JUDGED = "(r.first_outcome is null or r.first_judged_at is not null)";

  private final Connection connection;

  /**
   * Opens the archive.
   *
   * @param connection in a transaction
   */
  public Archive(Connection connection) {
    this.connection = connection;
  }

  /**
   * Locks partitions until this transaction ends. An instance that was presumed dead but still
   * works on its last batch must finish before its records can be skipped. One that stands still
   * for a minute does not finish: the database ends its transaction.
   *
   * @param partitions such as {@code hallmonitor.comments.v1-3}
   */
  public void own(Collection<String> partitions) throws SQLException {
    ColumnArrays.of(partitions)
        .text(p -> p)
        .query(
            connection,
            """
            select pg_advisory_xact_lock(h), set_config('idle_in_transaction_session_timeout', '1min', true)
            from (select distinct hashtextextended(p, 0) as h from unnest(?) p order by h) locks
            """,
            row -> 1);
  }

  /**
   * Returns those of these comments that are archived, and locks them until this transaction ends:
   * what is written about them depends on what was read, so a disposal waits for it, and nobody
   * else does. Those that are not archived yet are new, and no disposal selects them.
   */
  public List<CommentRow> lockComments(Set<CommentKey> keys) throws SQLException {
    return comments(keys, "order by c.account, c.comment_id for key share of c");
  }

  /** Returns those of these comments that are archived. */
  public List<CommentRow> comments(Set<CommentKey> keys) throws SQLException {
    return comments(keys, "");
  }

  private List<CommentRow> comments(Set<CommentKey> keys, String lock) throws SQLException {
    return keyed(keys)
        .query(
            connection,
            """
            select c.account, c.comment_id, platform, post_id, parent_id, author_key, author_name,
                   permalink, visibility, visibility_at, latest_revision, latest_text, first_seen_at,
                   changed_at, from_history, disposal_id is not null
            from unnest(?, ?) as k(account, comment_id) join comment c using (account, comment_id)
            """
                + lock,
            Archive::comment);
  }

  /** Returns all archived revisions of these comments. */
  public List<RevisionHash> revisions(Set<CommentKey> keys) throws SQLException {
    return keyed(keys)
        .query(
            connection,
            """
            select r.account, r.comment_id, r.revision,
              case when r.disposal_id is null then encode(sha256(convert_to(r.body, 'UTF8')), 'hex')
                else (select d.text_sha256 from disposed_revision d
                      where d.account = r.account and d.comment_id = r.comment_id and d.revision = r.revision)
              end
            from unnest(?, ?) as k(account, comment_id) join revision r using (account, comment_id)
            """,
            row ->
                new RevisionHash(
                    new CommentKey(row.getString(1), row.getString(2)),
                    row.getString(3),
                    row.getString(4)));
  }

  /**
   * Returns the newest comments by these authors under these posts, up to the most that are read
   * together, oldest first. Comments of an account's history are excluded.
   *
   * @param since earliest time when they were seen
   * @param until latest time when they were seen
   */
  public List<CommentRow> threads(Set<AuthorThread> threads, Instant since, Instant until)
      throws SQLException {
    return ColumnArrays.of(threads)
        .text(AuthorThread::account)
        .text(AuthorThread::postId)
        .text(AuthorThread::authorKey)
        .time(t -> since)
        .time(t -> until)
        .query(connection, THREADS, Archive::comment);
  }

  private static ColumnArrays<CommentKey> keyed(Set<CommentKey> keys) {
    return ColumnArrays.of(keys).text(CommentKey::account).text(CommentKey::id);
  }

  private static CommentRow comment(ResultSet row) throws SQLException {
    return new CommentRow(
        new CommentKey(row.getString(1), row.getString(2)),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        EnumCodes.read(Visibility.class, row.getString(9)),
        row.getTimestamp(10).toInstant(),
        row.getString(11),
        row.getString(12),
        row.getTimestamp(13).toInstant(),
        row.getTimestamp(14).toInstant(),
        row.getBoolean(15),
        row.getBoolean(16));
  }

  /** Adds what comments say about their posts. */
  public void addPosts(Collection<PostSeen> posts) throws SQLException {
    new PostArchive(connection).addMentioned(posts);
  }

  public void putComments(Collection<CommentRow> comments) throws SQLException {
    ColumnArrays.of(comments)
        .text(c -> c.key().account())
        .text(c -> c.key().id())
        .text(CommentRow::platform)
        .text(CommentRow::postId)
        .text(CommentRow::parentId)
        .text(CommentRow::authorKey)
        .text(CommentRow::authorName)
        .text(CommentRow::permalink)
        .text(c -> EnumCodes.of(c.visibility()))
        .time(CommentRow::visibilityAt)
        .text(CommentRow::latestRevision)
        .text(CommentRow::latestText)
        .time(CommentRow::firstSeenAt)
        .time(CommentRow::changedAt)
        .flag(CommentRow::fromHistory)
        .execute(
            connection,
            """
            insert into comment as old (account, comment_id, platform, post_id, parent_id, author_key,
              author_name, permalink, visibility, visibility_at, latest_revision, latest_text,
              first_seen_at, changed_at, from_history)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (account, comment_id) do update
            set author_key = excluded.author_key, author_name = excluded.author_name,
                permalink = excluded.permalink,
                disposal_id = case when excluded.latest_revision = old.latest_revision then old.disposal_id end,
                visibility = case when excluded.visibility_at >= old.visibility_at
                  then excluded.visibility else old.visibility end,
                visibility_at = greatest(old.visibility_at, excluded.visibility_at),
                latest_revision = excluded.latest_revision, latest_text = excluded.latest_text,
                changed_at = excluded.changed_at
            """);
  }

  public void addRevisions(Collection<RevisionRow> revisions) throws SQLException {
    ColumnArrays.of(revisions)
        .text(r -> r.key().account())
        .text(r -> r.key().id())
        .text(RevisionRow::revision)
        .text(RevisionRow::kind)
        .text(RevisionRow::body)
        .text(RevisionRow::raw)
        .time(RevisionRow::claimedAt)
        .time(RevisionRow::observedAt)
        .text(r -> r.outcome() == null ? null : EnumCodes.of(r.outcome()))
        .text(r -> String.join("\n", r.clauses()))
        .text(r -> json(r.findings()))
        .text(RevisionRow::policyVersion)
        .text(RevisionRow::modelVersion)
        .text(RevisionRow::language)
        .text(r -> String.join("\n", r.attachments()))
        .uuid(r -> r.likeness().map(TextLikeness::text).orElse(null))
        .uuid(r -> r.likeness().map(TextLikeness::words).orElse(null))
        .text(RevisionRow::names)
        .text(r -> r.firstOutcome() == null ? null : EnumCodes.of(r.firstOutcome()))
        .execute(
            connection,
            """
            insert into revision (account, comment_id, revision, kind, body, raw, claimed_at,
              observed_at, outcome, clauses, findings, policy_version, model_version, language,
              attachments, text_key, words_key, names, first_outcome)
            select account, comment_id, revision, kind, body, raw, claimed_at, observed_at, outcome,
              string_to_array(clauses, e'\\n'), findings::jsonb, policy_version, model_version, language,
              string_to_array(attachments, e'\\n'), text_key, words_key, names, first_outcome
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              as r(account, comment_id, revision, kind, body, raw, claimed_at, observed_at, outcome,
                clauses, findings, policy_version, model_version, language, attachments, text_key, words_key,
                names, first_outcome)
            on conflict do nothing
            """);
  }

  /**
   * Whether a revision {@code r} counts for the days from {@code :from} until {@code :until}. It
   * counts when it first got a last verdict, also if its pictures were read days later: it would
   * count twice otherwise.
   */
  static final String COUNTED =
      """
      %s and (
        r.judged_at >= :from and r.judged_at < :until and r.counted_from is null
          and (r.first_outcome is not null or r.first_judged_at is null)
        or r.counted_from >= :from and r.counted_from < :until
        or r.first_outcome is null and r.first_judged_at >= :from and r.first_judged_at < :until)
      """
          .formatted(JUDGED);

  /**
   * Marks times because a last verdict of then was replaced, and its day may be counted already.
   * Which day that is, and whether it is open, is not known here.
   */
  private static final String COUNT_AGAIN =
      """
      insert into count_due (judged_at)
      select coalesce(r.counted_from, r.first_judged_at)
      from unnest(?, ?, ?) as n(account, comment_id, revision)
      join revision r using (account, comment_id, revision)
      where r.first_judged_at is not null and (r.first_outcome is null or r.counted_from is not null)
      """;

  /**
   * Replaces the verdicts of an earlier look by those of the second, or of what pictures say. They
   * count from now on, so that who reads by the time of judging meets only last verdicts.
   */
  public void judgeAgain(Collection<RevisionRow> revisions) throws SQLException {
    ColumnArrays.of(revisions)
        .text(r -> r.key().account())
        .text(r -> r.key().id())
        .text(RevisionRow::revision)
        .text(r -> r.outcome() == null ? null : EnumCodes.of(r.outcome()))
        .text(r -> String.join("\n", r.clauses()))
        .text(r -> json(r.findings()))
        .text(RevisionRow::policyVersion)
        .text(RevisionRow::modelVersion)
        .text(RevisionRow::language)
        .uuid(r -> r.likeness().map(TextLikeness::text).orElse(null))
        .uuid(r -> r.likeness().map(TextLikeness::words).orElse(null))
        .execute(
            connection,
            """
            update revision r
            set outcome = n.outcome, clauses = string_to_array(n.clauses, e'\\n'),
              findings = n.findings::jsonb, policy_version = n.policy_version,
              model_version = n.model_version, language = n.language, text_key = n.text_key,
              words_key = n.words_key, counted_from = coalesce(r.counted_from,
                case when r.first_outcome is not null and r.first_judged_at is not null then r.judged_at end),
              first_judged_at = coalesce(r.first_judged_at, r.judged_at),
              judged_at = clock_timestamp()
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              as n(account, comment_id, revision, outcome, clauses, findings, policy_version,
                model_version, language, text_key, words_key)
            where r.account = n.account and r.comment_id = n.comment_id and r.revision = n.revision
              and r.disposal_id is null
            """);
    ColumnArrays.of(revisions)
        .text(r -> r.key().account())
        .text(r -> r.key().id())
        .text(RevisionRow::revision)
        .execute(connection, COUNT_AGAIN);
  }

  private static String json(Object value) {
    return new String(EventJson.write(value), StandardCharsets.UTF_8);
  }
}
