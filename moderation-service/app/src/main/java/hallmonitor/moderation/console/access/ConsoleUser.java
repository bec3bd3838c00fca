package hallmonitor.moderation.console.access;

import java.time.Instant;
import java.util.List;

/**
 * Somebody who may sign in.
 *
 * @param buildings to which they are limited; empty for the whole district
 * @param paused whether sign-in is refused for a while after failed attempts; a running session
 *     goes on
 * @param removed whether access was taken away for good; sessions end with it
 * @param sessionsFrom sessions from before it no longer count
 * @param secondFactor whether a password alone does not sign them in
 */
public record ConsoleUser(
    String userName,
    String displayName,
    String passwordHash,
    String role,
    List<String> buildings,
    boolean mustChangePassword,
    boolean paused,
    boolean removed,
    Instant sessionsFrom,
    Instant createdAt,
    boolean secondFactor) {
  public static final String MODERATOR = "moderator";

  /** A principal: acts in the buildings that are theirs. */
  public static final String BUILDING_ADMINISTRATOR = "building-administrator";

  /** Of the district; never limited to buildings. */
  public static final String ADMINISTRATOR = "administrator";

  /** Answers requests for records: reads everything, changes no case. */
  public static final String RECORDS_OFFICER = "records-officer";

  /** Reads everything, changes nothing. */
  public static final String AUDITOR = "auditor";

  /** In the order in which they are offered. */
  public static final List<String> ROLES =
      List.of(MODERATOR, BUILDING_ADMINISTRATOR, ADMINISTRATOR, RECORDS_OFFICER, AUDITOR);

  public ConsoleUser {
    buildings = List.copyOf(buildings);
  }

  public boolean administrator() {
    return ADMINISTRATOR.equals(role);
  }

  public boolean worksAt(String building) {
    return buildings.contains(building);
  }

  public Access access() {
    return new Access(role, buildings);
  }

  /** Whose cases they see. */
  public Scope scope() {
    return buildings.isEmpty() && !role.equals(BUILDING_ADMINISTRATOR)
        ? Scope.EVERYWHERE
        : Scope.of(buildings);
  }

  @Override
  public String toString() {
    return userName;
  }
}
