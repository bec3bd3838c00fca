package hallmonitor.moderation.console.comments;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.RequestAudit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Up to which comment people have looked at each account. */
@ApplicationScoped
public class AccountLooks {
  /**
   * How far someone has looked.
   *
   * @param at when the newest comment arrived that someone looked at, or when someone decided a
   *     case of the account since
   * @param commentId of that comment; empty after a decision
   * @param lookedBy a user name; empty at the start of the watch
   */
  public record Look(
      String account, Instant at, String commentId, Instant lookedAt, String lookedBy) {
    PlaceInList place() {
      return new PlaceInList(at, new CommentKey(account, commentId));
    }
  }

  private final ConsoleDatabase database;
  private final RequestAudit audit;

  AccountLooks(ConsoleDatabase database, RequestAudit audit) {
    this.database = database;
    this.audit = audit;
  }

  /** Returns nothing for an account that has just been connected. */
  Optional<Look> of(String account) {
    return database.read(
        h ->
            h.createQuery("select * from account_looked where account = :account")
                .bind("account", account)
                .map(rows(Look.class))
                .findOne());
  }

  /**
   * Records that a person saw the comments of an account between two places, unless that would
   * leave out some that nobody has looked at.
   *
   * @param from the place after which the comments begin
   * @param last the newest of them
   */
  void add(PlaceInList from, PlaceInList last, String by) {
    database.write(
        h -> {
          int moved =
              h.createUpdate(
                      """
                      update account_look l
                      set through_at = :at, through_comment = :comment, looked_at = clock_timestamp(), looked_by = :by
                      from account_looked v
                      where l.account = :account and v.account = l.account
                        and (v.at, v.comment_id) >= (:from_at, :from_comment)
                        and (v.at, v.comment_id) < (:at, :comment)
                      """)
                  .bind("account", last.comment().account())
                  .bind("at", last.at().atOffset(ZoneOffset.UTC))
                  .bind("comment", last.comment().id())
                  .bind("from_at", from.at().atOffset(ZoneOffset.UTC))
                  .bind("from_comment", from.comment().id())
                  .bind("by", by)
                  .execute();
          if (moved > 0) {
            audit.add(h, by, "new-comments-read", "account " + last.comment().account(), "");
          }
          return moved;
        });
  }
}
