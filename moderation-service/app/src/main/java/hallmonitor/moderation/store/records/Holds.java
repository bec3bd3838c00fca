package hallmonitor.moderation.store.records;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.casework.Proposal.Answer;
import hallmonitor.moderation.casework.Proposal.Kind;
import hallmonitor.moderation.store.AuditLog;
import hallmonitor.moderation.store.Proposals;
import hallmonitor.moderation.wording.Sentence;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Holds on records. One person places a hold, which applies immediately; two people lift it. Held
 * records are never disposed of: a disposal's batch waits for a hold that is being written, and
 * then sees it.
 */
public final class Holds {
  /** What a hold covers. */
  public enum Covers {
    CASE,
    /** Everything that one author wrote on one account. */
    AUTHOR,
    /** Everything, limited by the given building, account and days. */
    EVERYTHING
  }

  /**
   * A new hold.
   *
   * @param id given with the form, so that sending it twice is one hold
   * @param caseId of a case
   * @param account empty for all, and for a case
   * @param authorKey of an author; empty otherwise
   * @param building of the case or the account; for everything, empty means all
   * @param from of everything; absent for no limit
   * @param until last day
   * @param matter its name, such as a lawsuit's; not blank
   */
  public record HoldRequest(
      UUID id,
      Covers covers,
      Optional<UUID> caseId,
      String account,
      String authorKey,
      String authorName,
      String building,
      Optional<LocalDate> from,
      Optional<LocalDate> until,
      String matter,
      String reason,
      String by) {}

  private final Jdbi database;
  private final Clock clock;

  public Holds(Jdbi database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Places a hold, which applies once this returns. */
  public void place(HoldRequest asked) {
    database.useTransaction(
        t -> {
          int added =
              t.execute(
                  """
                  insert into record_hold (hold_id, covers, case_id, account, author_key, author_name, building,
                    from_day, until_day, matter, reason, placed_by)
                  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                  """,
                  asked.id(),
                  EnumCodes.of(asked.covers()),
                  asked.caseId().orElse(null),
                  asked.account(),
                  asked.authorKey(),
                  asked.authorName(),
                  asked.building(),
                  asked.from().orElse(null),
                  asked.until().orElse(null),
                  asked.matter(),
                  asked.reason(),
                  asked.by());
          if (added == 0 && !isThere(t, asked)) {
            throw new NotLegal(
                Sentence.of(
                    "This form was already used for another hold. Open the page again and fill in a"
                        + " new form."));
          }
          if (added > 0) {
            AuditLog.add(
                t,
                asked.by(),
                "place-hold",
                "hold " + asked.id(),
                asked.matter() + ": " + asked.reason());
          }
        });
  }

  private static boolean isThere(Handle t, HoldRequest asked) {
    return t.createQuery(
            """
            select exists (select from record_hold where hold_id = :id and covers = :covers
              and case_id is not distinct from :case and account = :account and author_key = :author
              and building = :building and from_day is not distinct from :from
              and until_day is not distinct from :until and matter = :matter)
            """)
        .bind("id", asked.id())
        .bind("covers", EnumCodes.of(asked.covers()))
        .bindByType("case", asked.caseId().orElse(null), UUID.class)
        .bind("account", asked.account())
        .bind("author", asked.authorKey())
        .bind("building", asked.building())
        .bindByType("from", asked.from().orElse(null), java.time.LocalDate.class)
        .bindByType("until", asked.until().orElse(null), java.time.LocalDate.class)
        .bind("matter", asked.matter())
        .mapTo(Boolean.class)
        .one();
  }

  /**
   * Proposes to lift a hold.
   *
   * @param id of the proposal, given with the form
   * @throws NotLegal if the hold is not active, or if that is already proposed
   */
  public void proposeLifting(UUID id, UUID holdId, String by, String reason) {
    database.useTransaction(
        t -> {
          Proposals proposals = new Proposals(t);
          if (proposals.lock(id).isPresent()) {
            return;
          }
          String building = lock(t, holdId);
          Proposal proposal =
              Proposal.of(
                  id,
                  Kind.LIFT_HOLD,
                  holdId.toString(),
                  "",
                  by,
                  reason,
                  terms(t, building),
                  clock.instant());
          proposals.proposeOnce(proposal);
        });
  }

  private static String terms(Handle t, String building) {
    return t.createQuery("select jsonb_build_object('building', :building::text)::text")
        .bind("building", building)
        .mapTo(String.class)
        .one();
  }

  /**
   * Answers a proposal.
   *
   * @throws NotLegal if this person may not give this answer, or if the hold is already lifted
   */
  public void answer(UUID holdId, UUID proposalId, Answer answer, String by, String note) {
    database.useTransaction(
        t -> {
          Proposals proposals = new Proposals(t);
          Proposal proposal = proposals.toAnswer(proposalId, Kind.LIFT_HOLD, holdId.toString());
          Instant now = clock.instant();
          proposals.answer(proposal, answer, by, note, now);
          if (answer == Answer.APPROVE) {
            lock(t, holdId);
            t.execute(
                "update record_hold set lifted_by = ?, lifted_at = ? where hold_id = ?",
                by,
                now,
                holdId);
            AuditLog.add(t, by, "hold-lifted", "hold " + holdId, proposal.reason());
          }
        });
  }

  /** Locks a hold and returns its building. */
  private static String lock(Handle t, UUID holdId) {
    return t.createQuery(
            """
            select building
            from record_hold
            where hold_id = :id
              and lifted_at is null
            for update
            """)
        .bind("id", holdId)
        .mapTo(String.class)
        .findOne()
        .orElseThrow(() -> new NotLegal(Sentence.of("This hold is no longer active.")));
  }
}
