package hallmonitor.notifier.directory;

import static hallmonitor.settings.district.District.Role.ACCOUNT_ADMINISTRATOR;
import static hallmonitor.settings.district.District.Role.ASSISTANT_PRINCIPAL;
import static hallmonitor.settings.district.District.Role.COMMUNITY_RELATIONS_SPECIALIST;
import static hallmonitor.settings.district.District.Role.COUNSELOR;
import static hallmonitor.settings.district.District.Role.PRINCIPAL;
import static hallmonitor.settings.district.District.Role.SUPERINTENDENT;
import static hallmonitor.settings.district.District.Role.TECHNOLOGY_DIRECTOR;

import hallmonitor.notifier.directory.Recipients.Gap;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Account;
import hallmonitor.settings.district.District.Person;
import hallmonitor.settings.district.District.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the people with a role, or substitutes if no one holds it. */
public final class RoleRouting {
  /** The roles to try next if no one holds a role: first in the building, then in the district. */
  private static final Map<Role, List<Role>> NEXT =
      Map.of(
          COUNSELOR, List.of(ASSISTANT_PRINCIPAL, PRINCIPAL, SUPERINTENDENT),
          ASSISTANT_PRINCIPAL, List.of(PRINCIPAL, SUPERINTENDENT),
          PRINCIPAL, List.of(ASSISTANT_PRINCIPAL, SUPERINTENDENT),
          SUPERINTENDENT, List.of(PRINCIPAL, ASSISTANT_PRINCIPAL),
          TECHNOLOGY_DIRECTOR, List.of(SUPERINTENDENT),
          COMMUNITY_RELATIONS_SPECIALIST, List.of(ACCOUNT_ADMINISTRATOR, SUPERINTENDENT),
          ACCOUNT_ADMINISTRATOR,
              List.of(COMMUNITY_RELATIONS_SPECIALIST, PRINCIPAL, SUPERINTENDENT));

  /** Used for an unknown role or none: the building's head. */
  private static final List<Role> HEAD = List.of(PRINCIPAL, ASSISTANT_PRINCIPAL, SUPERINTENDENT);

  private final District district;
  private final String building;
  private final Optional<Account> account;
  private final LocalDate day;

  private RoleRouting(District district, String building, String account, LocalDate day) {
    this.district = district;
    this.building = building;
    this.account = district.account(account);
    this.day = day;
  }

  /**
   * Finds recipients.
   *
   * @param building id of the building; its people are notified
   * @param account id of the comment's account; its administrator is the {@code
   *     account-administrator}
   * @param roles as named in district.yaml; none means the building's head
   * @param now people who are away at this time are replaced by the delegate, or the next in line
   */
  public static Recipients recipients(
      District district, String building, String account, List<String> roles, Instant now) {
    LocalDate day = LocalDate.ofInstant(now, district.timeZone());
    return new RoleRouting(district, building, account, day).all(roles);
  }

  private Recipients all(List<String> roles) {
    Map<String, NoticeRecipient> told = new LinkedHashMap<>();
    List<Gap> gaps = new ArrayList<>();
    for (String role : roles.isEmpty() ? List.of(nameOf(PRINCIPAL)) : roles) {
      Optional<Role> known = role(role);
      List<NoticeRecipient> found = known.map(this::holders).orElse(List.of());
      if (found.isEmpty()) {
        found = firstHeld(known.map(NEXT::get).orElse(HEAD));
        gaps.add(new Gap(role, found));
      }
      found.forEach(recipient -> told.putIfAbsent(recipient.person().id(), recipient));
    }
    return new Recipients(List.copyOf(told.values()), gaps);
  }

  private List<NoticeRecipient> firstHeld(List<Role> chain) {
    return chain.stream()
        .map(this::holders)
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private List<NoticeRecipient> holders(Role role) {
    List<Person> people =
        role == ACCOUNT_ADMINISTRATOR && account.isPresent()
            ? administrator(account.get())
            : district.holders(role, building);
    return people.stream()
        .map(person -> district.inPlaceOf(person, day))
        .flatMap(Optional::stream)
        .distinct()
        .map(person -> new NoticeRecipient(person, nameOf(role)))
        .toList();
  }

  private List<Person> administrator(Account of) {
    return district.people().stream().filter(p -> p.id().equals(of.administrator())).toList();
  }

  private static Optional<Role> role(String name) {
    return Arrays.stream(Role.values()).filter(r -> nameOf(r).equals(name)).findFirst();
  }

  private static String nameOf(Role role) {
    return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
