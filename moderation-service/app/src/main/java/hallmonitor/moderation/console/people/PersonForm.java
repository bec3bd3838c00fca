package hallmonitor.moderation.console.people;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.console.access.Access;
import hallmonitor.moderation.console.access.ConsoleUser;
import hallmonitor.moderation.console.access.ConsoleUsers;
import hallmonitor.moderation.console.access.PasswordSignIn;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Building;
import hallmonitor.settings.district.District.Role;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The input for a new person, which stays in the form if it is refused.
 *
 * @param told id of the person in the district's file; empty for someone new
 * @param way {@code hand} for a temporary password, otherwise an invitation
 */
public record PersonForm(
    String userName,
    String displayName,
    String email,
    String language,
    String role,
    List<String> buildings,
    String told,
    String way,
    String reason,
    String act) {
  /** Only a rough check; the mail server knows whether the address exists. */
  static final Pattern EMAIL =
      Pattern.compile("[^@\\s\\p{Cntrl}<>\",;]{1,64}@[a-z0-9.-]{1,190}\\.[a-z0-9-]{2,60}");

  /** Returns whether text can be an email address. */
  public static boolean isEmail(String text) {
    return EMAIL.matcher(text.toLowerCase(Locale.ROOT)).matches();
  }

  /** What the browser sent; a field that it did not send is null. */
  @SuppressWarnings("NullAway.Init")
  public static final class Values {
    @FormParam("userName")
    String userName;

    @FormParam("displayName")
    String displayName;

    @FormParam("email")
    String email;

    @FormParam("language")
    String language;

    @FormParam("role")
    String role;

    @FormParam("building")
    List<String> buildings;

    @FormParam("told")
    String told;

    @FormParam("way")
    String way;

    @FormParam("note")
    String note;

    @FormParam("act")
    String act;

    PersonForm form() {
      return new PersonForm(
          text(userName).toLowerCase(Locale.ROOT),
          text(displayName),
          text(email).toLowerCase(Locale.ROOT),
          text(language).equals("es") ? "es" : "en",
          text(role),
          buildings == null ? List.of() : buildings,
          text(told),
          text(way),
          text(note),
          text(act));
    }
  }

  public PersonForm {
    buildings = List.copyOf(buildings);
  }

  PersonForm() {
    this("", "", "", "en", ConsoleUser.MODERATOR, List.of(), "", "", "", "");
  }

  /**
   * Starts from a person who is notified: a principal is invited for their school, and who only
   * administers accounts for those.
   */
  static PersonForm of(District.Person person) {
    List<District.Assignment> others =
        person.assignments().stream().filter(a -> a.role() != Role.ACCOUNT_ADMINISTRATOR).toList();
    List<String> schools = others.stream().flatMap(a -> a.building().stream()).distinct().toList();
    String role = role(person, others, schools);
    return new PersonForm(
        "",
        person.name(),
        person.email().toLowerCase(Locale.ROOT),
        person.language(),
        role,
        schools,
        person.id(),
        "",
        "",
        "");
  }

  private static String role(
      District.Person person, List<District.Assignment> others, List<String> schools) {
    if (others.isEmpty() && !person.assignments().isEmpty()) {
      return ConsoleUser.ACCOUNT_ADMINISTRATOR;
    }
    return schools.isEmpty() ? ConsoleUser.MODERATOR : ConsoleUser.BUILDING_ADMINISTRATOR;
  }

  public boolean worksAt(String building) {
    return buildings.contains(building);
  }

  boolean byHand() {
    return way.equals("hand");
  }

  boolean isPreview() {
    return act.equals("preview");
  }

  /**
   * Returns the access.
   *
   * @throws Access.Refused if there is no such access
   */
  Access access(List<Building> known) {
    if (!known.stream().map(Building::id).toList().containsAll(buildings)) {
      throw new NotFoundException();
    }
    return new Access(role, buildings);
  }

  /**
   * Checks the rest.
   *
   * @throws NotLegal with a sentence that says what to change
   */
  void check() {
    if (displayName.isEmpty() || displayName.length() > 80 || displayName.indexOf('\0') >= 0) {
      throw new NotLegal(Sentence.of("Enter the person's name, in at most 80 characters."));
    }
    boolean named = !userName.isEmpty() || byHand();
    if (named && !PasswordSignIn.USER_NAME.matcher(userName).matches()
        || ConsoleUsers.RESERVED.contains(userName)) {
      throw new NotLegal(
          Sentence.of(
              "A user name has 1 to 40 lowercase letters, digits, dots, hyphens, or underscores."
                  + " Choose another."));
    }
    if (!byHand() && !EMAIL.matcher(email).matches()) {
      throw new NotLegal(Sentence.of("Enter an email address such as name@example.org."));
    }
  }

  static String text(String value) {
    return value == null ? "" : value.strip();
  }
}
