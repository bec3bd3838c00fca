package hallmonitor.moderation.console.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Formula;

/**
 * Somebody who may sign in. {@link ConsoleUsers} hands out detached copies: nothing that is done to
 * one outside of it reaches the database.
 */
@Entity
@DynamicUpdate
public class ConsoleUser {
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

  @Id String userName;
  String displayName;
  String passwordHash;
  String role;
  List<String> buildings;
  boolean mustChangePassword;
  int failedAttempts;

  /** The end of a pause; infinite where access was removed. Only SQL writes it. */
  Instant lockedUntil;

  @Column(insertable = false, updatable = false)
  Instant createdAt;

  Instant passwordChangedAt;
  Instant sessionsFrom;

  /** By which single sign-on finds them the first time; null where it does not. */
  String email;

  /** The provider's own id of their account, from the first time on. */
  String ssoSubject;

  @Formula("coalesce(locked_until > clock_timestamp(), false)")
  boolean paused;

  @Formula("coalesce(locked_until = 'infinity', false)")
  boolean removed;

  @Formula(
      """
      exists (select 1 from second_factor f
        where f.user_name = user_name and f.confirmed_at is not null)
      """)
  boolean secondFactor;

  /** For Hibernate. */
  ConsoleUser() {}

  ConsoleUser(String userName, String displayName, String passwordHash, Access access) {
    this.userName = userName;
    this.displayName = displayName;
    this.passwordHash = passwordHash;
    give(access);
  }

  final void give(Access access) {
    role = access.role();
    buildings = access.buildings();
  }

  public String userName() {
    return userName;
  }

  public String displayName() {
    return displayName;
  }

  String passwordHash() {
    return passwordHash;
  }

  public String role() {
    return role;
  }

  /** To which they are limited; empty for the whole district. */
  public List<String> buildings() {
    return buildings;
  }

  public boolean mustChangePassword() {
    return mustChangePassword;
  }

  /** Whether sign-in is refused for a while after failed attempts; a running session goes on. */
  public boolean paused() {
    return paused;
  }

  /** Whether access was taken away for good; sessions end with it. */
  public boolean removed() {
    return removed;
  }

  /** Sessions from before it no longer count. */
  Instant sessionsFrom() {
    return Stream.of(createdAt, passwordChangedAt, sessionsFrom)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** Whether a password alone does not sign them in. */
  public boolean secondFactor() {
    return secondFactor;
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
