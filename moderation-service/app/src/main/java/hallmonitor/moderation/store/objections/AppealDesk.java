package hallmonitor.moderation.store.objections;

import hallmonitor.moderation.casework.Appeal;
import hallmonitor.moderation.casework.Case;
import hallmonitor.moderation.casework.Decision;
import hallmonitor.moderation.casework.Decisions.CaseChanged;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.ShortCode;
import hallmonitor.moderation.store.AuditLog;
import hallmonitor.moderation.store.TwoPersons;
import hallmonitor.moderation.store.cases.CaseStore;
import hallmonitor.moderation.store.cases.CaseTable;
import hallmonitor.moderation.store.orders.CommandTransaction;
import hallmonitor.moderation.wording.Sentence;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Receives appeals and carries out their decisions, each in one transaction. */
public final class AppealDesk {
  /** Name of public form users in the audit log and the histories. */
  public static final String PUBLIC_FORM = "public form";

  /**
   * A received appeal.
   *
   * @param id the same for the same form sent twice
   * @param channel {@code form}, {@code telephone}, {@code letter} or {@code in-person}
   * @param codeHash of the code that shows its status; empty for a manually recorded one
   * @param receivedBy the user name of the person who recorded it; empty for the form
   */
  public record NewAppeal(
      UUID id,
      ShortCode reference,
      String channel,
      String appellant,
      String contact,
      String why,
      Optional<String> codeHash,
      Optional<String> receivedBy) {}

  public record Subject(UUID caseId, String about, String clause) {}

  public record Found(@Nested Appeal appeal, UUID subject) {}

  private final CommandTransaction deeds;
  private final BlockDesk blocks;
  private final AppealReferences references;

  public AppealDesk(Jdbi database, BlockDesk blocks, AppealReferences references, Runnable relay) {
    this.deeds = new CommandTransaction(database, relay);
    this.blocks = blocks;
    this.references = references;
  }

  /**
   * Returns the reference for an appeal against the case's newest hide, creating it on first use.
   *
   * @return empty if the comment was never hidden
   */
  public Optional<ShortCode> referenceOfHide(UUID caseId) {
    return deeds.quietly(
        t -> {
          boolean wasHidden =
              t.createQuery(
                      """
                      select true from review_case rc join comment c using (account, comment_id)
                      where rc.case_id = :id and (c.visibility = 'hidden' or rc.hidden_at is not null
                        or rc.action_state in ('hidden', 'hide-ordered') or exists (
                          select from appeal_reference r where r.case_id = rc.case_id and r.about = 'hide'))
                      """)
                  .bind("id", caseId)
                  .mapTo(Boolean.class)
                  .findOne()
                  .orElse(false);
          return wasHidden ? Optional.of(references.ofHide(t, caseId)) : Optional.empty();
        });
  }

  /** Returns whether a reference belongs to a case. */
  public boolean isOf(ShortCode reference, UUID caseId) {
    return deeds.quietly(
        t -> subject(t, reference).map(Subject::caseId).filter(caseId::equals).isPresent());
  }

  /**
   * Receives an appeal. A repeated one changes nothing.
   *
   * @param due returns its deadline from its time of receipt
   * @return whether the reference exists; the public never learns it
   */
  public boolean receive(NewAppeal received, UnaryOperator<Instant> due) {
    return deeds.in(
        t -> {
          Optional<Subject> subject = subject(t, received.reference());
          if (subject.isPresent()) {
            add(t, received, subject.get(), due);
          }
          return subject.isPresent();
        });
  }

  private static Optional<Subject> subject(Handle t, ShortCode reference) {
    return t.createQuery(
            """
            select r.case_id, r.about, coalesce(b.clause, rc.clause) as clause
            from appeal_reference r join review_case rc using (case_id)
            left join author_block b on r.about = 'block' and b.block_id = r.subject
            where r.reference = :reference
            """)
        .bind("reference", reference.signs())
        .map(ConstructorMapper.of(Subject.class))
        .findOne();
  }

