package hallmonitor.notifier.message;

import hallmonitor.notifier.gateway.GatewayMessage;
import hallmonitor.notifier.gateway.GatewayMessage.Act;
import hallmonitor.notifier.notice.NoticeSettings;
import hallmonitor.notifier.notice.PlainText;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Building;
import hallmonitor.settings.district.District.Person;
import hallmonitor.settings.escalation.Gateway;
import hallmonitor.settings.notice.NoticePhrases;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a message: how urgent, what kind of danger, which building, and where to sign in. It
 * passes through other hands than a mail, so it names nobody, quotes nothing, and its link asks for
 * a sign-in.
 */
public final class MessageComposer {
  private static final int LONGEST_NAME = 80;

  private MessageComposer() {}

  /**
   * Writes a message.
   *
   * @param reader empty where several people read
   */
  static GatewayMessage write(
      NoticeSettings house,
      District district,
      Gateway gateway,
      QueuedMessage message,
      Optional<Person> reader) {
    String label = message.occasion() == MessageOccasion.NOBODY ? "nobody" : label(message);
    String building =
        district.building(message.building()).map(Building::name).orElse(message.building());
    return message(
        house,
        district,
        gateway,
        message.act(),
        message.conversation().toString(),
        label,
        message.category(),
        building,
        house.consoleUrl() + "/cases/" + message.caseId(),
        reader);
  }

  /** Writes a message that only proves that the gateway works. */
  public static GatewayMessage test(
      NoticeSettings house, District district, Gateway gateway, Act act, Optional<Person> reader) {
    return message(
        house,
        district,
        gateway,
        act,
        "test",
        "test",
        "other",
        district.name(),
        house.consoleUrl() + "/",
        reader);
  }

  private static String label(QueuedMessage message) {
    return switch (message.occasion()) {
      case REMINDED -> "reminded";
      case PASSED_ON -> "passed-on";
      case HANDED_OVER -> "handed-over";
      case RAN_OUT -> "ran-out";
      case TOLD, NOBODY, ANSWERED -> "immediate";
    };
  }

  private static GatewayMessage message(
      NoticeSettings house,
      District district,
      Gateway gateway,
      Act act,
      String thread,
      String label,
      String category,
      String building,
      String link,
      Optional<Person> reader) {
    String language = reader.map(Person::language).orElse(gateway.language());
    NoticePhrases phrases = NoticePhrases.in(language);
    Map<String, String> words =
        Map.of(
            "label",
            phrases.say("label." + label),
            "what",
            label.equals("test")
                ? phrases.say("message.test")
                : PlainText.line(house.texts().what(category, language), LONGEST_NAME),
            "where",
            PlainText.line(building, LONGEST_NAME),
            "district",
            PlainText.line(district.name(), LONGEST_NAME),
            "link",
            link);
    return new GatewayMessage(
        act,
        thread,
        reader.flatMap(gateway::number).orElse(""),
        language,
        PlainText.line(building, LONGEST_NAME),
        category,
        phrases.fill(phrases.say("message.heading"), words),
        phrases.fill(
            phrases.say(reader.isPresent() ? "message.personal" : "message.shared"), words),
        phrases.fill(phrases.say("message.spoken"), words),
        link,
        phrases.say("answer.open-case"));
  }
}
