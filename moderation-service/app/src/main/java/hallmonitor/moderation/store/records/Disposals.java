package hallmonitor.moderation.store.records;

import hallmonitor.moderation.casework.DecisionRules;
import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.casework.Proposal.Answer;
import hallmonitor.moderation.casework.Proposal.Kind;
import hallmonitor.moderation.casework.RecordKind;
import hallmonitor.moderation.store.Proposals;
import hallmonitor.moderation.wording.Sentence;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Disposals of records: one person proposes, another approves, and then {@link DisposalJob} carries
 * it out.
 */
public final class Disposals {
  private final Jdbi database;
  private final Clock clock;
  private final Supplier<DecisionRules> rules;

  /**
   * A request.
   *
   * @param id given with the form, so that sending it twice is one proposal
   * @param building empty for all
   * @param account empty for all
   * @param accounts the resulting accounts; at least one
   * @param before the first day that is kept, in the zone
   * @param approval the number of the commission's approval; not blank
   */
  public record DisposalRequest(
      UUID id,
      RecordKind kind,
      String building,
      String account,
      List<String> accounts,
      LocalDate before,
      ZoneId zone,
      String approval,
      String reason,
      Who by) {
    /**
     * Returns the selected records.
     *
     * @param places the building of each account in the district's file
     */
    public RecordSelection selection(Map<String, String> places) {
      return new RecordSelection(kind, building, accounts, start(), zone.getId(), places);
    }

    private Instant start() {
      return before.atStartOfDay(zone).toInstant();
    }
  }

  public record Who(String userName, String displayName) {}

  public Disposals(Jdbi database, Clock clock, Supplier<DecisionRules> rules) {
    this.database = database;
    this.clock = clock;
    this.rules = rules;
  }

  /**
   * Checks a request.
   *
   * @throws NotLegal if records of this kind are kept for longer
   */
  public void check(DisposalRequest asked) {
    refuse(asked.kind(), asked.before(), asked.zone());
  }

  /**
   * Proposes a disposal.
   *
   * @throws NotLegal if records of this kind are kept for longer
   */
  public void propose(DisposalRequest asked) {
    check(asked);
    database.useTransaction(
        t -> {
          if (Disposal.find(t, asked.id()).isPresent()) {
            return;
          }
          Instant now = clock.instant();
          insert(t, asked);
          new Proposals(t)
              .propose(
                  Proposal.of(
                      asked.id(),
                      Kind.DISPOSE_RECORDS,
                      asked.id().toString(),
                      "",
                      asked.by().userName(),
                      asked.reason(),
                      terms(t, asked),
                      now));
        });
  }

  private static void insert(Handle t, DisposalRequest asked) {
    t.createUpdate(
            """
            insert into disposal (disposal_id, kind, building, account, accounts, before_day, before, zone, approval,
              proposer_name)
            values (:id, :kind, :building, :account, :accounts, :day, :before, :zone, :approval, :name)
            """)
        .bind("id", asked.id())
        .bind("kind", EnumCodes.of(asked.kind()))
        .bind("building", asked.building())
        .bind("account", asked.account())
        .bindArray("accounts", String.class, asked.accounts())
        .bind("day", asked.before())
        .bind("before", asked.start())
        .bind("zone", asked.zone().getId())
        .bind("approval", asked.approval())
        .bind("name", asked.by().displayName())
        .execute();
  }

  private static String terms(Handle t, DisposalRequest asked) {
    return t.createQuery(
            """
            select jsonb_build_object('building', :building::text, 'kind', :kind::text, 'before', :before::text,
              'approval', :approval::text)::text
            """)
        .bind("building", asked.building())
        .bind("kind", EnumCodes.of(asked.kind()))
        .bind("before", asked.before().toString())
        .bind("approval", asked.approval())
        .mapTo(String.class)
        .one();
  }

  /**
   * Answers a proposal.
   *
   * @throws NotLegal if this person may not give this answer, or if the retention rules changed
   *     since
   */
  public void answer(UUID id, Answer answer, Who by, String note) {
    database.useTransaction(
        t -> {
          Proposals proposals = new Proposals(t);
          Proposal proposal =
              proposals
                  .lock(id)
                  .filter(p -> p.kind() == Kind.DISPOSE_RECORDS)
                  .orElseThrow(() -> new NotLegal(Sentence.of("That proposal does not exist.")));
          Disposal disposal = Disposal.find(t, id).orElseThrow();
          Instant now = clock.instant();
          proposals.answer(proposal, answer, by.userName(), note, now);
          if (answer == Answer.APPROVE) {
            refuse(disposal.kind(), disposal.beforeDay(), ZoneId.of(disposal.zone()));
            approved(t, disposal, by, now);
          }
        });
  }

  private static void approved(Handle t, Disposal disposal, Who by, Instant now) {
    long total = disposal.selection(Map.of()).size(t);
    t.execute(
        """
        update disposal set approved_by = ?, approver_name = ?, approved_at = ?, total = ? where disposal_id = ?
        """,
        by.userName(),
        by.displayName(),
        now,
        total,
        disposal.id());
  }

  private void refuse(RecordKind kind, LocalDate before, ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    rules
        .get()
        .retention()
        .refusal(kind, before, today)
        .ifPresent(
            why -> {
              throw new NotLegal(why);
            });
  }
}
