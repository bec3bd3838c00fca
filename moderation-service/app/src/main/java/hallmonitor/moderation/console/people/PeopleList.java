package hallmonitor.moderation.console.people;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.ConsoleUser;
import hallmonitor.moderation.console.access.ConsoleUsers;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Building;
import hallmonitor.settings.district.District.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Merges the people who sign in and those in the district's file into one list. */
@ApplicationScoped
public class PeopleList {
  private final ConsoleUsers people;
  private final Invitations invitations;
  private final ConsoleDatabase database;
  private final LiveRules rules;

  PeopleList(
      ConsoleUsers people, Invitations invitations, ConsoleDatabase database, LiveRules rules) {
    this.people = people;
    this.invitations = invitations;
    this.database = database;
    this.rules = rules;
  }

  District district() {
    return rules.district().current().value();
  }

  /** Returns everyone by name; those with removed access come last. */
  List<PersonRow> all() {
    return join(people.all(), district(), invitations.newest(), waiting());
  }

  Optional<PersonRow> one(String userName) {
    return all().stream()
        .filter(row -> row.user() != null && row.user().userName().equals(userName))
        .findFirst();
  }

  /** Returns the user names of people with a change of access that waits for approval. */
  private Set<String> waiting() {
    return new HashSet<>(
        database.read(
            h ->
                h.createQuery(
                        """
                        select subject from proposal
                        where kind = 'change-access' and state = 'proposed' and expires_at > now()
                        """)
                    .mapTo(String.class)
                    .list()));
  }

  static List<PersonRow> join(
      List<ConsoleUser> users,
      District district,
      Map<String, Invitation> invitations,
      Set<String> waiting) {
    LocalDate today = LocalDate.now(district.timeZone());
    List<PersonRow> rows = new ArrayList<>();
    Set<String> joined = new HashSet<>();
    for (ConsoleUser user : users) {
      Person told = same(user, district.people());
      if (told != null && !user.removed() && !joined.add(told.id())) {
        told = null;
      }
      String name = user.userName();
      rows.add(new PersonRow(user, told, invitations.get(name), waiting.contains(name), today));
    }
    district.people().stream()
        .filter(person -> !joined.contains(person.id()))
        .filter(person -> rows.stream().noneMatch(row -> person.equals(row.told())))
        .forEach(person -> rows.add(new PersonRow(null, person, null, false, today)));
    rows.sort(
        Comparator.comparing((PersonRow row) -> row.standing() == PersonRow.AccessState.FORMER)
            .thenComparing(PersonRow::getName, String.CASE_INSENSITIVE_ORDER));
    return rows;
  }

  /** By the link that an administrator made, then by email, then by the same name in both lists. */
  private static @Nullable Person same(ConsoleUser user, List<Person> told) {
    if (!user.toldAs().isEmpty()) {
      return told.stream().filter(p -> p.id().equals(user.toldAs())).findFirst().orElse(null);
    }
    return Stream.<java.util.function.Predicate<Person>>of(
            p -> !user.email().isEmpty() && p.email().equalsIgnoreCase(user.email()),
            p -> p.id().equals(user.userName()),
            p -> p.name().equalsIgnoreCase(user.displayName()))
        .flatMap(rule -> told.stream().filter(rule).limit(1))
        .findFirst()
        .orElse(null);
  }

  /**
   * Returns the district's buildings, and buildings no longer in its file that someone's access is
   * limited to.
   */
  List<Building> buildings() {
    List<Building> known = new ArrayList<>(district().buildings());
    List<String> ids = known.stream().map(Building::id).toList();
    people.all().stream()
        .flatMap(p -> p.buildings().stream())
        .distinct()
        .filter(id -> !ids.contains(id))
        .forEach(id -> known.add(new Building(id, id)));
    return known;
  }
}
