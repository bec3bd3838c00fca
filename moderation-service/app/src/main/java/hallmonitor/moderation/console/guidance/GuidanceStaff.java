package hallmonitor.moderation.console.guidance;

import hallmonitor.moderation.console.ConsoleConfig;
import hallmonitor.moderation.console.SchoolYear;
import hallmonitor.moderation.console.access.ConsoleUser;
import hallmonitor.moderation.console.access.ConsoleUsers;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.store.guidance.Attestations;
import hallmonitor.moderation.store.guidance.Attestations.Attestation;
import hallmonitor.moderation.store.guidance.StaffList;
import hallmonitor.moderation.store.guidance.StaffMember;
import hallmonitor.settings.district.District;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The whole staff: the list that administrators keep, the people in district.yaml, and those who
 * may sign in. Someone who is known from more than one is one person, by their email.
 */
@ApplicationScoped
public class GuidanceStaff {
  private final StaffList list;
  private final ConsoleUsers users;
  private final Attestations attestations;
  private final LiveRules rules;
  private final ConsoleConfig config;

  GuidanceStaff(
      StaffList list,
      ConsoleUsers users,
      Attestations attestations,
      LiveRules rules,
      ConsoleConfig config) {
    this.list = list;
    this.users = users;
    this.attestations = attestations;
    this.rules = rules;
    this.config = config;
  }

  District district() {
    return rules.district().current().value();
  }

  LocalDate today() {
    return LocalDate.now(district().timeZone());
  }

  SchoolYear schoolYear() {
    return SchoolYear.of(today(), config.schoolYearFrom());
  }

  /** Returns the staff of the buildings in scope, by building and name, with what they attested. */
  List<StaffLine> lines(Scope scope) {
    Map<String, Attestation> attested =
        attestations.of(schoolYear().first()).stream()
            .collect(Collectors.toMap(Attestation::person, Function.identity()));
    return all().stream()
        .filter(member -> scope.sees(member.building()))
        .map(member -> new StaffLine(member, attested.get(member.key())))
        .toList();
  }

  List<StaffMember> all() {
    Map<String, StaffMember> known = new LinkedHashMap<>();
    List<StaffMember> every = new ArrayList<>(list.all());
    district().people().forEach(person -> every.add(of(person)));
    users.all().stream().filter(user -> !user.removed()).forEach(user -> every.add(of(user)));
    every.forEach(member -> known.putIfAbsent(member.key(), member));
    return known.values().stream()
        .sorted(
            Comparator.comparing(StaffMember::building)
                .thenComparing(StaffMember::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  /** Returns a person who is signed in, as the staff that they are. */
  StaffMember of(ConsoleUser user) {
    Optional<District.Person> person = district().person(user.toldAs());
    String building = user.scope().buildings().stream().findFirst().orElse("");
    return new StaffMember(
        id("user/" + user.userName()),
        person.map(GuidanceStaff::building).orElse(building),
        user.displayName(),
        person.map(District.Person::email).orElse(user.email()),
        person.map(District.Person::language).orElse("en"),
        user.userName(),
        false);
  }

  private static StaffMember of(District.Person person) {
    return new StaffMember(
        id("person/" + person.id()),
        building(person),
        person.name(),
        person.email(),
        person.language(),
        "",
        false);
  }

  private static String building(District.Person person) {
    return person.assignments().stream()
        .flatMap(role -> role.building().stream())
        .findFirst()
        .orElse("");
  }

  private static UUID id(String known) {
    return UUID.nameUUIDFromBytes(known.getBytes(StandardCharsets.UTF_8));
  }
}
