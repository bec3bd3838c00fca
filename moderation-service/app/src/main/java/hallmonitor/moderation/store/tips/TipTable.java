package hallmonitor.moderation.store.tips;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.EnumCodes;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads and writes tips. */
final class TipTable {
  private TipTable() {}

  static boolean isThere(Handle transaction, UUID id) {
    return transaction
        .createQuery("select exists (select from tip where tip_id = :id)")
        .bind("id", id)
        .mapTo(boolean.class)
        .one();
  }

  static boolean isFirst(Handle transaction, UUID caseId) {
    return transaction
        .createQuery("select not exists (select from tip where case_id = :case)")
        .bind("case", caseId)
        .mapTo(boolean.class)
        .one();
  }

  /** Locks a comment, and returns its case; empty if it has none. */
  static Optional<UUID> lockedCase(Handle transaction, CommentKey comment) {
    transaction.execute(
        "select from comment where account = ? and comment_id = ? for update",
        comment.account(),
        comment.id());
    return transaction
        .createQuery(
            "select case_id from review_case where account = :account and comment_id = :id")
        .bind("account", comment.account())
        .bind("id", comment.id())
        .mapTo(UUID.class)
        .findOne();
  }

  /**
   * Returns whether people are notified: not twice in a day of the same case unless it is more
   * urgent, and not more often in an hour than the plan allows for tips from the public. The case
   * is in the queue either way.
   */
  static boolean mayNotify(Handle transaction, NewTip tip, TipPlan plan, UUID caseId) {
    return transaction
        .createQuery(
            """
            select not exists (
                select from tip
                where case_id = :case and notified and received_at > clock_timestamp() - interval '1 day'
                  and array_position(array['can-wait', 'soon', 'now'], urgency)
                    >= array_position(array['can-wait', 'soon', 'now'], :urgency))
              and (:way <> 'public' or :most > (
                select count(*) from tip join review_case using (case_id)
                where way = 'public' and notified and building = :building
                  and received_at > clock_timestamp() - interval '1 hour'))
            """)
        .bind("case", caseId)
        .bind("urgency", EnumCodes.of(tip.urgency()))
        .bind("way", EnumCodes.of(tip.way()))
        .bind("most", plan.noticesAnHour())
        .bind("building", plan.building())
        .mapTo(boolean.class)
        .one();
  }

  static void add(Handle transaction, NewTip tip, UUID caseId, boolean notified, Instant now) {
    transaction
        .createUpdate(
            """
            insert into tip (tip_id, case_id, reference, state_hash, way, urgency, category, link, place, body,
              language, reporter, reporter_user, anonymous, screenshot, screenshot_sha256, notified, received_at)
            values (:id, :case, :reference, :state, :way, :urgency, :category, :link, :place, :body,
              :language, :reporter, :user, :anonymous, :screenshot, :sha256, :notified, :now)
            """)
        .bind("id", tip.id())
        .bind("case", caseId)
        .bind("reference", tip.reference().signs())
        .bind("state", tip.stateHash())
        .bind("way", EnumCodes.of(tip.way()))
        .bind("urgency", EnumCodes.of(tip.urgency()))
        .bind("category", tip.category())
        .bind("link", tip.link())
        .bind("place", tip.place())
        .bind("body", tip.text())
        .bind("language", tip.language())
        .bind("reporter", tip.reporter().name())
        .bind("user", tip.reporter().user())
        .bind("anonymous", tip.reporter().anonymous())
        .bind("screenshot", tip.screenshot().map(NewTip.Screenshot::content).orElse(null))
        .bind("sha256", tip.screenshot().map(NewTip.Screenshot::sha256).orElse(null))
        .bind("notified", notified)
        .bind("now", now)
        .execute();
  }
}
