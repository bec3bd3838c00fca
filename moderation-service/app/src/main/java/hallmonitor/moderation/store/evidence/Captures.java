package hallmonitor.moderation.store.evidence;

import hallmonitor.contract.event.Capture;
import hallmonitor.contract.event.Capture.Revision;
import hallmonitor.contract.event.CommentSeen;
import hallmonitor.moderation.casework.CaseChange.Escalation;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.store.cases.CaseWrite;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Builds captures from the archive: the comment as received, its earlier revisions and the thread
 * around it. Takes a few queries per capture, and none without captures.
 */
public final class Captures {
  /** Further revisions of a comment are counted but not listed. */
  private static final int MOST_REVISIONS = 500;

  /** The person who asks for a capture, and the rule for it. */
  record Cause(String clause, String policyVersion, String modelVersion, String by) {}

  private final Connection connection;

  /**
   * Creates the builder.
   *
   * @param connection in a transaction that has archived the comments
   */
  public Captures(Connection connection) {
    this.connection = connection;
  }

  /**
   * Returns the same writes, with captures for those that escalate.
   *
   * @param moreToCome whether comments that were written before may not be archived yet; then no
   *     thread counts as complete
   */
  public List<CaseWrite> fill(List<CaseWrite> writes, boolean moreToCome, Instant now)
      throws SQLException {
    long captures = writes.stream().filter(e -> e.change().escalation().isPresent()).count();
    if (captures == 0) {
      return writes;
    }
    CaptureSizeLimit room = CaptureSizeLimit.among((int) captures);
    List<CaseWrite> filled = new ArrayList<>(writes.size());
    for (CaseWrite write : writes) {
      Optional<Escalation> escalation = write.change().escalation();
      filled.add(
          escalation.isEmpty()
              ? write
              : write.with(
                  capture(
                      write.seen().orElseThrow(),
                      new Cause(
                          escalation.get().clause().id(),
                          write.policyVersion(),
                          write.modelVersion(),
                          "policy"),
                      room,
                      moreToCome,
                      now)));
    }
    return filled;
  }

  /**
   * Builds a capture from the current archive.
   *
   * @param clause that it rests on; empty for none
   * @param by a user name, or the policy
   * @return empty if there is no such case
   */
  public Optional<Capture> ofArchived(UUID caseId, String clause, String by, Instant now)
      throws SQLException {
    Optional<ArchivedComment> archived = ArchivedComment.of(connection, caseId);
    return archived.isEmpty()
        ? Optional.empty()
        : Optional.of(
            capture(
                archived.get().seen(),
                new Cause(
                    clause, archived.get().policyVersion(), archived.get().modelVersion(), by),
                CaptureSizeLimit.OF_ONE,
                false,
                now));
  }

  private Capture capture(
      CommentSeen seen, Cause cause, CaptureSizeLimit room, boolean moreToCome, Instant now)
      throws SQLException {
    CommentKey key = new CommentKey(seen.comment().account(), seen.comment().id());
    ThreadAround thread = ThreadAround.of(connection, key, seen.post().id());
    List<Capture.ThreadComment> kept = room.fitThread(thread.nearestFirst());
    return new Capture(
        room.fit(seen),
        earlier(key, seen, room),
        ThreadAround.oldestFirst(kept),
        moreToCome || thread.isCut() || kept.size() < thread.nearestFirst().size(),
        cause.clause(),
        cause.policyVersion(),
        cause.modelVersion(),
        cause.by(),
        archivedAt(key, seen.revision()),
        now);
  }

  private Optional<Instant> archivedAt(CommentKey key, String revision) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select coalesce(first_judged_at, judged_at) as archived_at
            from revision
            where account = ?
              and comment_id = ?
              and revision = ?
            """)) {
      statement.setString(1, key.account());
      statement.setString(2, key.id());
      statement.setString(3, revision);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(row.getTimestamp("archived_at").toInstant())
            : Optional.empty();
      }
    }
  }

  /**
   * Returns revisions, oldest first; raw answers are loaded within the limit and replaced beyond.
   */
  private List<Revision> earlier(CommentKey key, CommentSeen seen, CaptureSizeLimit room)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select revision, kind, body, observed_at, octet_length(raw) as bytes,
                   case when total <= ? then raw end as raw,
                   case when total > ? then encode(sha256(convert_to(raw, 'UTF8')), 'hex') end as sha256,
                   revisions
            from (select *, sum(octet_length(raw)) over (order by observed_at desc, revision) as total,
                    count(*) over () as revisions
                  from revision
                  where account = ? and comment_id = ? and revision <> ? and observed_at <= ?
                    and disposal_id is null
                  order by observed_at desc, revision limit %d) r
            order by observed_at desc, revision
            """
                .formatted(MOST_REVISIONS))) {
      statement.setLong(1, room.earlier());
      statement.setLong(2, room.earlier());
      statement.setString(3, key.account());
      statement.setString(4, key.id());
      statement.setString(5, seen.revision());
      statement.setObject(6, seen.observedAt().atOffset(java.time.ZoneOffset.UTC));
      List<Revision> found = new ArrayList<>();
      int all = 0;
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          String raw = row.getString("raw");
          all = row.getInt("revisions");
          found.add(
              new Revision(
                  row.getString("revision"),
                  CommentSeen.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                  row.getString("body"),
                  raw == null
                      ? CaptureSizeLimit.leftOut(row.getLong("bytes"), row.getString("sha256"))
                      : raw,
                  row.getTimestamp("observed_at").toInstant()));
        }
      }
      return room.fitEarlier(found, all);
    }
  }
}