  private static void add(Handle t, NewAppeal received, Subject subject, UnaryOperator<Instant> due)
      throws SQLException {
    Instant now = CommandTransaction.now(t);
    int added =
        t.createUpdate(
                """
                insert into appeal (appeal_id, case_id, reference, about, clause, channel, appellant, contact, why,
                  code_hash, received_by, received_at, due_at)
                values (:id, :case, :reference, :about, :clause, :channel, :appellant, :contact, :why, :code, :by,
                  :now, :due)
                on conflict (appeal_id) do nothing
                """)
            .bind("id", received.id())
            .bind("case", subject.caseId())
            .bind("reference", received.reference().signs())
            .bind("about", subject.about())
            .bind("clause", subject.clause())
            .bind("channel", received.channel())
            .bind("appellant", received.appellant())
            .bind("contact", received.contact())
            .bind("why", received.why())
            .bind("code", received.codeHash().orElse(null))
            .bind("by", received.receivedBy().orElse(null))
            .bind("now", now)
            .bind("due", due.apply(now))
            .execute();
    if (added > 0) {
      String actor = received.receivedBy().orElse(PUBLIC_FORM);
      CommandTransaction.note(
          t,
          subject.caseId(),
          actor,
          "appeal-received",
          received.why(),
          "appeal/" + received.id() + "/received");
      AuditLog.add(
          t, actor, "appeal-received", "case " + subject.caseId(), "appeal " + received.id());
    }
  }

  /**
   * Carries out a person's decision on an appeal, with its effects on the case or the block.
   *
   * @param version of the case that the person saw
   * @throws hallmonitor.moderation.casework.Decisions.NotLegal if the appeal does not allow it
   * @throws CaseChanged if the case has changed since the person saw it
   */
  public void decide(UUID appealId, int version, Appeal.Ruling ruling, String by, String reason) {
    deeds.run(
        t -> {
          try {
            decideIn(t, appealId, version, ruling, by, reason);
          } catch (SQLException e) {
            throw new IllegalStateException(
                "the ruling on appeal " + appealId + " is not written", e);
          }
        });
  }

  private void decideIn(
      Handle t, UUID appealId, int version, Appeal.Ruling ruling, String by, String reason)
      throws SQLException {
    Found found = lock(t, appealId);
    UUID caseId = found.appeal().caseId();
    Case now = new CaseTable(t.getConnection()).lockByIds(List.of(caseId)).get(0);
    Appeal.Settled settled = found.appeal().decide(ruling, by, reason, now.situation());
    if (!now.version().isAsIn(version)) {
      throw new CaseChanged(
          Sentence.of(
              "The case changed after you opened it. Nothing was decided. Review it again."));
    }
    String state = EnumCodes.of(settled.after().state());
    TwoPersons.decide(t, found.appeal().behind(), by, "appeal-" + state, "case " + caseId);
    t.execute(
        """
        update appeal set state = ?, decided_by = ?, decided_at = clock_timestamp(), reason = ?
        where appeal_id = ?
        """,
        state,
        by,
        reason,
        appealId);
    CommandTransaction.note(
        t, caseId, by, "appeal-" + state, reason, "appeal/" + appealId + "/" + state);
    AuditLog.add(t, by, "appeal-" + state, "case " + caseId, "appeal " + appealId + ": " + reason);
    if (settled.onCase().isPresent()) {
      Decision decision =
          new Decision(caseId, version, settled.onCase().get(), by, "On appeal: " + reason);
      CaseStore.decide(t, decision, CommandTransaction.now(t));
    }
    if (settled.voidsStrike()) {
      t.execute(
          """
          update strike
          set voided_at = clock_timestamp()
          where case_id = ?
            and voided_at is null
          """,
          caseId);
    }
    if (settled.endsBlock()) {
      blocks.endOnAppeal(t, found.subject(), by, "On appeal: " + reason);
    }
  }

  /** Locks the case first, in the order that all transactions use. */
  private static Found lock(Handle t, UUID appealId) {
    t.execute(
        """
        select case_id from review_case where case_id = (select case_id from appeal where appeal_id = ?)
        for update
        """,
        appealId);
    return t.createQuery(
            """
            select a.appeal_id as id, a.case_id, a.about, a.state, r.subject,
                   array(select behind_appeal(r.case_id, r.about, r.subject)) as behind
            from appeal a join appeal_reference r using (reference) where a.appeal_id = :id for update of a
            """)
        .bind("id", appealId)
        .map(ConstructorMapper.of(Found.class))
        .findOne()
        .orElseThrow(
            () -> new CaseChanged(Sentence.of("That appeal does not exist. Reload the page.")));
  }
}
