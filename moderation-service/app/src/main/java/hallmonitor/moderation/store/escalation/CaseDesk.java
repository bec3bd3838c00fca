package hallmonitor.moderation.store.escalation;

import hallmonitor.contract.event.CaseEvent;
import hallmonitor.contract.event.CaseEvent.Answer;
import hallmonitor.contract.event.CaseEvent.CaseAnswered;
import hallmonitor.contract.event.CaseEvent.CaseViewed;
import hallmonitor.contract.event.CaseEvent.DutyDone;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.Outbox;
import hallmonitor.moderation.casework.CaseChange;
import hallmonitor.moderation.casework.CaseIds;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.store.AuditLog;
import hallmonitor.moderation.store.cases.CaseHistory;
import hallmonitor.moderation.store.cases.LockedCase;
import hallmonitor.moderation.store.evidence.ManualCapture;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/**
 * People's acts on the evidence and the escalation of a case, each with its audit row and its event
 * in one transaction. The notifier reports the result of an answer.
 */
public final class CaseDesk {
  /**
   * The person.
   *
   * @param user the user name
   * @param name as shown to people
   */
  public record Who(String user, String name) {}

  private final Jdbi database;
  private final Clock clock;
  private final Runnable relay;

  /**
   * Creates a desk.
   *
   * @param relay called after a commit that must be published
   */
  public CaseDesk(Jdbi database, Clock clock, Runnable relay) {
    this.database = database;
    this.clock = clock;
    this.relay = relay;
  }

  /**
   * Records that a person opened the case. Only the first time counts, and only if evidence is
   * kept.
   */
  public void viewed(UUID caseId, Who who) {
    inTransaction(
        t -> {
          int first =
              t.execute(
                  """
                  insert into case_view (case_id, user_name)
                  select case_id, ? from review_case where case_id = ? and evidence
                  on conflict do nothing
                  """,
                  who.user(),
                  caseId);
          if (first > 0) {
            publish(
                t,
                new CaseViewed(
                    CaseIds.ofView(caseId, who.user()),
                    caseId,
                    who.user(),
                    who.name(),
                    clock.instant()));
          }
          return first > 0;
        });
  }

  /**
   * Answers the case's escalation.
   *
   * @param answerId given with the form, so that sending it twice is one answer
   * @param answerable whether the person was asked or holds the role; others may acknowledge only
   * @param to the id of the person who takes over
   * @return whether it is new
   */
  public boolean answer(
      UUID answerId,
      UUID caseId,
      Who who,
      boolean answerable,
      Answer answer,
      Optional<String> to,
      String note) {
    return inTransaction(
        t -> {
          int added =
              t.execute(
                  """
                  insert into case_answer (event_id, case_id, user_name, answer) values (?, ?, ?, ?)
                  on conflict (event_id) do nothing
                  """,
                  answerId,
                  caseId,
                  who.user(),
                  EnumCodes.of(answer));
          if (added > 0) {
            AuditLog.add(
                t,
                who.user(),
                "answer-" + EnumCodes.of(answer),
                "case " + caseId,
                to.map(p -> "to " + p + ". ").orElse("") + note);
            publish(
                t,
                new CaseAnswered(
                    answerId,
                    caseId,
                    who.user(),
                    who.name(),
                    answer,
                    to,
                    note,
                    clock.instant(),
                    Optional.of(answerable)));
          }
          return added > 0;
        });
  }

  /**
   * Requests evidence of the case from the current archive.
   *
   * @param eventId given with the form
   * @return whether it is new
   */
  public boolean capture(UUID eventId, UUID caseId, Who who, String reason) {
    return inTransaction(
        t -> {
          boolean there =
              t.createQuery("select true from case_capture where event_id = :id")
                  .bind("id", eventId)
                  .mapTo(Boolean.class)
                  .findOne()
                  .orElse(false);
          return !there
              && ManualCapture.ask(t, eventId, caseId, who.user(), reason, clock.instant());
        });
  }

  /**
   * Adds a note to the case in any state.
   *
   * @param noteId given with the form, so that sending it twice is one note
   * @return whether it is new
   */
  public boolean note(UUID noteId, UUID caseId, Who who, String note) {
    return inTransaction(
        t -> {
          LockedCase.of(t, caseId);
          CaseChange.Event event = new CaseChange.Event(who.user(), "note", note, "note/" + noteId);
          boolean added = new CaseHistory(t).addTo(caseId, event);
          if (added) {
            AuditLog.add(t, who.user(), "note", "case " + caseId, note);
          }
          return added;
        });
  }

  /**
   * Saves the fields of a duty, in part or as done.
   *
   * @param fields joins what was saved before
   * @return whether the duty's clock was running
   */
  public boolean duty(
      UUID caseId, UUID clockId, Who who, Map<String, String> fields, boolean done) {
    return inTransaction(
        t -> {
          Optional<DutyDone> saved =
              new DutyEntries(t).save(caseId, clockId, who.user(), fields, done, clock.instant());
          if (saved.isPresent()) {
            AuditLog.add(
                t,
                who.user(),
                done ? "duty-done" : "duty-saved",
                "case " + caseId,
                "clock " + clockId);
            publish(t, saved.get());
          }
          return saved.isPresent();
        });
  }

  private static void publish(Handle transaction, CaseEvent event) {
    Outbox.add(transaction, Topic.CASE_EVENTS.topicName(), event.key(), event);
  }

  private boolean inTransaction(HandleCallback<Boolean, SQLException> work) {
    try {
      boolean changed = database.inTransaction(work);
      if (changed) {
        relay.run();
      }
      return changed;
    } catch (SQLException e) {
      throw new IllegalStateException("this is not written", e);
    }
  }
}
