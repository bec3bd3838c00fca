package hallmonitor.notifier.answer;

import hallmonitor.notifier.answer.AnswerPage.Call;
import hallmonitor.notifier.answer.AnswerPage.DutyText;
import hallmonitor.notifier.answer.ConversationView.DutyState;
import hallmonitor.notifier.clock.Conversation;
import hallmonitor.notifier.notice.PlainText;
import hallmonitor.notifier.notice.StandingText;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Person;
import hallmonitor.settings.escalation.CallLine;
import hallmonitor.settings.escalation.Duty;
import hallmonitor.settings.escalation.EscalationRules;
import hallmonitor.settings.notice.NoticePhrases;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes who to call, and what law and district require of the reader. */
final class HelpTexts {
  private static final int LONGEST_NAME = 80;

  private final District district;
  private final EscalationRules rules;
  private final NoticePhrases phrases;
  private final StandingText standing;

  HelpTexts(
      District district, EscalationRules rules, NoticePhrases phrases, StandingText standing) {
    this.district = district;
    this.rules = rules;
    this.phrases = phrases;
    this.standing = standing;
  }

  List<DutyText> duties(Conversation of, List<DutyState> clocks) {
    String language = phrases.locale().getLanguage();
    return of.categories().stream()
        .flatMap(category -> rules.duties(category).stream())
        .distinct()
        .map(
            d ->
                duty(d, language, clocks.stream().filter(c -> c.duty().equals(d.id())).findFirst()))
        .toList();
  }

  private DutyText duty(Duty of, String language, Optional<DutyState> clock) {
    String when =
        clock
            .map(
                c ->
                    c.done()
                        ? phrases.say("answer.duty-done")
                        : phrases.fill(
                            phrases.say("answer.duty-due"),
                            Map.of("time", standing.time(c.dueAt()))))
            .orElse("");
    return new DutyText(
        of.title(language),
        of.text(language),
        of.source(),
        when,
        clock.map(DutyState::done).orElse(false));
  }

  /** The configured lines, then the next contact with a phone. */
  List<Call> calls(Conversation of, Person reader, Instant now) {
    List<Call> calls = new ArrayList<>();
    for (CallLine line : rules.answerPage().calls(of.categories())) {
      calls.add(
          new Call(line.name(reader.language()), line.number(), CallLine.dialed(line.number())));
    }
    HandOverCandidates.people(district, rules, of, now).stream()
        .filter(p -> !p.id().equals(reader.id()) && p.phone().isPresent())
        .findFirst()
        .ifPresent(
            p ->
                calls.add(
                    new Call(
                        PlainText.line(p.name(), LONGEST_NAME),
                        p.phone().orElseThrow(),
                        CallLine.dialed(p.phone().orElseThrow()))));
    return calls;
  }
}
