package hallmonitor.notifier.clock;

import hallmonitor.notifier.escalation.Closed;
import hallmonitor.notifier.escalation.Contact;
import hallmonitor.notifier.escalation.EscalationFact;
import hallmonitor.notifier.escalation.EscalationFact.Answer;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Assignment;
import hallmonitor.settings.district.District.Person;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Handles people's answers from the console and from the answer page. */
public final class AnswerService {
  /** The result of an answer. */
  public enum Outcome {
    TAKEN,
    /** Someone closed it before. */
    CLOSED_BEFORE,
    /** The district's file has no person with this name. */
    UNKNOWN_PERSON,
    /** Resolving requires an outcome. */
    OUTCOME_MISSING,
    /** The person was not asked and has not acknowledged it. */
    NOT_ASKED
  }

  private final Supplier<District> district;
  private final EscalationService steps;

  public AnswerService(Supplier<District> district, EscalationService steps) {
    this.district = district;
    this.steps = steps;
  }

  /**
   * Applies an answer.
   *
   * @param of locked by the caller
   * @param by id in district.yaml, or a user name of the console
   * @param to for HAND_OVER, an id in district.yaml
   */
  public Outcome answer(
      Handle transaction,
      Conversation of,
      String by,
      Answer answer,
      Optional<String> to,
      String note,
      Instant now) {
    if (of.state() instanceof Closed) {
      return Outcome.CLOSED_BEFORE;
    }
    if (answer == Answer.RESOLVE && note.isBlank()) {
      return Outcome.OUTCOME_MISSING;
    }
    Optional<Contact> contact = Optional.empty();
    if (answer == Answer.HAND_OVER) {
      contact = to.flatMap(id -> district.get().person(id)).map(p -> contact(p, of.building()));
      if (contact.isEmpty()) {
        return Outcome.UNKNOWN_PERSON;
      }
    }
    Optional<Contact> self = district.get().person(by).map(p -> contact(p, of.building()));
    steps.answer(
        transaction, of, new EscalationFact.Answered(by, answer, contact, note, self), now);
    return Outcome.TAKEN;
  }

  /**
   * Applies an answer given on a case page. Acknowledging and handing over apply to the whole
   * conversation; closing applies to this case only, as long as there are others. Anyone may
   * acknowledge; the other answers are for people who were asked, hold the role, or have
   * acknowledged.
   *
   * @param caseId a case of the conversation
   * @param answerable whether the console says that the person is one of those
   */
  public Outcome answerOnCase(
      Handle transaction,
      Conversation of,
      UUID caseId,
      String by,
      boolean answerable,
      Answer answer,
      Optional<String> to,
      String note,
      Instant now) {
    if (answer != Answer.ACKNOWLEDGE
        && !answerable
        && !(of.state() instanceof Closed)
        && !steps.isAnswerable(transaction, of, by, now)) {
      return Outcome.NOT_ASKED;
    }
    boolean done = answer == Answer.RESOLVE || answer == Answer.FALSE_ALARM;
    boolean said = answer != Answer.RESOLVE || !note.isBlank();
    boolean falseAlarm = answer == Answer.FALSE_ALARM;
    if (done
        && said
        && !(of.state() instanceof Closed)
        && steps.closeApart(transaction, of, caseId, by, note, falseAlarm, now)) {
      return Outcome.TAKEN;
    }
    return answer(transaction, of, by, answer, to, note, now);
  }

  public void seen(Handle transaction, Conversation of, String person, Instant now) {
    steps.seen(transaction, of, person, now);
  }

  public void filledIn(
      Handle transaction,
      UUID clock,
      Map<String, String> fields,
      boolean done,
      String by,
      Instant now) {
    steps.duties().filledIn(transaction, clock, fields, done, by, now);
  }

  /** Returns the person's role in this building, otherwise in another one, or none. */
  private static Contact contact(Person person, String building) {
    String role =
        person.assignments().stream()
            .filter(a -> a.building().map(building::equals).orElse(true))
            .findFirst()
            .or(() -> person.assignments().stream().findFirst())
            .map(Assignment::role)
            .map(r -> r.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .orElse("");
    return new Contact(person.id(), role);
  }
}
