package hallmonitor.moderation.casework.register;

import hallmonitor.settings.district.District.AccountKind;
import hallmonitor.settings.district.District.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of an account in the register.
 *
 * @param since the day on which it was requested, reported or first seen
 * @param administrator who is in charge; empty for no one
 * @param held roles of the people who hold its password now
 * @param latest the newest record of each demand
 */
public record AccountFacts(
    RegisterState state,
    AccountKind kind,
    LocalDate since,
    String purpose,
    String administrator,
    String deputy,
    Set<Role> held,
    List<Left> left,
    Map<AccountDemand, Looked> latest) {
  /**
   * A person who held the password.
   *
   * @param rotated when the password was changed after that; absent if it was not
   */
  public record Left(String person, LocalDate on, Optional<LocalDate> rotated) {}

  /**
   * What a person recorded.
   *
   * @param on the day that they recorded it for
   */
  public record Looked(LocalDate on, boolean good) {}

  public AccountFacts {
    held = Set.copyOf(held);
    left = List.copyOf(left);
    latest = Map.copyOf(latest);
  }
}
