package hallmonitor.notifier.directory;

import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Person;
import hallmonitor.settings.escalation.EscalationRules;
import hallmonitor.settings.escalation.Roster;
import hallmonitor.settings.escalation.Shift;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who is on call for a building now.
 *
 * @param roster its id; empty if there is none, or if it leaves this time to the chain
 * @param people empty if the roster names no one who can be told
 */
public record OnCall(Optional<String> roster, List<Person> people) {
  /** The role that people on call are told for. */
  public static final String ROLE = "on-call";

  public static final OnCall NOBODY = new OnCall(Optional.empty(), List.of());

  public OnCall {
    people = List.copyOf(people);
  }

  public static OnCall of(EscalationRules rules, District district, String building, Instant now) {
    LocalDate day = LocalDate.ofInstant(now, district.timeZone());
    Optional<Roster> roster = rules.messages().roster(building);
    return roster
        .flatMap(r -> r.at(now, district.timeZone(), rules.holidays()))
        .map(shift -> new OnCall(roster.map(Roster::id), present(district, shift, day)))
        .orElse(NOBODY);
  }

  /** Someone who is away is replaced by the delegate, as everywhere. */
  private static List<Person> present(District district, Shift shift, LocalDate day) {
    return shift.people().stream()
        .map(district::person)
        .flatMap(Optional::stream)
        .map(person -> district.inPlaceOf(person, day))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  /** Returns one sentence for each person of a roster who is not in the district's file. */
  public static List<String> unknown(EscalationRules rules, District district) {
    List<String> unknown = new ArrayList<>();
    for (Roster roster : rules.messages().rosters()) {
      roster.shifts().stream()
          .flatMap(shift -> shift.people().stream())
          .distinct()
          .filter(id -> district.person(id).isEmpty())
          .forEach(
              id ->
                  unknown.add(
                      "The roster '"
                          + roster.id()
                          + "' in escalation.yaml names '"
                          + id
                          + "', who is not among the people of district.yaml."));
      roster.buildings().stream()
          .filter(id -> district.building(id).isEmpty())
          .forEach(
              id ->
                  unknown.add(
                      "The roster '"
                          + roster.id()
                          + "' in escalation.yaml is for '"
                          + id
                          + "', which is not among the buildings of district.yaml."));
    }
    return unknown;
  }

  /** Returns everyone as recipients of a notice. */
  public Stream<NoticeRecipient> recipients() {
    return people.stream().map(person -> new NoticeRecipient(person, ROLE));
  }

  public boolean holds(String person) {
    return people.stream().anyMatch(p -> p.id().equals(person));
  }
}
