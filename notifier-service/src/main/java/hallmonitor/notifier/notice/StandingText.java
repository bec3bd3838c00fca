package hallmonitor.notifier.notice;

import hallmonitor.notifier.escalation.Acknowledged;
import hallmonitor.notifier.escalation.Closed;
import hallmonitor.notifier.escalation.EscalationState;
import hallmonitor.settings.notice.NoticePhrases;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** Says in one reader's language who has an escalation, until when, and what was decided. */
public final class StandingText {
  private static final int LONGEST_NAME = 80;

  private final NoticePhrases phrases;
  private final PersonNames people;
  private final String reader;

  /**
   * Creates a writer.
   *
   * @param reader the reader's id, so that they are addressed as "you"
   */
  public StandingText(NoticePhrases phrases, PersonNames people, String reader) {
    this.phrases = phrases;
    this.people = people;
    this.reader = reader;
  }

  /** Says who has it, without anybody's words. */
  public String say(EscalationState state) {
    if (state instanceof Acknowledged it) {
      String key = it.by().equals(reader) ? "state.yours" : "state.acknowledged";
      return it.until()
          .map(
              until ->
                  phrases.fill(
                      phrases.say(key + "-until"),
                      Map.of(
                          "who",
                          name(it.by()),
                          "time",
                          time(it.at()),
                          "until",
                          timeAfter(it.at(), until))))
          .orElseGet(
              () ->
                  phrases.fill(
                      phrases.say(key), Map.of("who", name(it.by()), "time", time(it.at()))));
    }
    return phrases.say(state instanceof Closed ? "state.closed" : "state.open");
  }

  /** Says what was decided, who decided it, and when. */
  public String say(CommentDecision decision) {
    return phrases.fill(
        phrases.say("decided", decision.kind()),
        Map.of("who", name(decision.by()), "time", time(decision.at())));
  }

  /** Returns the person's name on one line. */
  public String name(String person) {
    return PlainText.line(people.of(person), LONGEST_NAME);
  }

  public String time(Instant at) {
    return in("time", at);
  }

  /** Leaves the day out if it is the same. */
  private String timeAfter(Instant before, Instant at) {
    return in(day(before).equals(day(at)) ? "clock" : "time", at);
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, people.district().timeZone());
  }

  private String in(String pattern, Instant at) {
    return DateTimeFormatter.ofPattern(phrases.say(pattern), phrases.locale())
        .withZone(people.district().timeZone())
        .format(at);
  }
}
