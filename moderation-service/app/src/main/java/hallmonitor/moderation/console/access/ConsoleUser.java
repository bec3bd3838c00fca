package hallmonitor.moderation.console.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

/**
 * A person who may sign in. {@link ConsoleUsers} returns detached copies: changes to them do not
 * reach the database.
 */
@Entity
@DynamicUpdate
public class ConsoleUser {
  public static final String MODERATOR = "moderator";

  /** A principal: acts in their own buildings. */
  public static final String BUILDING_ADMINISTRATOR = "building-administrator";

  /** A person who works only on the accounts that they are in charge of, or the deputy of. */
  public static final String ACCOUNT_ADMINISTRATOR = "account-administrator";

  /** An administrator of the district; never limited to buildings. */
  public static final String ADMINISTRATOR = "administrator";

  /** Answers requests for records: reads everything, changes no case. */
  public static final String RECORDS_OFFICER = "records-officer";

  /** Reads everything, changes nothing. */
  public static final String AUDITOR = "auditor";

  /** In display order. */
  public static final List<String> ROLES =
      List.of(
          MODERATOR,
          BUILDING_ADMINISTRATOR,
          ACCOUNT_ADMINISTRATOR,
          ADMINISTRATOR,
          RECORDS_OFFICER,
          AUDITOR);

  /** As long as an invitation. */
  private static final Duration TEMPORARY = Duration.ofHours(72);

  @Id String userName;
  String displayName;
  String passwordHash;
  String role;
  List<String> buildings;
  boolean mustChangePassword;

  /** Infinite if access was removed or is suspended. Only SQL writes it. */
  @Nullable Instant lockedUntil;

  @Column(insertable = false, updatable = false)
  Instant createdAt;

  /** Null for the password that the person was added with. */
  @Nullable Instant passwordChangedAt;

  /** Address that single sign-on first finds the person by; null for none. */
  @Nullable String email;

  /** Id of the person in the district's file; null for none. */
  @Nullable String toldAs;

  /** Whether sign-in is suspended; the lock then ends when it is restored. */
  boolean suspended;

  /** The provider's id of the account, stored at the first single sign-on. */
  @Nullable String ssoSubject;

  /** Whether strangers tried so often that nobody signs in on a device that is new to us. */
  @Formula(
      """
      exists (select 1 from sign_in_try t where t.user_name = user_name
        and t.source = 'strangers' and t.paused_until > clock_timestamp())
      """)
  boolean paused;

  /** Whether the first start made this person. Only SQL writes it. */
  @Column(insertable = false, updatable = false)
  boolean firstAdministrator;

  @Formula("coalesce(locked_until = 'infinity', false)")
  boolean removed;

  /** Keys of the accounts that an account administrator is in charge of, or the deputy of. */
  @Formula(
      """
      case when role = 'account-administrator' then accounts_of(told_as, email) else '{}' end
      """)
  List<String> accounts;

  @Formula(
      """
      (exists (select 1 from second_factor f
          where f.user_name = user_name and f.confirmed_at is not null)
        or exists (select 1 from passkey k where k.user_name = user_name))
      """)
  boolean secondFactor;

  /** Required by Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  ConsoleUser() {}

  /** The database sets the times. */
  @SuppressWarnings("NullAway.Init")
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

  /** Returns the buildings the person is limited to; empty for the whole district. */
  public List<String> buildings() {
    return buildings;
  }

  public boolean mustChangePassword() {
    return mustChangePassword;
  }

  /**
   * Returns whether the temporary password has expired. The one that the first administrator was
   * made with does not, because nobody could set another.
   */
  public boolean temporaryPasswordIsOver(Instant now) {
    boolean ofFirstStart = firstAdministrator && passwordChangedAt == null;
    Instant set = passwordChangedAt == null ? createdAt : passwordChangedAt;
    return mustChangePassword && !ofFirstStart && now.isAfter(set.plus(TEMPORARY));
  }

  /** Returns whether sign-in on new devices is paused, after attempts of strangers. */
  public boolean paused() {
    return paused;
  }

  /** Returns whether access was removed permanently, which ends all sessions. */
  public boolean removed() {
    return removed;
  }

  /** Returns whether sign-in is suspended; such a person is {@link #removed} for now. */
  public boolean suspended() {
    return suspended;
  }

  /** Returns the address for invitations and single sign-on; empty if there is none. */
  public String email() {
    return email == null ? "" : email;
  }

  /** Returns the id of the person in the district's file who this is; empty if unknown. */
  public String toldAs() {
    return toldAs == null ? "" : toldAs;
  }

  public boolean bySingleSignOn() {
    return ssoSubject != null;
  }

  /** Returns whether the first start made this person, who may always use a password. */
  boolean firstAdministrator() {
    return firstAdministrator;
  }

  /** Returns whether sign-in by password needs a code or a passkey, too. */
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

  /** Returns the scope of visible cases. */
  public Scope scope() {
    if (role.equals(ACCOUNT_ADMINISTRATOR)) {
      return Scope.ofAccounts(accounts);
    }
    return buildings.isEmpty() && !role.equals(BUILDING_ADMINISTRATOR)
        ? Scope.EVERYWHERE
        : Scope.within(buildings);
  }

  @Override
  public String toString() {
    return userName;
  }
}
