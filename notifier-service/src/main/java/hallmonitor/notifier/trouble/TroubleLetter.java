package hallmonitor.notifier.trouble;

import hallmonitor.notifier.notice.ComposedNotice;
import hallmonitor.notifier.notice.ComposedNotice.Entry;
import hallmonitor.notifier.notice.ComposedNotice.Fact;
import hallmonitor.notifier.notice.NoticeSettings;
import hallmonitor.notifier.notice.PersonNames;
import hallmonitor.settings.district.District;
import hallmonitor.settings.notice.NoticePhrases;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Writes the mail about a trouble. */
final class TroubleLetter {
  private TroubleLetter() {}

  static ComposedNotice write(
      NoticeSettings house, District district, Trouble trouble, String language) {
    NoticePhrases phrases = NoticePhrases.in(language);
    TroublePhrases words = new TroublePhrases(phrases, trouble);
    List<Fact> facts = new ArrayList<>();
    String kind = trouble.subject().split("/", 2)[0];
    if (kind.equals("gateway") || kind.equals("roster")) {
      facts.add(new Fact(phrases.say("trouble." + kind), trouble.about()));
    }
    if (trouble.kind().equals("number")) {
      String person = trouble.subject().split("/", 3)[2];
      facts.add(new Fact(phrases.say("trouble.person"), PersonNames.of(district).of(person)));
    }
    DateTimeFormatter time =
        DateTimeFormatter.ofPattern(phrases.say("time"), phrases.locale())
            .withZone(district.timeZone());
    facts.add(new Fact(phrases.say("trouble.since"), time.format(trouble.beganAt())));
    return new ComposedNotice(
        language,
        words.heading(),
        words.urgency(),
        words.why(),
        !trouble.over(),
        words.title(),
        List.of(),
        List.of(
            new Entry(
                "",
                facts,
                "",
                words.todo(),
                "",
                TroubleTeller.link(house),
                phrases.say("link.console"))),
        phrases.say("trouble.footer"));
  }
}
