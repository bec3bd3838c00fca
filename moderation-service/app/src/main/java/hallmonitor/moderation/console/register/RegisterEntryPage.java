package hallmonitor.moderation.console.register;

import hallmonitor.moderation.casework.register.RegisterRules;
import hallmonitor.moderation.casework.register.RegisterState;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Person;
import java.time.LocalDate;
import java.util.List;

/**
 * An account of the register, for its page.
 *
 * @param history everything that was recorded, the newest first
 * @param district for its schools, and the names of its people
 * @param edits whether the viewer may enter what is known
 * @param permits whether the viewer may permit it
 * @param clears whether the viewer may close it
 * @param mine whether the viewer requested or reported it
 */
public record RegisterEntryPage(
    RegisteredAccount account,
    List<RegisterRecord> history,
    RegisterRules rules,
    District district,
    LocalDate today,
    boolean edits,
    boolean permits,
    boolean clears,
    boolean mine) {
  public List<Person> getPeople() {
    return district.people();
  }

  public List<String> getKinds() {
    return AccountFilingForm.kinds();
  }

  public RegisterEntry getEntry() {
    return account.entry();
  }

  public boolean isRequested() {
    return account.entry().stands() == RegisterState.REQUESTED;
  }

  public boolean isReported() {
    return account.entry().stands() == RegisterState.REPORTED;
  }

  public boolean isRegistered() {
    return account.entry().stands() == RegisterState.REGISTERED;
  }

  /** Returns who requested or reported it. */
  public List<String> getFirstPeople() {
    return List.of(account.entry().filedBy());
  }

  /** Returns whether the viewer may say what becomes of a request or of a reported page. */
  public boolean isDecides() {
    return isRequested() ? permits : clears;
  }

  /** Returns whether the viewer may close it: only an account that is not connected any more. */
  public boolean isClosable() {
    return isRegistered() && clears && !account.entry().isWatched();
  }

  /** Returns the name of what was recorded. */
  public Sentence nameOf(RegisterRecord record) {
    return RegisterWords.name(record.demand());
  }

  /** Returns the district's text in a language; empty if there is none. */
  public String disclaimer(String language) {
    return rules.disclaimer().getOrDefault(language, "");
  }
}
