package hallmonitor.notifier.escalation;

import static hallmonitor.notifier.Districts.cedarFalls;

import hallmonitor.notifier.escalation.EscalationEffect.Tell;
import hallmonitor.settings.district.District;
import hallmonitor.settings.escalation.EscalationFile;
import hallmonitor.settings.escalation.EscalationRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What tests of the escalation's states share: one escalation, and a time that they move. */
abstract class EscalationStateTests {
  /** 2 a.m. on a Thursday in Chicago. */
  static final Instant NIGHT = Instant.parse("2026-11-26T08:00:00Z");

  final List<EscalationEffect> effects = new ArrayList<>();
  District district = cedarFalls();
  EscalationRules rules = EscalationFile.read("");
  EscalationState state;
  Instant now = NIGHT;
  List<String> roles = List.of();

  void begin(Urgency urgency, String... roles) {
    this.roles = List.of(roles);
    EscalationTransition next = EscalationState.begin(urgency, terms(urgency), now);
    state = next.state();
    effects.addAll(next.effects());
  }

  void hears(EscalationFact fact) {
    Urgency urgency =
        fact instanceof EscalationFact.Joined joined ? joined.urgency() : Urgency.IMMEDIATE;
    EscalationTransition next = state.after(fact, terms(urgency), now);
    state = next.state();
    effects.addAll(next.effects());
  }

  /** The mail server accepts what was queued, and the clock moves to the next due time. */
  void timePasses() {
    if (state instanceof AwaitingAnswer waiting && !waiting.with().isEmpty()) {
      hears(new EscalationFact.Delivered(waiting.with().get(0).person()));
    }
    timePassesWithoutMail();
  }

  void timePassesWithoutMail() {
    now = state.dueAt().orElseThrow();
    hears(new EscalationFact.TimePassed());
  }

  EscalationTerms terms(Urgency urgency) {
    return EscalationTerms.of(rules, district, "cedar-high", "news", "threat", urgency, roles, now);
  }

  static EscalationFact answer(String by, EscalationFact.Answer answer, Optional<Contact> to) {
    return new EscalationFact.Answered(by, answer, to, "", Optional.empty());
  }

  List<String> tells() {
    return effects.stream()
        .filter(Tell.class::isInstance)
        .map(Tell.class::cast)
        .map(
            t ->
                t.to().person()
                    + " "
                    + t.occasion()
                    + " at +"
                    + Duration.between(NIGHT, t.dueAt()).toMinutes()
                    + "m")
        .toList();
  }
}
