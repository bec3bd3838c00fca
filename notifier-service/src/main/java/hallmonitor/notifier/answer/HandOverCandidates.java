package hallmonitor.notifier.answer;

import hallmonitor.notifier.clock.Conversation;
import hallmonitor.notifier.directory.NoticeRecipient;
import hallmonitor.notifier.escalation.EscalationTerms;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Person;
import hallmonitor.settings.escalation.EscalationRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the people who can take over an escalation. */
final class HandOverCandidates {
  private HandOverCandidates() {}

  /**
   * Returns the chain's people, then other people with a role in the building, except those who are
   * away.
   */
  static List<Person> people(
      District district, EscalationRules rules, Conversation of, Instant now) {
    EscalationTerms terms = EscalationTerms.of(rules, district, of, now);
    LocalDate today = LocalDate.ofInstant(now, district.timeZone());
    Set<Person> people = new LinkedHashSet<>();
    Stream.concat(terms.contacts().places().stream(), Stream.of(terms.contacts().last()))
        .flatMap(List::stream)
        .map(NoticeRecipient::person)
        .forEach(people::add);
    district.people().stream()
        .filter(
            p ->
                p.assignments().stream()
                    .anyMatch(a -> a.building().map(of.building()::equals).orElse(true)))
        .filter(p -> !p.isAbsent(today))
        .forEach(people::add);
    return List.copyOf(people);
  }
}
