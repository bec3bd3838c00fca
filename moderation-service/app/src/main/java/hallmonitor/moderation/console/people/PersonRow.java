package hallmonitor.moderation.console.people;

import hallmonitor.moderation.console.access.ConsoleUser;
import hallmonitor.moderation.console.page.DisplayLabels;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One person: someone who may sign in, who is notified, or both.
 *
 * @param user the user; null for a person who is only notified
 * @param told the entry in the district's file; null for a person who is not notified
 * @param invitation the newest; null if there was none
 * @param waiting whether a change of access waits for approval
 * @param today in the district's time zone
 */
public record PersonRow(
    @Nullable ConsoleUser user,
    District.@Nullable Person told,
    @Nullable Invitation invitation,
    boolean waiting,
    LocalDate today) {
  /** What a list can be narrowed to. */
  enum AccessState {
    SIGNS_IN,
    INVITED,
    SUSPENDED,
    FORMER,
    TOLD_ONLY
  }

  public String getName() {
    return user != null ? user.displayName() : told == null ? "" : told.name();
  }

  public String getEmail() {
    return user != null && !user.email().isEmpty()
        ? user.email()
        : told == null ? "" : told.email();
  }

  /** Returns the page of the person. */
  public String getLink() {
    return user != null
        ? "/people/" + user.userName()
        : "/people/new?told=" + (told == null ? "" : told.id());
  }

  /** Returns role and schools; empty for a person who does not sign in. */
  public CharSequence getAccess() {
    return user == null ? "" : AccessWords.of(user.access());
  }

  AccessState standing() {
    if (user == null) {
      return AccessState.TOLD_ONLY;
    }
    if (user.suspended()) {
      return AccessState.SUSPENDED;
    }
    if (user.removed()) {
      return waiting ? AccessState.INVITED : AccessState.FORMER;
    }
    boolean pending = user.mustChangePassword() && invitation != null && invitation.isStanding();
    return pending ? AccessState.INVITED : AccessState.SIGNS_IN;
  }

  /** Returns {@code good}, {@code warning} or {@code off}, for a color beside the words. */
  public String getTone() {
    return switch (standing()) {
      case SIGNS_IN -> user != null && (user.paused() || isNew(user)) ? "warning" : "good";
      case INVITED, SUSPENDED -> "warning";
      case FORMER, TOLD_ONLY -> "off";
    };
  }

  /** Returns whether and how the person signs in. */
  public Sentence getSignIn() {
    if (user == null) {
      return Sentence.of("Doesn't sign in");
    }
    return switch (standing()) {
      case TOLD_ONLY -> Sentence.of("Doesn't sign in");
      case SUSPENDED -> Sentence.of("Suspended");
      case FORMER -> Sentence.of("Access removed");
      case INVITED -> waiting ? Sentence.of("Waiting for approval") : invited();
      case SIGNS_IN -> signsIn(user);
    };
  }

  private static boolean isNew(ConsoleUser user) {
    return user.mustChangePassword() && !user.bySingleSignOn();
  }

  private static Sentence signsIn(ConsoleUser user) {
    if (user.paused()) {
      return Sentence.of("Paused on new devices after failed sign-ins");
    }
    if (isNew(user)) {
      return Sentence.of("Has not chosen a password yet");
    }
    if (user.mustChangePassword()) {
      return Sentence.of("Signs in with a school account");
    }
    return user.secondFactor()
        ? Sentence.of("Signs in with a password and a code")
        : Sentence.of("Signs in");
  }

  private Sentence invited() {
    if (invitation == null || invitation.isExpired()) {
      return Sentence.of("Invitation expired");
    }
    if (invitation.isRefused()) {
      return Sentence.of("Invitation not delivered");
    }
    return invitation.isSent()
        ? Sentence.of("Invited, expires {1}", DisplayLabels.moment(invitation.expiresAt()))
        : Sentence.of("Invitation is being sent");
  }

  /** Returns the roles that the person is notified in, such as <i>Principal, Maple High</i>. */
  public List<Sentence> getToldAs() {
    return told == null ? List.of() : told.assignments().stream().map(PersonRow::role).toList();
  }

  private static Sentence role(District.Assignment held) {
    String role = DisplayLabels.plain(DisplayLabels.role(held.role()));
    return held.building()
        .map(id -> Sentence.of("{1}, {2}", role, DisplayLabels.building(id)))
        .orElseGet(() -> Sentence.of("{1}, all schools", role));
  }

  /** Returns how the person is notified. */
  public Sentence getTelling() {
    if (told == null) {
      return Sentence.of("Not notified");
    }
    if (told.assignments().isEmpty()) {
      return Sentence.of("Not notified: no role");
    }
    return told.language().equals("es")
        ? Sentence.of("By email, in Spanish")
        : Sentence.of("By email, in English");
  }

  /** Returns until when the person is away; empty if they are not away. */
  public Sentence getAway() {
    return told != null && told.isAbsent(today)
        ? Sentence.of("Away until {1}", told.absence().orElseThrow().until())
        : Sentence.NONE;
  }

  boolean matches(String words) {
    String all = (getName() + " " + getEmail() + (user == null ? "" : " " + user.userName()));
    return all.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
  }
}
