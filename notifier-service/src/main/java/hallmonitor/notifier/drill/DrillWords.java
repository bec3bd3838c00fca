package hallmonitor.notifier.drill;

import hallmonitor.notifier.gateway.GatewayMessage;
import hallmonitor.notifier.gateway.GatewayMessage.Act;
import hallmonitor.notifier.notice.ComposedNotice;
import hallmonitor.notifier.notice.ComposedNotice.Entry;
import hallmonitor.notifier.notice.ComposedNotice.Fact;
import hallmonitor.notifier.notice.PlainText;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Person;
import hallmonitor.settings.escalation.Gateway;
import hallmonitor.settings.notice.NoticePhrases;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Writes the messages of a drill; each says first that it is one. */
final class DrillWords {
  private static final int LONGEST = 80;

  private DrillWords() {}

  static ComposedNotice letter(District district, Person to, Instant due, String link) {
    NoticePhrases phrases = NoticePhrases.in(to.language());
    DateTimeFormatter time =
        DateTimeFormatter.ofPattern(phrases.say("time"), phrases.locale())
            .withZone(district.timeZone());
    return new ComposedNotice(
        to.language(),
        phrases.say("drill.title"),
        phrases.say("drill.urgency"),
        "",
        true,
        phrases.say("drill.title"),
        List.of(),
        List.of(
            new Entry(
                "",
                List.of(new Fact(phrases.say("drill.until"), time.format(due))),
                "",
                phrases.say("drill.todo"),
                "",
                link,
                phrases.say("drill.confirm"))),
        phrases.say("drill.footer"));
  }

  static GatewayMessage message(
      District district,
      Gateway gateway,
      UUID drill,
      Act act,
      Optional<Person> reader,
      String consoleUrl) {
    String language = reader.map(Person::language).orElse(gateway.language());
    NoticePhrases phrases = NoticePhrases.in(language);
    String link = consoleUrl + "/troubles";
    Map<String, String> words =
        Map.of("district", PlainText.line(district.name(), LONGEST), "link", link);
    String text = reader.isPresent() ? "message.drill.personal" : "message.drill.shared";
    return new GatewayMessage(
        act,
        "drill/" + drill,
        reader.flatMap(gateway::number).orElse(""),
        language,
        PlainText.line(district.name(), LONGEST),
        "other",
        phrases.fill(phrases.say("message.drill.heading"), words),
        phrases.fill(phrases.say(text), words),
        phrases.fill(phrases.say("message.drill.spoken"), words),
        link,
        phrases.say("link.console"));
  }
}
