package hallmonitor.moderation.store.objections;

import hallmonitor.moderation.casework.Decisions.CaseChanged;
import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.store.AuditLog;
import hallmonitor.moderation.wording.Sentence;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Adds to blocks that someone made by hand on a platform why they stand, and until when. */
public final class HandBlocks {
  private final Jdbi database;

  public HandBlocks(Jdbi database) {
    this.database = database;
  }

  /**
   * Notes the reason and the end of a block; a later note replaces it, and the audit keeps both.
   *
   * @throws NotLegal with what is missing
   * @throws CaseChanged if it no longer stands
   */
  public void note(UUID id, String by, String reason, LocalDate lastDay, BlockRules rules) {
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
    database.useTransaction(
        t -> {
          int noted =
              t.execute(
                  """
                  update hand_block set reason = ?, last_day = ?, ends_at = ?, noted_by = ?,
                    noted_at = clock_timestamp()
                  where hand_block_id = ? and gone_at is null
                  """,
                  reason,
                  lastDay,
                  lastDay.plusDays(1).atStartOfDay(rules.zone()).toInstant(),
                  by,
                  id);
          if (noted == 0) {
            throw new CaseChanged(Sentence.of("That block no longer exists. Reload the page."));
          }
          AuditLog.add(
              t, by, "hand-block-noted", "hand block " + id, "Until " + lastDay + ". " + reason);
        });
  }
}
