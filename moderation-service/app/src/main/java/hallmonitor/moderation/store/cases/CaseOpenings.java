package hallmonitor.moderation.store.cases;

import hallmonitor.messaging.TraceHeaders;
import hallmonitor.moderation.casework.CaseIds;
import hallmonitor.moderation.casework.CaseOpening;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.OnOpening;
import hallmonitor.moderation.casework.Visibility;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Clause.Urgency;
import hallmonitor.moderation.store.AuditLog;
import hallmonitor.moderation.wording.Sentence;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Opens cases about archived comments that a person chose. */
public final class CaseOpenings {
  /** A comment's newest revision with a text. */
  public record Newest(
      String platform,
      String authorKey,
      String visibility,
      boolean disposed,
      String revision,
      Instant observedAt,
      String policyVersion,
      String modelVersion) {}

  private final Jdbi database;
  private final Clock clock;

  public CaseOpenings(Jdbi database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Opens a case, unless the comment has one already.
   *
   * @param building id of the account's building; empty if the account is not in the district's
   *     file
   * @param by the person's user name
   * @return the comment's case; empty if there is no such comment
   * @throws NotLegal if its text was disposed of
   */
  public Optional<UUID> open(
      CommentKey comment, String building, Clause clause, String by, String why) {
    return database.inTransaction(
        t -> open(t, comment, new Wish(building, clause, clause.then().urgency(), by, why)));
  }

  /**
   * Why a case is opened.
   *
   * @param building id; empty if the account is not in the district's file
   * @param urgency its place in the queue
   * @param by a user name, {@link hallmonitor.moderation.casework.OnTip#ACTOR} or {@link
   *     hallmonitor.moderation.casework.OnKnownPicture#ACTOR}
   */
  public record Wish(String building, Clause clause, Urgency urgency, String by, String why) {}

  /** Opens a case like {@link #open(CommentKey, String, Clause, String, String)}, here. */
  public Optional<UUID> open(Handle transaction, CommentKey comment, Wish wish) {
    // The pipeline locks the comment, too, before it writes a case: one of both comes second.
    Optional<Newest> newest = lock(transaction, comment);
    Optional<UUID> there = present(transaction, comment);
    if (newest.isEmpty() || there.isPresent()) {
      return there;
    }
    if (newest.get().disposed()) {
      throw new NotLegal(Sentence.of("This comment was disposed of. Its text is no longer kept."));
    }
    write(
        transaction,
        newest.get(),
        new CaseOpening(
            comment,
            wish.building(),
            newest.get().revision(),
            newest.get().observedAt(),
            EnumCodes.read(Visibility.class, newest.get().visibility()),
            wish.clause(),
            wish.urgency(),
            wish.by(),
            wish.why()));
    return Optional.of(CaseIds.ofCase(comment));
  }

  /**
   * Locks first and then reads: a single statement for both would see the comment as a disposal
   * left it, but the joined revision as it was before the wait.
   */
  private static Optional<Newest> lock(Handle transaction, CommentKey comment) {
    transaction.execute(
        "select from comment where account = ? and comment_id = ? for update",
        comment.account(),
        comment.id());
    return transaction
        .createQuery(
            """
            select c.platform, c.author_key, c.visibility, r.disposal_id is not null as disposed,
              r.revision, r.observed_at, r.policy_version, r.model_version
            from comment c
            cross join lateral (
              select * from revision
              where account = c.account and comment_id = c.comment_id and kind <> 'deleted'
              order by observed_at desc, revision desc limit 1) r
            where c.account = :account and c.comment_id = :id
            """)
        .bind("account", comment.account())
        .bind("id", comment.id())
        .map(ConstructorMapper.of(Newest.class))
        .findOne();
  }

  private static Optional<UUID> present(Handle transaction, CommentKey comment) {
    return transaction
        .createQuery(
            "select case_id from review_case where account = :account and comment_id = :id")
        .bind("account", comment.account())
        .bind("id", comment.id())
        .mapTo(UUID.class)
        .findOne();
  }

  private void write(Handle transaction, Newest newest, CaseOpening opening) {
    Instant now = clock.instant();
    CaseWrite write =
        new CaseWrite(
            OnOpening.change(opening, now),
            newest.platform(),
            newest.authorKey(),
            newest.policyVersion(),
            newest.modelVersion(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            TraceHeaders.current());
    try {
      new CaseWriter(transaction).write(List.of(write), now);
    } catch (SQLException e) {
      throw new IllegalStateException("the case is not opened", e);
    }
    AuditLog.add(
        transaction,
        opening.by(),
        "open-case",
        "case " + write.change().after().id(),
        "Clause " + opening.clause().id() + ". " + opening.why());
  }
}
