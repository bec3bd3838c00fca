package hallmonitor.notifier.notice;

import hallmonitor.settings.notice.NoticePhrases;
import java.util.Map;
import java.util.stream.Collectors;

/** Explains why a person is notified again, or only now. */
final class NoticeReasonText {
  private static final int LONGEST_NAME = 60;

  private final NoticePhrases phrases;
  private final PersonNames people;

  NoticeReasonText(NoticePhrases phrases, PersonNames people) {
    this.phrases = phrases;
    this.people = people;
  }

  String say(NoticeSubject about) {
    NoticeReason reason = about.reason();
    return switch (reason.occasion()) {
      case TOLD, DECIDED, NOT_HIDDEN -> "";
      case REMINDED ->
          phrases.fill(
              phrases.say("why.reminded"), Map.of("time", phrases.lasting(reason.minutes())));
      case PASSED_ON ->
          reason.others().isEmpty()
              ? ""
              : phrases.fill(
                  phrases.say("why.passed-on"),
                  Map.of("who", names(reason), "time", phrases.lasting(reason.minutes())));
      case RAN_OUT ->
          phrases.fill(
              phrases.say("why.ran-out"),
              Map.of("who", names(reason), "time", phrases.lasting(reason.minutes())));
      case HANDED_OVER ->
          phrases.fill(phrases.say("why.handed-over"), Map.of("who", names(reason)));
      case JOINED ->
          about.more() > 0 ? phrases.count("why.joined", about.more()) : phrases.say("why.edited");
    };
  }

  private String names(NoticeReason reason) {
    return reason.others().stream()
        .map(people::of)
        .map(name -> PlainText.line(name, LONGEST_NAME))
        .collect(Collectors.joining(", "));
  }
}
