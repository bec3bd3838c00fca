package hallmonitor.moderation.store.cases;

import hallmonitor.moderation.casework.Case;
import hallmonitor.moderation.casework.CaseChange;
import hallmonitor.moderation.casework.CaseIds;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.OnKnownPicture;
import hallmonitor.moderation.store.AuditLog;
import hallmonitor.moderation.store.cases.CaseOpenings.Wish;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Puts earlier comments with a picture that was just listed before a person. */
public final class FoundAgainCases {
  private final CaseOpenings openings;
  private final Clock clock;

  public FoundAgainCases(CaseOpenings openings, Clock clock) {
    this.openings = openings;
    this.clock = clock;
  }

  /** Returns whether readers still see a comment; locks it until the transaction ends. */
  public boolean isPublic(Handle transaction, CommentKey comment) {
    return transaction
        .createQuery(
            """
            select visibility = 'visible' and disposal_id is null as public from comment
            where account = :account and comment_id = :comment
            for update
            """)
        .bind("account", comment.account())
        .bind("comment", comment.id())
        .mapTo(Boolean.class)
        .findOne()
        .orElse(false);
  }

  /**
   * Opens a case of a locked comment, or sends its decided one back.
   *
   * @param key of the known picture
   * @return false if its case waits for a person already
   */
  public boolean put(Handle transaction, CommentKey comment, String key, Wish wish)
      throws SQLException {
    UUID id = CaseIds.ofCase(comment);
    if (new CaseTable(transaction.getConnection()).lockByIds(List.of(id)).isEmpty()) {
      return openings.open(transaction, comment, wish).isPresent();
    }
    LockedCase locked = LockedCase.of(transaction, id);
    Case before = locked.now();
    CaseChange change =
        OnKnownPicture.found(before, key, wish.urgency(), wish.why(), clock.instant());
    new CaseWriter(transaction).write(List.of(locked.write(change)), clock.instant());
    AuditLog.add(transaction, OnKnownPicture.ACTOR, OnKnownPicture.FOUND, "case " + id, wish.why());
    return !before.open() && change.after().open();
  }
}
