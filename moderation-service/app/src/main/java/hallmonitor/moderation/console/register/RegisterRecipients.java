package hallmonitor.moderation.console.register;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.register.AccountAuthorizer;
import hallmonitor.moderation.casework.register.AccountDemand;
import hallmonitor.moderation.casework.register.RegisterGap;
import hallmonitor.moderation.casework.register.RegisterGap.Cause;
import hallmonitor.moderation.casework.register.RegisterRules;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Person;
import hallmonitor.settings.district.District.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who is told of a gap: the person who can close it, then the building administrator, then the
 * technology director. Someone who is away is replaced by their delegate.
 */
record RegisterRecipients(District district, RegisterRules rules, LocalDate today) {
  /** What cannot wait until the next day. */
  private static final Set<Cause> AT_ONCE =
      EnumSet.of(Cause.UNDECIDED, Cause.UNDECIDED_TOO_LONG, Cause.UNCLEARED, Cause.SEEN_WRONG);

  /** Returns no one on the first day of a gap that can wait: it may be closed by then. */
  List<Person> of(RegisteredAccount account, RegisterGap gap) {
    if (!AT_ONCE.contains(gap.cause()) && !isForBuilding(gap) && !gap.since().isBefore(today)) {
      return List.of();
    }
    List<Person> told = new ArrayList<>(first(account, gap));
    LocalDate passedOn = gap.since().plusDays(rules.passOnAfter());
    if (told.isEmpty() || !passedOn.isAfter(today)) {
      told.addAll(building(account));
    }
    if (told.isEmpty() || !passedOn.plusDays(rules.passOnAfter()).isAfter(today)) {
      told.addAll(district.holders(Role.TECHNOLOGY_DIRECTOR, account.entry().building()));
    }
    return told.stream()
        .flatMap(person -> district.inPlaceOf(person, today).stream())
        .distinct()
        .toList();
  }

  private List<Person> first(RegisteredAccount account, RegisterGap gap) {
    if (isForBuilding(gap)) {
      return building(account);
    }
    return isForAuthorizer(gap)
        ? authorizers(account)
        : inCharge(account).map(List::of).orElse(List.of());
  }

  private static boolean isForBuilding(RegisterGap gap) {
    return gap.cause() == Cause.UNCLEARED
        || gap.cause() == Cause.NOT_RECORDED
            && is(gap, AccountDemand.BUILDING_ADMINISTRATOR_INFORMED);
  }

  private static boolean isForAuthorizer(RegisterGap gap) {
    return gap.cause() == Cause.UNDECIDED
        || gap.cause() == Cause.UNDECIDED_TOO_LONG
        || gap.cause() == Cause.NOT_RECORDED && is(gap, AccountDemand.AUTHORIZATION);
  }

  private static boolean is(RegisterGap gap, AccountDemand demand) {
    return gap.about().equals(EnumCodes.of(demand));
  }

  private List<Person> authorizers(RegisteredAccount account) {
    return account.rules().authorizer() == AccountAuthorizer.ADMINISTRATOR
        ? district.holders(Role.TECHNOLOGY_DIRECTOR, account.entry().building())
        : building(account);
  }

  private List<Person> building(RegisteredAccount account) {
    return district.holders(Role.PRINCIPAL, account.entry().building());
  }

  private Optional<Person> inCharge(RegisteredAccount account) {
    return Stream.of(account.entry().administrator(), account.entry().deputy())
        .flatMap(id -> district.person(id).stream())
        .findFirst();
  }
}
