package hallmonitor.notifier.answer;

import hallmonitor.notifier.clock.Conversation;
import hallmonitor.notifier.directory.Contacts;
import hallmonitor.notifier.directory.NoticeRecipient;
import hallmonitor.notifier.directory.OnCall;
import hallmonitor.notifier.escalation.EscalationTerms;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Assignment;
import hallmonitor.settings.district.District.Person;
import hallmonitor.settings.escalation.EscalationRules;
import hallmonitor.settings.yaml.YamlMapping;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the district's file says now about the person of a link. A link lives for days: meanwhile a
 * person may get another role or another school.
 *
 * @param stands whether they still hold what the link was sent for
 * @param instead names of the people who are asked now; empty if nobody can be
 */
record PresentAssignment(boolean stands, List<String> instead) {
  private static final int MOST_NAMES = 3;

  PresentAssignment {
    instead = List.copyOf(instead);
  }

  /**
   * Reads it. Pure.
   *
   * @param role that they were notified for; empty if never
   * @param handed whether it was handed over to them, which can be in any school
   */
  static PresentAssignment of(
      District district,
      EscalationRules rules,
      Conversation conversation,
      Person person,
      String role,
      boolean handed,
      Instant now) {
    Contacts contacts = EscalationTerms.of(rules, district, conversation, now).contacts();
    List<NoticeRecipient> asked =
        Stream.concat(contacts.places().stream(), Stream.of(contacts.last()))
            .flatMap(List::stream)
            .toList();
    Predicate<Assignment> sameRole =
        held -> role.isEmpty() || YamlMapping.nameOf(held.role()).equals(role);
    Predicate<Assignment> here =
        held -> held.building().map(conversation.building()::equals).orElse(true);
    boolean stands =
        asked.stream().anyMatch(recipient -> recipient.person().id().equals(person.id()))
            || person.assignments().stream().anyMatch(sameRole.and(here))
            || handed && person.assignments().stream().anyMatch(sameRole)
            || role.equals(OnCall.ROLE) && !person.assignments().isEmpty();
    return new PresentAssignment(
        stands,
        asked.stream()
            .map(recipient -> recipient.person().name())
            .distinct()
            .limit(MOST_NAMES)
            .toList());
  }
}
