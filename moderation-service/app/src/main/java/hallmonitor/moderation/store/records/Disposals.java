package hallmonitor.moderation.store.records;

import hallmonitor.moderation.casework.DecisionRules;
import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.casework.Proposal.Answer;
import hallmonitor.moderation.casework.Proposal.Kind;
import hallmonitor.moderation.casework.RecordKind;
import hallmonitor.moderation.casework.RecordPlace;
import hallmonitor.moderation.casework.Retention;
import hallmonitor.moderation.casework.RetentionRule;
import hallmonitor.moderation.store.Proposals;
import hallmonitor.moderation.wording.Sentence;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
  private final Function<List<String>, List<RecordPlace>> places;
  private final Function<Retention, List<RetentionRule>> misnamed;

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

  /**
   * Creates the disposals.
   *
   * @param places where accounts belong, in the same order
   * @param misnamed the rules of a schedule for an account or building that nobody knows
   */
  public Disposals(
      Jdbi database,
      Clock clock,
      Supplier<DecisionRules> rules,
      Function<List<String>, List<RecordPlace>> places,
      Function<Retention, List<RetentionRule>> misnamed) {
    this.database = database;
    this.clock = clock;
    this.rules = rules;
    this.places = places;
    this.misnamed = misnamed;
  }

  /**
   * Checks a request.
   *
   * @return the rule that permits it
   * @throws NotLegal if some of these records are kept for longer, if different rules govern them,
   *     or if a rule for records of this kind names an account or building that nobody knows
   */
  public RetentionRule check(DisposalRequest asked) {
    return permitting(asked.kind(), asked.accounts(), asked.before(), asked.zone());
  }

  /**
   * Proposes a disposal.
   *
   * @throws NotLegal as {@link #check}
   */
  public void propose(DisposalRequest asked) {
    RetentionRule rule = check(asked);
    database.useTransaction(
        t -> {
          if (Disposal.find(t, asked.id()).isPresent()) {
            return;
          }
          Instant now = clock.instant();
          insert(t, asked);
          basis(t, asked.id(), rule);
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
   * @throws NotLegal if this person may not give this answer, or if the schedule no longer permits
   *     it
   */
  public void answer(UUID id, Answer answer, Who by, String note) {
    database.useTransaction(
        t -> {
          Proposals proposals = new Proposals(t);
          Proposal proposal = proposals.toAnswer(id, Kind.DISPOSE_RECORDS);
          Disposal disposal = Disposal.find(t, id).orElseThrow();
          Instant now = clock.instant();
          proposals.answer(proposal, answer, by.userName(), note, now);
          if (answer == Answer.APPROVE) {
            confirmBasis(t, disposal);
            approved(t, disposal, by, now);
          }
        });
  }

  /** Two persons approve the same: the rule that the proposal shows must still be in force. */
  private void confirmBasis(Handle t, Disposal disposal) {
    RetentionRule rule =
        permitting(
            disposal.kind(), disposal.accounts(), disposal.beforeDay(), ZoneId.of(disposal.zone()));
    if (disposal.basis().rule().isEmpty()) {
      // Proposed before there were rules.
      basis(t, disposal.id(), rule);
    } else if (!Disposal.Basis.of(rule).equals(disposal.basis())) {
      throw new NotLegal(
          Sentence.of(
              "The records schedule changed since this was proposed. Withdraw it, and propose it"
                  + " again."));
    }
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

  private static void basis(Handle t, UUID id, RetentionRule rule) {
    Disposal.Basis basis = Disposal.Basis.of(rule);
    t.execute(
        "update disposal set rule = ?, kept = ?, authority = ?, source = ?, series = ? where disposal_id = ?",
        basis.rule(),
        basis.kept(),
        basis.authority(),
        basis.source(),
        basis.series(),
        id);
  }

  private RetentionRule permitting(
      RecordKind kind, List<String> accounts, LocalDate before, ZoneId zone) {
    Retention schedule = rules.get().retention();
    // A misspelled rule may be just the one that should keep these.
    misnamed.apply(schedule).stream()
        .filter(rule -> rule.kind() == kind)
        .findFirst()
        .ifPresent(
            rule -> {
              throw new NotLegal(
                  Sentence.of(
                      "A rule for these records names {1}, and no such account or school exists."
                          + " Correct decisions.yaml first.",
                      rule.reach().account() + rule.reach().building()));
            });
    List<RecordPlace> where =
        kind.isOfAccounts() ? places.apply(accounts) : List.of(RecordPlace.DISTRICT);
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    schedule
        .refusal(kind, where, before, today)
        .ifPresent(
            why -> {
              throw new NotLegal(why);
            });
    Set<RetentionRule> governing =
        where.stream()
            .flatMap(place -> schedule.governing(kind, place).stream())
            .collect(Collectors.toSet());
    if (governing.size() != 1) {
      throw new NotLegal(
          Sentence.of(
              "Different rules of the schedule govern these records. Propose a disposal for each"
                  + " rule."));
    }
    return governing.iterator().next();
  }
}
