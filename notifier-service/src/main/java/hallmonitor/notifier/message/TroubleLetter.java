package hallmonitor.notifier.message;

import hallmonitor.notifier.message.MessageTroubles.Trouble;
import hallmonitor.notifier.notice.ComposedNotice;
import hallmonitor.notifier.notice.ComposedNotice.Entry;
import hallmonitor.notifier.notice.ComposedNotice.Fact;
import hallmonitor.notifier.notice.NoticeSettings;
import hallmonitor.notifier.notice.PersonNames;
import hallmonitor.notifier.notice.PlainText;
import hallmonitor.settings.district.District;
import hallmonitor.settings.notice.NoticePhrases;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes what the technology director is told about messages that do not get through. */
final class TroubleLetter {
  private static final int LONGEST = 120;

  private TroubleLetter() {}

  static ComposedNotice write(
      NoticeSettings house, District district, Trouble trouble, String language) {
    NoticePhrases phrases = NoticePhrases.in(language);
    String[] subject = trouble.subject().split("/", 3);
    String kind = subject.length == 3 ? "number" : subject[0];
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(phrases.say("trouble." + subject[0]), subject[1]));
    if (subject.length == 3) {
      facts.add(new Fact(phrases.say("trouble.person"), PersonNames.of(district).of(subject[2])));
    }
    DateTimeFormatter time =
        DateTimeFormatter.ofPattern(phrases.say("time"), phrases.locale())
            .withZone(district.timeZone());
    facts.add(new Fact(phrases.say("trouble.since"), time.format(trouble.beganAt())));
    String title = phrases.fill(phrases.say("trouble.title." + kind), Map.of("id", subject[1]));
    return new ComposedNotice(
        language,
        PlainText.line(title, 2 * LONGEST),
        phrases.say("trouble.urgency"),
        phrases.fill(phrases.say("in-english"), Map.of("title", trouble.why())),
        true,
        PlainText.line(title, LONGEST),
        List.of(),
        List.of(
            new Entry(
                "",
                facts,
                "",
                phrases.say("trouble.todo." + kind),
                "",
                house.consoleUrl() + "/",
                phrases.say("link.console"))),
        phrases.say("trouble.footer"));
  }
}
