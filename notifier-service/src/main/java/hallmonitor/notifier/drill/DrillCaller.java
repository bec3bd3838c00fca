package hallmonitor.notifier.drill;

import hallmonitor.notifier.drill.DrillTable.Message;
import hallmonitor.notifier.gateway.GatewayMessage.Act;
import hallmonitor.notifier.gateway.GatewayResult;
import hallmonitor.notifier.gateway.GatewayResult.Later;
import hallmonitor.notifier.gateway.GatewayResult.Refused;
import hallmonitor.notifier.gateway.Gateways;
import hallmonitor.notifier.mail.MailAttempt;
import hallmonitor.notifier.mail.MailConnection;
import hallmonitor.notifier.mail.NoticeMail;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Person;
import hallmonitor.settings.escalation.Gateway;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** Sends one message of a drill by every way that a real alarm takes. For one thread. */
final class DrillCaller implements AutoCloseable {
  private final MailConnection mail;
  private final Gateways gateways;
  private final BiFunction<UUID, String, String> link;

  /**
   * Creates one.
   *
   * @param link returns the page on which a person answers a drill
   */
  DrillCaller(MailConnection mail, Gateways gateways, BiFunction<UUID, String, String> link) {
    this.mail = mail;
    this.gateways = gateways;
    this.link = link;
  }

  /**
   * What came of an attempt.
   *
   * @param mailed whether the mail server took the mail, or there is none to send
   * @param problem in words; empty for none
   */
  record Outcome(boolean mailed, String problem) {}

  Outcome send(
      Message message, District district, List<Gateway> ways, String consoleUrl, Instant now) {
    List<String> problems = new ArrayList<>();
    Optional<Person> person = district.person(message.person());
    if (!message.isForTools() && person.isEmpty()) {
      return new Outcome(true, message.person() + " is no longer in district.yaml.");
    }
    // A phone rings once for each drill, however often the mail is tried.
    if (message.attempts() == 0) {
      ways.stream()
          .filter(gateway -> gateway.kind().isPersonal() == person.isPresent())
          .filter(gateway -> person.isEmpty() || gateway.number(person.get()).isPresent())
          .forEach(
              gateway ->
                  call(gateway, message, district, person, consoleUrl).ifPresent(problems::add));
    }
    String noMail = "The mail server took no mail to " + message.person() + ".";
    String before = message.problem().replace(noMail, "").strip();
    if (!before.isEmpty()) {
      problems.add(before);
    }
    boolean mailed = person.isEmpty() || mail(message, district, person.get(), now);
    if (!mailed) {
      problems.add(noMail);
    }
    return new Outcome(mailed, String.join(" ", problems));
  }

  private boolean mail(Message message, District district, Person person, Instant now) {
    UUID id = DrillTable.messageId(message);
    String page = link.apply(message.drillId(), person.id());
    NoticeMail letter =
        new NoticeMail(
            id,
            Optional.empty(),
            person,
            DrillWords.letter(district, person, message.dueAt(), page),
            now);
    return mail.send(letter) instanceof MailAttempt.Accepted;
  }

  private Optional<String> call(
      Gateway gateway,
      Message message,
      District district,
      Optional<Person> person,
      String consoleUrl) {
    GatewayResult result = send(gateway, message, Act.TELL, district, person, consoleUrl);
    if (gateway.kind() == Gateway.Kind.PAGERDUTY && wrong(result).isEmpty()) {
      result = send(gateway, message, Act.END, district, person, consoleUrl);
    }
    return wrong(result).map(why -> gateway.id() + ": " + why);
  }

  private GatewayResult send(
      Gateway gateway,
      Message message,
      Act act,
      District district,
      Optional<Person> person,
      String consoleUrl) {
    return gateways.send(
        gateway, DrillWords.message(district, gateway, message.drillId(), act, person, consoleUrl));
  }

  private static Optional<String> wrong(GatewayResult result) {
    if (result instanceof Refused refused) {
      return Optional.of(refused.why());
    }
    return result instanceof Later later ? Optional.of(later.why()) : Optional.empty();
  }

  @Override
  public void close() {
    mail.close();
  }
}
