package hallmonitor.moderation.console.watch;

import hallmonitor.moderation.casework.watch.TroubleChain;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Account;
import hallmonitor.settings.district.District.Person;
import hallmonitor.settings.district.District.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who is told of an account's trouble. Someone who is away is replaced by their delegate. If there
 * is no one at all, the technology director is told.
 *
 * @param district as of its file now
 */
record TroublePeople(District district, LocalDate today) {
  /**
   * Returns who is told.
   *
   * @param deputy id in the district's file, or a name; empty for none
   */
  TroubleChain of(Account account, String deputy) {
    List<String> administrator = ids(district.person(account.administrator()).stream());
    List<String> standIn = ids(district.person(deputy).stream());
    List<String> building = holders(Role.PRINCIPAL, account);
    boolean nobody = administrator.isEmpty() && standIn.isEmpty() && building.isEmpty();
    return new TroubleChain(
        administrator, standIn, nobody ? holders(Role.TECHNOLOGY_DIRECTOR, account) : building);
  }

  private List<String> holders(Role role, Account account) {
    return ids(district.holders(role, account.building()).stream());
  }

  private List<String> ids(Stream<Person> people) {
    return people
        .map(person -> district.inPlaceOf(person, today))
        .flatMap(Optional::stream)
        .map(Person::id)
        .distinct()
        .toList();
  }
}
