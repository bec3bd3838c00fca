package hallmonitor.notifier.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.notifier.directory.OnCall;
import hallmonitor.notifier.escalation.Contact;
import hallmonitor.notifier.escalation.EscalationEffect.Occasion;
import hallmonitor.notifier.escalation.EscalationEffect.Tell;
import hallmonitor.notifier.gateway.GatewayMessage.Act;
import hallmonitor.notifier.trouble.Troubles;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Person;
import hallmonitor.settings.escalation.EscalationRules;
import hallmonitor.settings.escalation.Gateway;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * What messages follow from a step of an escalation of immediate danger, in the step's transaction.
 * Where a roster is in force, the first message goes to those on call; reminders and everything
 * after them go to everyone who gets a mail.
 */
public final class MessageSteps {
  private final Supplier<District> district;
  private final Supplier<EscalationRules> rules;

  public MessageSteps(Supplier<District> district, Supplier<EscalationRules> rules) {
    this.district = district;
    this.rules = rules;
  }

  /** A person gets a mail, and so perhaps a message. */
  public void told(Handle transaction, UUID conversation, String building, Tell tell, Instant now) {
    Optional<MessageOccasion> occasion = MessageOccasion.of(tell.occasion());
    if (occasion.isEmpty()) {
      return;
    }
    OnCall onCall = OnCall.of(rules.get(), district.get(), building, now);
    boolean others =
        tell.occasion() == Occasion.TOLD && onCall.roster().isPresent() && hole(onCall).isEmpty();
    boolean personal = !others || onCall.holds(tell.to().person());
    for (Gateway gateway : gateways()) {
      if (!gateway.kind().isPersonal()) {
        shared(transaction, gateway, conversation, tell.step(), occasion.get(), now);
      } else if (personal && hasNumber(gateway, tell.to().person())) {
        MessageQueue.add(
            transaction,
            gateway,
            conversation,
            tell.step(),
            Act.TELL,
            occasion.get(),
            Optional.of(tell.to()),
            now);
      }
    }
  }

  /** The first people are told; says so if the roster names nobody who can be. */
  public void begun(Handle transaction, UUID conversation, String building, int step, Instant now) {
    OnCall onCall = OnCall.of(rules.get(), district.get(), building, now);
    onCall
        .roster()
        .ifPresent(
            roster ->
                hole(onCall)
                    .ifPresentOrElse(
                        why -> hole(transaction, conversation, roster, why, step, now),
                        () -> Troubles.over(transaction, Troubles.roster(roster), now)));
  }

  /** No mail reaches anyone. */
  public void alarmed(Handle transaction, UUID conversation, int step, Instant now) {
    gateways().stream()
        .filter(gateway -> !gateway.kind().isPersonal())
        .forEach(
            gateway ->
                shared(transaction, gateway, conversation, step, MessageOccasion.NOBODY, now));
  }

  /** Someone answered; what was not told yet is withdrawn by the step itself. */
  public void answered(
      Handle transaction, UUID conversation, int step, boolean closed, Instant now) {
    Act act = closed ? Act.END : Act.TAKE;
    incidents()
        .forEach(
            gateway ->
                MessageQueue.add(
                    transaction,
                    gateway,
                    conversation,
                    step,
                    act,
                    MessageOccasion.ANSWERED,
                    Optional.empty(),
                    now));
  }

  public void withdraw(Handle transaction, UUID conversation, int belowStep) {
    MessageQueue.withdraw(transaction, conversation, belowStep);
  }

  /** After an answer an incident is quiet, so it is ended and another begins. */
  private static void shared(
      Handle transaction,
      Gateway gateway,
      UUID conversation,
      int step,
      MessageOccasion occasion,
      Instant now) {
    if (gateway.kind() == Gateway.Kind.PAGERDUTY
        && (occasion == MessageOccasion.HANDED_OVER
            || MessageQueue.isTaken(transaction, gateway, conversation))) {
      add(transaction, gateway, conversation, step, Act.END, occasion, now);
    }
    add(transaction, gateway, conversation, step, Act.TELL, occasion, now);
  }

  private static void add(
      Handle transaction,
      Gateway gateway,
      UUID conversation,
      int step,
      Act act,
      MessageOccasion occasion,
      Instant now) {
    Optional<Contact> everyone = Optional.empty();
    MessageQueue.add(transaction, gateway, conversation, step, act, occasion, everyone, now);
  }

  private static void hole(
      Handle transaction, UUID conversation, String roster, String why, int step, Instant now) {
    String name = "roster/" + roster + "/" + conversation + "/" + step;
    UUID id = UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    MessageReports.roster(transaction, conversation, id, roster, why, now);
    Troubles.note(transaction, Troubles.roster(roster), why, now);
  }

  /** Returns why those on call cannot be told by message; empty if one of them can be. */
  private Optional<String> hole(OnCall onCall) {
    if (onCall.people().isEmpty()) {
      return Optional.of("Everyone who is on call now is away or unknown; the chain is told.");
    }
    List<Gateway> personal = gateways().stream().filter(g -> g.kind().isPersonal()).toList();
    boolean reachable =
        onCall.people().stream()
            .map(Person::id)
            .anyMatch(person -> personal.stream().anyMatch(g -> hasNumber(g, person)));
    return personal.isEmpty() || reachable
        ? Optional.empty()
        : Optional.of(
            "Nobody who is on call now has agreed to get messages in district.yaml; the chain is"
                + " told.");
  }

  private boolean hasNumber(Gateway gateway, String person) {
    return district.get().person(person).flatMap(gateway::number).isPresent();
  }

  private List<Gateway> gateways() {
    return rules.get().messages().gateways();
  }

  private List<Gateway> incidents() {
    return gateways().stream().filter(g -> g.kind() == Gateway.Kind.PAGERDUTY).toList();
  }
}
