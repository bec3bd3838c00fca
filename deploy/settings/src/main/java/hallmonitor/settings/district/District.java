package hallmonitor.settings.district;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The district, read from district.yaml by {@link DistrictFile}, which checks every reference.
 *
 * @param mascots words in the names of schools and teams, which never count as a violation
 */
public record District(
    String name,
    ZoneId timeZone,
    QuietHours quietHours,
    DangerLane dangerLane,
    List<String> mascots,
    List<Building> buildings,
    List<Person> people,
    List<Account> accounts) {

  /** Hours when notices that can wait are held. The end may be on the next morning. */
  public record QuietHours(LocalTime from, LocalTime until, Set<DayOfWeek> wholeDays) {
    public QuietHours {
      wholeDays = Set.copyOf(wholeDays);
    }
  }

  public record Building(String id, String name) {}

  /**
   * A person.
   *
   * @param language of notices, {@code en} or {@code es}
   * @param phone for people to call; the program never calls it
   * @param messages where the person agreed to get messages about immediate danger
   * @param absence when this person is away, and who stands in
   */
  public record Person(
      String id,
      String name,
      String email,
      String language,
      Optional<String> phone,
      Optional<AgreedNumbers> messages,
      List<Assignment> assignments,
      Optional<Absence> absence) {
    public Person {
      assignments = List.copyOf(assignments);
    }

    /** Creates a person who is not away. */
    public Person(
        String id, String name, String email, String language, List<Assignment> assignments) {
      this(
          id,
          name,
          email,
          language,
          Optional.empty(),
          Optional.empty(),
          assignments,
          Optional.empty());
    }

    public boolean isAbsent(LocalDate day) {
      return absence.filter(a -> a.covers(day)).isPresent();
    }

    public boolean holds(Role role, String building) {
      return assignments.stream()
          .anyMatch(a -> a.role() == role && a.building().map(building::equals).orElse(true));
    }
  }

  /**
   * Days on which a person receives no notices.
   *
   * @param from first day, in the district's time zone
   * @param until last day
   * @param delegate id of the person who is notified instead; absent for the next in the chain
   */
  public record Absence(LocalDate from, LocalDate until, Optional<String> delegate) {
    public boolean covers(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(until);
    }
  }

  /**
   * A role that a person holds.
   *
   * @param building absent if the role covers the whole district
   */
  public record Assignment(Role role, Optional<String> building) {}

  public enum Role {
    PRINCIPAL,
    ASSISTANT_PRINCIPAL,
    COUNSELOR,
    SUPERINTENDENT,
    TECHNOLOGY_DIRECTOR,
    COMMUNITY_RELATIONS_SPECIALIST,
    ACCOUNT_ADMINISTRATOR
  }

  public enum AccountKind {
    CLASSROOM,
    SCHOOL,
    DISTRICT,
    SCHOOL_BASED_GROUP
  }

  /**
   * A connected account.
   *
   * @param platform the connector's name, such as {@code wordpress}
   * @param administrator the person in charge of the account
   * @param names the kind of names that people write under there
   * @param credential name of the secret in the environment or the secrets folder
   * @param acts what the platform can do, if its connector cannot know it; otherwise empty
   */
  public record Account(
      String id,
      String name,
      String platform,
      String building,
      AccountKind kind,
      PlatformNames names,
      String administrator,
      URI baseUrl,
      String credential,
      Set<AccountAct> acts,
      Polling polling) {
    public Account {
      acts = Set.copyOf(acts);
    }
  }

  /**
   * How often an account is read.
   *
   * @param floor shortest time between two reads while comments arrive
   * @param idle longest time between two reads while nothing happens
   * @param backfillFrom how far back the history is read; absent for none
   */
  public record Polling(Duration floor, Duration idle, Optional<LocalDate> backfillFrom) {}

  public District {
    mascots = List.copyOf(mascots);
    buildings = List.copyOf(buildings);
    people = List.copyOf(people);
    accounts = List.copyOf(accounts);
  }

  /**
   * Returns the deadline for deciding a case in the danger lane.
   *
   * @param since when the case entered the lane
   */
  public Instant decideBy(Instant since) {
    return dangerLane.decideBy(since, quietHours, timeZone);
  }

  public Optional<Building> building(String id) {
    return buildings.stream().filter(b -> b.id().equals(id)).findFirst();
  }

  public Optional<Person> person(String id) {
    return people.stream().filter(p -> p.id().equals(id)).findFirst();
  }

  /**
   * Returns the person, or the first delegate in the chain who is present; empty if the chain ends
   * or loops without anyone.
   */
  public Optional<Person> inPlaceOf(Person person, LocalDate day) {
    Set<String> asked = new HashSet<>();
    Optional<Person> next = Optional.of(person);
    while (next.isPresent() && next.get().isAbsent(day) && asked.add(next.get().id())) {
      next = next.get().absence().flatMap(Absence::delegate).flatMap(this::person);
    }
    return next.filter(found -> !found.isAbsent(day));
  }

  /** Returns the account's administrator, or who stands in for them; empty if no one does. */
  public Optional<Person> inChargeOf(Account account, LocalDate day) {
    return person(account.administrator()).flatMap(person -> inPlaceOf(person, day));
  }

  public Optional<Account> account(String id) {
    return accounts.stream().filter(a -> a.id().equals(id)).findFirst();
  }

  /**
   * Returns the holders of a role for a building: the building's first, then those of the whole
   * district.
   */
  public List<Person> holders(Role role, String building) {
    return people.stream()
        .filter(p -> p.holds(role, building))
        .sorted(
            java.util.Comparator.comparing(
                p ->
                    p.assignments().stream()
                        .noneMatch(
                            a ->
                                a.role() == role
                                    && a.building().filter(building::equals).isPresent())))
        .toList();
  }
}
