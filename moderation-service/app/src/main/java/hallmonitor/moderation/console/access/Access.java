package hallmonitor.moderation.console.access;

import static hallmonitor.moderation.console.access.ConsoleUser.ACCOUNT_ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.BUILDING_ADMINISTRATOR;

import hallmonitor.moderation.wording.Refusal;
import hallmonitor.moderation.wording.Sentence;
import java.util.List;
import java.util.stream.Stream;

/**
 * A person's role, and the buildings it is limited to.
 *
 * @param buildings ids in the district's file; empty for the whole district, and for an account
 *     administrator, who is limited to their accounts
 */
public record Access(String role, List<String> buildings) {
  /**
   * Checks the role.
   *
   * @throws Refused if there is no such role, or if it cannot have these buildings
   */
  public Access {
    buildings = List.copyOf(buildings);
    if (!ConsoleUser.ROLES.contains(role)) {
      throw new Refused(Sentence.of("Choose a role."));
    }
    if (role.equals(BUILDING_ADMINISTRATOR) && buildings.isEmpty()) {
      throw new Refused(
          Sentence.of(
              "A building administrator works at a school. Choose at least one for this person."));
    }
    if (role.equals(ACCOUNT_ADMINISTRATOR) && !buildings.isEmpty()) {
      throw new Refused(
          Sentence.of(
              "An account administrator is limited to their accounts. Choose no schools, or another"
                  + " role."));
    }
    if (role.equals(ADMINISTRATOR) && !buildings.isEmpty()) {
      throw new Refused(
          Sentence.of(
              "An administrator can't be limited to schools. Choose no schools, or another role."));
    }
  }

  /** Thrown for an impossible access; the message is for the person who asked for it. */
  public static final class Refused extends Refusal {
    Refused(Sentence sentence) {
      super(sentence);
    }
  }

  /**
   * Parses the result of {@link #toString}: {@code moderator}, or {@code building-administrator of
   * maple-high, birch}.
   *
   * @throws Refused if there is no such access
   */
  public static Access parse(String text) {
    String[] parts = text.strip().split("\\s+of\\s+", 2);
    List<String> buildings =
        parts.length == 1
            ? List.of()
            : Stream.of(parts[1].split(",")).map(String::strip).filter(b -> !b.isEmpty()).toList();
    return new Access(parts[0], buildings);
  }

  public static Access everywhere(String role) {
    return new Access(role, List.of());
  }

  @Override
  public String toString() {
    return buildings.isEmpty() ? role : role + " of " + String.join(", ", buildings);
  }
}
