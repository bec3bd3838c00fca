package hallmonitor.settings.escalation;

import hallmonitor.settings.district.District;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * escalation.yaml: how escalations proceed, and what they require of people.
 *
 * @param soon pace of escalations that can wait for the end of quiet hours, unless their category
 *     says more
 * @param newsWithin how long news about one escalation is collected for one mail
 * @param quoteFor roles with notices that quote the comment
 * @param nameFor roles with notices that name the author
 * @param drill absent if there is none
 */
public record EscalationRules(
    EscalationCategory immediate,
    EscalationCategory soon,
    Map<String, EscalationCategory> immediateByCategory,
    Map<String, EscalationCategory> soonByCategory,
    List<Duty> duties,
    Set<LocalDate> holidays,
    Duration newsWithin,
    Set<String> quoteFor,
    Set<String> nameFor,
    AnswerPageRules answerPage,
    MessageRules messages,
    List<Channel> secondChannel,
    Optional<DrillRules> drill) {
  public EscalationRules {
    immediateByCategory = Map.copyOf(immediateByCategory);
    soonByCategory = Map.copyOf(soonByCategory);
    duties = List.copyOf(duties);
    holidays = Set.copyOf(holidays);
    quoteFor = Set.copyOf(quoteFor);
    nameFor = Set.copyOf(nameFor);
    secondChannel = List.copyOf(secondChannel);
  }

  /**
   * Returns the handling of a category. A digest has no clock of its own; once it is handed over,
   * it proceeds at the pace of {@code soon}.
   */
  public EscalationCategory category(String name, boolean immediately) {
    return immediately
        ? immediateByCategory.getOrDefault(name, immediate)
        : soonByCategory.getOrDefault(name, soon);
  }

  public List<Duty> duties(String category) {
    return duties.stream().filter(d -> d.categories().contains(category)).toList();
  }

  public BusinessDays businessDays(District district) {
    return new BusinessDays(district.timeZone(), holidays);
  }
}
