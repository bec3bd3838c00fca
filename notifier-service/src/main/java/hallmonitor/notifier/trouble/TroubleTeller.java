package hallmonitor.notifier.trouble;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.notifier.alarm.AlarmCalls.TroubleAlarm;
import hallmonitor.notifier.directory.NoticeRecipient;
import hallmonitor.notifier.directory.RoleRouting;
import hallmonitor.notifier.gateway.GatewayMessage;
import hallmonitor.notifier.gateway.GatewayMessage.Act;
import hallmonitor.notifier.gateway.GatewayResult.Taken;
import hallmonitor.notifier.gateway.Gateways;
import hallmonitor.notifier.mail.MailAttempt;
import hallmonitor.notifier.mail.MailConnection;
import hallmonitor.notifier.mail.NoticeMail;
import hallmonitor.notifier.notice.NoticeSettings;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Person;
import hallmonitor.settings.escalation.Gateway;
import hallmonitor.settings.escalation.MessageRules;
import hallmonitor.settings.notice.NoticePhrases;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Tells the technology director of a trouble, or the person in that place: by mail, and if it is
 * urgent by every gateway that danger takes, too. For one thread.
 */
public final class TroubleTeller implements AutoCloseable {
  private static final List<String> ROLES = List.of("technology-director");

  private final MailConnection mail;
  private final Gateways gateways;
  private final Supplier<MessageRules> rules;
  private final Supplier<District> district;
  private final Supplier<NoticeSettings> house;
  private final Runnable afterMail;

  /** Who was reached. */
  public record Reached(boolean byMail, boolean byMessage) {
    public boolean anyone() {
      return byMail || byMessage;
    }
  }

  /**
   * Creates a teller.
   *
   * @param afterMail called when the mail server took a mail
   */
  public TroubleTeller(
      MailConnection mail,
      Gateways gateways,
      Supplier<MessageRules> rules,
      Supplier<District> district,
      Supplier<NoticeSettings> house,
      Runnable afterMail) {
    this.mail = mail;
    this.gateways = gateways;
    this.rules = rules;
    this.district = district;
    this.house = house;
    this.afterMail = afterMail;
  }

  static String link(NoticeSettings house) {
    return house.consoleUrl() + "/troubles";
  }

  /** Tells of it, and returns who was reached. */
  public Reached tell(Trouble trouble, Instant now) {
    District current = district.get();
    List<Person> people =
        RoleRouting.recipients(current, "", "", ROLES, now).told().stream()
            .map(NoticeRecipient::person)
            .toList();
    // First by phone: a mail server that does not answer takes its time.
    boolean byMessage = trouble.urgent() && messages(trouble, current, people);
    boolean byMail = false;
    for (Person person : people) {
      byMail |= mail(trouble, current, person);
    }
    return new Reached(byMail, byMessage);
  }

  private boolean mail(Trouble trouble, District current, Person person) {
    String name =
        trouble.subject()
            + "/"
            + trouble.beganAt()
            + "/"
            + trouble.occasion()
            + trouble.told()
            + "/"
            + person.id();
    NoticeMail letter =
        new NoticeMail(
            UUID.nameUUIDFromBytes(("trouble/" + name).getBytes(UTF_8)),
            Optional.empty(),
            person,
            TroubleLetter.write(house.get(), current, trouble, person.language()),
            trouble.beganAt());
    boolean accepted = mail.send(letter) instanceof MailAttempt.Accepted;
    if (accepted) {
      afterMail.run();
    }
    return accepted;
  }

  private boolean messages(Trouble trouble, District current, List<Person> people) {
    boolean taken = false;
    for (Gateway gateway : rules.get().gateways()) {
      if (!gateway.kind().isPersonal()) {
        taken |= send(gateway, trouble, current, Optional.empty());
      } else if (!trouble.over()) {
        for (Person person : people) {
          if (gateway.number(person).isPresent()) {
            taken |= send(gateway, trouble, current, Optional.of(person));
          }
        }
      }
    }
    return taken;
  }

  private boolean send(
      Gateway gateway, Trouble trouble, District current, Optional<Person> reader) {
    return gateways.send(gateway, message(gateway, trouble, current, reader)) instanceof Taken;
  }

  private GatewayMessage message(
      Gateway gateway, Trouble trouble, District current, Optional<Person> reader) {
    String language = reader.map(Person::language).orElse(gateway.language());
    NoticePhrases phrases = NoticePhrases.in(language);
    TroublePhrases words = new TroublePhrases(phrases, trouble);
    String link = link(house.get());
    Act act = trouble.over() && gateway.kind() == Gateway.Kind.PAGERDUTY ? Act.END : Act.TELL;
    return new GatewayMessage(
        act,
        "trouble/" + trouble.subject(),
        reader.flatMap(gateway::number).orElse(""),
        language,
        current.name(),
        "other",
        words.message("message.trouble.heading", current, link),
        words.message("message.trouble", current, link),
        words.message("message.trouble.spoken", current, link),
        link,
        phrases.say("link.console"));
  }

  /** Returns what the second channel is told. */
  TroubleAlarm alarm(Trouble trouble) {
    TroublePhrases words = new TroublePhrases(NoticePhrases.in("en"), trouble);
    return new TroubleAlarm(
        trouble.subject(),
        words.title(),
        trouble.why() + " " + words.todo(),
        link(house.get()),
        trouble.beganAt());
  }

  /** Hangs up. */
  @Override
  public void close() {
    mail.close();
  }
}
