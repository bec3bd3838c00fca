package hallmonitor.notifier.notice;

import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Person;
import hallmonitor.settings.notice.NoticePhrases;
import java.util.Map;
import java.util.stream.Collectors;

/** Explains why somebody is told again, or only now. */
final class NoticeReasonText {
  private static final int LONGEST_NAME = 60;

  private final NoticePhrases phrases;
  private final District district;

  NoticeReasonText(NoticePhrases phrases, District district) {
    this.phrases = phrases;
    this.district = district;
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
        .map(id -> district.person(id).map(Person::name).orElse(id))
        .map(name -> PlainText.line(name, LONGEST_NAME))
        .collect(Collectors.joining(", "));
  }
}
