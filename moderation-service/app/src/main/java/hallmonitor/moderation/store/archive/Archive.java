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
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Every post, comment and revision ever seen; one statement per table and batch. */
public final class Archive {
  /**
   * Id of an advisory lock: reading and writing comments shares it, and disposal takes it
   * exclusively.
   */
  public static final long LOCK = 0x4841_4C4C_4152_4348L;

  /**
   * Ids break ties: among comments found in one read, later ones have larger ids. The inner query
   * walks the index comment_hand backwards, so that it reads no more than it returns, however much
   * an author has written. Its columns are compared as a row: times alone would tempt the planner
   * to search by time before the table's first analysis, when it expects few rows of any time.
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
          where o.account = t.account and o.author_key = t.author_key and o.post_id = t.post_id
            and (o.account, o.author_key, o.post_id, o.first_seen_at)
              >= (t.account, t.author_key, t.post_id, t.since)
            and (o.account, o.author_key, o.post_id, o.first_seen_at)
              <= (t.account, t.author_key, t.post_id, t.until)
            and o.from_history is not true
          order by o.account desc, o.author_key desc, o.post_id desc, o.first_seen_at desc
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
   * works on its last batch must finish before its records can be skipped. Disposal is blocked
   * meanwhile too, since what is written depends on what was read.
   *
   * @param partitions such as {@code hallmonitor.comments.v1-3}
   */
  public void own(Collection<String> partitions) throws SQLException {
    try (PreparedStatement shared =
        connection.prepareStatement("select pg_advisory_xact_lock_shared(?)")) {
      shared.setLong(1, LOCK);
      shared.execute();
    }
    ColumnArrays.of(partitions)
        .text(p -> p)
        .query(
            connection,
            """
            select pg_advisory_xact_lock(h)
            from (select distinct hashtextextended(p, 0) as h from unnest(?) p order by h) locks
            """,
            row -> 1);
  }

  /** Returns those of these comments that are archived. */
  public List<CommentRow> comments(Set<CommentKey> keys) throws SQLException {
    return keyed(keys)
        .query(
            connection,
            """
            select c.account, c.comment_id, platform, post_id, parent_id, author_key, author_name,
                   permalink, visibility, visibility_at, latest_revision, latest_text, first_seen_at,
                   changed_at, from_history, disposal_id is not null
            from unnest(?, ?) as k(account, comment_id) join comment c using (account, comment_id)
            """,
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
   * Replaces the verdicts of the first look by those of the second. They count from now on, so that
   * who reads by the time of judging meets only last verdicts.
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
              words_key = n.words_key, first_judged_at = r.judged_at, judged_at = clock_timestamp()
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              as n(account, comment_id, revision, outcome, clauses, findings, policy_version,
                model_version, language, text_key, words_key)
            where r.account = n.account and r.comment_id = n.comment_id and r.revision = n.revision
              and r.disposal_id is null
            """);
  }

  private static String json(Object value) {
    return new String(EventJson.write(value), StandardCharsets.UTF_8);
  }
}
