package hallmonitor.moderation.store.objections;

import hallmonitor.contract.event.PlatformAction;
import hallmonitor.moderation.casework.Decisions.CaseChanged;
import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.ShortCode;
import hallmonitor.moderation.store.AuditLog;
import hallmonitor.moderation.store.orders.CaseCitation;
import hallmonitor.moderation.store.orders.CommandTransaction;
import hallmonitor.moderation.wording.Sentence;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What people do about blocks that someone made by hand on a platform: they add why one stands and
 * until when, tell its author, or take it back.
 */
public final class HandBlocks {
  private static final Sentence GONE = Sentence.of("That block no longer exists. Reload the page.");

  private final CommandTransaction deeds;
  private final AppealReferences references;

  public HandBlocks(Jdbi database, AppealReferences references, Runnable relay) {
    this.deeds = new CommandTransaction(database, relay);
    this.references = references;
  }

  /**
   * Notes the reason and the end of a block; a later note replaces it, and the audit keeps both.
   * Its author is then to be told, or told again.
   *
   * @param notice returns the text for the author from the appeal reference
   * @throws NotLegal with what is missing
   * @throws CaseChanged if it no longer stands, or was taken back
   */
  public void note(
      UUID id,
      String by,
      String reason,
      LocalDate lastDay,
      BlockRules rules,
      Function<ShortCode, String> notice) {
    if (reason.isBlank()) {
      throw new NotLegal(Sentence.of("Enter a reason. It stays on record with the block."));
    }
    int longest = rules.limits().longestDays();
    LocalDate today = LocalDate.now(rules.zone());
    if (!lastDay.isAfter(today) || lastDay.isAfter(today.plusDays(longest))) {
      throw new NotLegal(
          Sentence.of(
              "Choose a last day from tomorrow on. A block can last at most {1} days.", longest));
    }
    deeds.run(
        t -> {
          ShortCode reference = references.ofHandBlock(t, id);
          int noted =
              t.execute(
                  """
                  update hand_block set reason = ?, last_day = ?, ends_at = ?, noted_by = ?,
                    noted_at = clock_timestamp(), notice = ?, told = null, told_how = '', told_by = null, told_at = null
                  where hand_block_id = ? and gone_at is null and taken_back_at is null
                  """,
                  reason,
                  lastDay,
                  lastDay.plusDays(1).atStartOfDay(rules.zone()).toInstant(),
                  by,
                  notice.apply(reference),
                  id);
          must(noted);
          audit(t, by, "hand-block-noted", id, "Until " + lastDay + ". " + reason);
        });
  }

  /**
   * Notes whether its author was told.
   *
   * @param told whether they were; otherwise there was no way to
   * @param how the way, or why there was none
   * @throws NotLegal with what is missing
   * @throws CaseChanged if it no longer stands, or has no reason yet
   */
  public void told(UUID id, String by, boolean told, String how) {
    if (how.isBlank()) {
      throw new NotLegal(
          Sentence.of("Enter how the person was told, or why no notice could be given."));
    }
    deeds.run(
        t -> {
          int noted =
              t.execute(
                  """
                  update hand_block set told = ?, told_how = ?, told_by = ?, told_at = clock_timestamp()
                  where hand_block_id = ? and gone_at is null and taken_back_at is null and reason <> ''
                  """,
                  told,
                  how,
                  by,
                  id);
          must(noted);
          audit(t, by, told ? "hand-block-told" : "hand-block-not-told", id, how);
        });
  }

  /**
   * Takes a block back: the platform is asked to lift it where its interface can, otherwise it
   * stays a task for a person until the platform no longer lists it.
   *
   * @throws NotLegal without a reason
   * @throws CaseChanged if it no longer stands, or was taken back before
   */
  public void takeBack(UUID id, String by, String why) {
    deeds.run(t -> must(takeBack(t, id, by, why) ? 1 : 0));
  }

  /**
   * Does the same within a transaction.
   *
   * @return false if it no longer stands, or was taken back before
   */
  static boolean takeBack(Handle t, UUID id, String by, String why) {
    if (why.isBlank()) {
      throw new NotLegal(Sentence.of("Enter a reason. It stays on record with the block."));
    }
    // Cases are locked before blocks, in the order that all transactions use.
    Optional<CaseCitation> target = newestCase(t, id).flatMap(found -> CaseCitation.lock(t, found));
    Optional<UUID> order = target.map(found -> UUID.randomUUID());
    int taken =
        t.createUpdate(
                """
                update hand_block set taken_back_by = :by, taken_back_at = clock_timestamp(), taken_back_why = :why,
                  unblock_id = :order
                where hand_block_id = :id and gone_at is null and taken_back_at is null
                """)
            .bind("by", by)
            .bind("why", why)
            .bindByType("order", order.orElse(null), UUID.class)
            .bind("id", id)
            .execute();
    if (taken == 0) {
      return false;
    }
    audit(t, by, "hand-block-taken-back", id, why);
    target.ifPresent(found -> unblock(t, found, order.orElseThrow(), by, why));
    return true;
  }

  /** Returns the case that an order to unblock can name; empty if a person has to unblock. */
  private static Optional<UUID> newestCase(Handle t, UUID id) {
    return t.createQuery(
            """
            select rc.case_id
            from hand_block k
            join comment c on c.account = k.account and c.author_key = k.author_key
            join review_case rc on rc.account = c.account and rc.comment_id = c.comment_id
            join account_status s on s.account = k.account
            where k.hand_block_id = :id and s.status -> 'capabilities' @> '["unblock-author"]'
            order by rc.opened_at desc, rc.case_id limit 1
            """)
        .bind("id", id)
        .mapTo(UUID.class)
        .findOne();
  }

  private static void unblock(Handle t, CaseCitation target, UUID order, String by, String why) {
    note(t, target.caseId(), by, "unblock-ordered", why, order);
    CommandTransaction.publish(
        t,
        target.order(
            order,
            PlatformAction.UNBLOCK_AUTHOR,
            target.clause(),
            by,
            why,
            CommandTransaction.now(t),
            Optional.empty()));
  }

  /**
   * Applies the platform's answer to an order to unblock.
   *
   * @param done whether the author is no longer blocked
   * @param words the platform's message; empty for none
   * @return false if no such order was given
   */
  static boolean answered(Handle t, UUID order, UUID caseId, boolean done, String words) {
    int known =
        t.createUpdate(
                """
                update hand_block set trouble = :words, unblock_failed = not :done,
                  gone_at = case when :done then coalesce(gone_at, clock_timestamp()) else gone_at end
                where unblock_id = :order
                """)
            .bind("words", words)
            .bind("done", done)
            .bind("order", order)
            .execute();
    if (known > 0) {
      note(t, caseId, "ingest", done ? "unblocked" : "unblock-failed", words, order);
    }
    return known > 0;
  }

  private static void note(
      Handle t, UUID caseId, String by, String kind, String words, UUID order) {
    try {
      CommandTransaction.note(t, caseId, by, kind, words, "hand-block/" + order + "/" + kind);
    } catch (SQLException e) {
      throw new IllegalStateException("the history of case " + caseId + " is not written", e);
    }
  }

  private static void audit(Handle t, String by, String act, UUID id, String detail) {
    AuditLog.add(t, by, act, "hand block " + id, detail);
  }

  private static void must(int changed) {
    if (changed == 0) {
      throw new CaseChanged(GONE);
    }
  }
}
