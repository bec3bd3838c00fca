package hallmonitor.moderation.store.objections;

import hallmonitor.moderation.casework.Decisions.CaseChanged;
import hallmonitor.moderation.casework.ShortCode;
import hallmonitor.moderation.wording.Sentence;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Creates and finds the references for appeals: one for each hide and each block. */
public final class AppealReferences {
  private final LongSupplier random;

  /**
   * Creates the service.
   *
   * @param random 64 bits that no one can guess
   */
  public AppealReferences(LongSupplier random) {
    this.random = random;
  }

  /** Returns the reference of the newest ordered hide, or of the case if others hid the comment. */
  ShortCode ofHide(Handle transaction, UUID caseId) {
    UUID newest =
        transaction
            .createQuery(
                """
                select action_id from ordered_action
                where case_id = :id and action = 'hide' and state not in ('cancelled', 'held')
                order by ordered_at desc, action_id limit 1
                """)
            .bind("id", caseId)
            .mapTo(UUID.class)
            .findOne()
            .orElse(null);
    return of(transaction, caseId, "hide", newest);
  }

  ShortCode ofBlock(Handle transaction, UUID caseId, UUID blockId) {
    return of(transaction, caseId, "block", blockId);
  }

  /** Returns the reference of a block that someone made by hand, which belongs to no case. */
  ShortCode ofHandBlock(Handle transaction, UUID id) {
    transaction.execute(
        "update hand_block set reference = ? where hand_block_id = ? and reference is null",
        ShortCode.of(random.getAsLong()).signs(),
        id);
    return transaction
        .createQuery("select reference from hand_block where hand_block_id = :id")
        .bind("id", id)
        .mapTo(String.class)
        .findOne()
        .map(ShortCode::new)
        .orElseThrow(
            () -> new CaseChanged(Sentence.of("That block no longer exists. Reload the page.")));
  }

  private ShortCode of(Handle transaction, UUID caseId, String about, @Nullable UUID subject) {
    transaction
        .createUpdate(
            """
            insert into appeal_reference (reference, case_id, about, subject)
            values (:reference, :case, :about, :subject) on conflict (case_id, about, subject) do nothing
            """)
        .bind("reference", ShortCode.of(random.getAsLong()).signs())
        .bind("case", caseId)
        .bind("about", about)
        .bind("subject", subject)
        .execute();
    return new ShortCode(
        transaction
            .createQuery(
                """
                select reference from appeal_reference
                where case_id = :case and about = :about and subject is not distinct from :subject
                """)
            .bind("case", caseId)
            .bind("about", about)
            .bind("subject", subject)
            .mapTo(String.class)
            .one());
  }
}
