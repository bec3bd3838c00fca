package hallmonitor.moderation.casework.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of an account in the register.
 *
 * @param kind as in district.yaml
 * @param since the day on which it was requested, reported or first seen
 * @param administrator who is in charge; empty for no one
 * @param held roles, as in district.yaml, of the people who hold its password now
 * @param latest the newest record of each demand
 */
public record AccountFacts(
    RegisterState state,
    String kind,
    LocalDate since,
    String purpose,
    String administrator,
    String deputy,
    Set<String> held,
    List<Left> left,
    Map<AccountDemand, Looked> latest) {
  /**
   * A person who held the password.
   *
   * @param rotated when the password was changed after that; absent if it was not
   */
  public record Left(String person, LocalDate on, Optional<LocalDate> rotated) {}

  /**
   * What was recorded.
   *
   * @param on the day that it was so; of something wrong on a page, the first one
   * @param read whether the program read it on the page, and no person saw it later
   */
  public record Looked(LocalDate on, boolean good, boolean read) {
    /** Creates what a person recorded. */
    public Looked(LocalDate on, boolean good) {
      this(on, good, false);
    }
  }

  public AccountFacts {
    held = Set.copyOf(held);
    left = List.copyOf(left);
    latest = Map.copyOf(latest);
  }
}
