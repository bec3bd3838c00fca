package hallmonitor.moderation.console.register;

import static hallmonitor.moderation.console.register.RegisterInput.LONGEST_NAME;
import static hallmonitor.moderation.console.register.RegisterInput.LONGEST_TEXT;
import static hallmonitor.moderation.console.register.RegisterInput.text;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.register.RegisterAct.NotPossible;
import hallmonitor.moderation.casework.register.RegisterState;
import hallmonitor.moderation.console.cases.CaseView;
import hallmonitor.moderation.store.register.AccountFiling;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.ConnectedPlatform;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.AccountKind;
import jakarta.ws.rs.FormParam;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The input for a new entry of the register, which stays in the form if it is refused.
 *
 * @param form id of the form, so that sending it twice is one entry
 */
public record AccountFilingForm(
    UUID form,
    String name,
    String platform,
    String address,
    String kind,
    String building,
    String purpose,
    String administrator,
    String deputy) {
  /** A platform without a connector. */
  static final String OTHER = "other";

  /** What the browser sent; a field that it did not send is null. */
  @SuppressWarnings("NullAway.Init")
  public static final class Values {
    @FormParam("form")
    @Nullable UUID form;

    @FormParam("name")
    String name;

    @FormParam("platform")
    String platform;

    @FormParam("address")
    String address;

    @FormParam("kind")
    String kind;

    @FormParam("building")
    String building;

    @FormParam("purpose")
    String purpose;

    @FormParam("administrator")
    String administrator;

    @FormParam("deputy")
    String deputy;

    AccountFilingForm form() {
      return new AccountFilingForm(
          RegisterInput.form(form),
          text(name),
          text(platform),
          text(address),
          text(kind),
          text(building),
          text(purpose),
          text(administrator),
          text(deputy));
    }
  }

  /** An empty form. */
  static AccountFilingForm empty(String administrator) {
    return new AccountFilingForm(UUID.randomUUID(), "", "", "", "", "", "", administrator, "");
  }

  public List<String> getPlatforms() {
    return platforms();
  }

  public List<String> getKinds() {
    return kinds();
  }

  private static List<String> platforms() {
    return Stream.concat(
            Arrays.stream(ConnectedPlatform.values()).map(ConnectedPlatform::word),
            Stream.of(OTHER))
        .toList();
  }

  static List<String> kinds() {
    return Stream.of(AccountKind.values()).map(EnumCodes::of).toList();
  }

  /**
   * Returns the request for an account.
   *
   * @param buildings ids of those that the person may choose
   * @throws NotPossible with a sentence that says what to change
   */
  AccountFiling request(List<String> buildings, RegisterState state, District district, String by) {
    if (!kinds().contains(kind)) {
      throw new NotPossible(Sentence.of("Choose the kind of account."));
    }
    if (!buildings.contains(building)) {
      throw new NotPossible(Sentence.of("Choose the school."));
    }
    if (purpose.isEmpty()) {
      throw new NotPossible(Sentence.of("Say what the account is for, in a sentence or two."));
    }
    String inCharge = RegisterInput.person(administrator, district);
    if (inCharge.isEmpty()) {
      throw new NotPossible(Sentence.of("Say who will be in charge of the account."));
    }
    return filing(state, kind, building, inCharge, district, by);
  }

  /**
   * Returns the report of an account that no one registered; its school may be unknown.
   *
   * @throws NotPossible with a sentence that says what to change
   */
  AccountFiling report(List<String> buildings, District district, String by) {
    if (!building.isEmpty() && !buildings.contains(building)) {
      throw new NotPossible(Sentence.of("Choose the school."));
    }
    if (address.isEmpty()) {
      throw new NotPossible(Sentence.of("Paste the address of the page."));
    }
    return filing(
        RegisterState.REPORTED, EnumCodes.of(AccountKind.SCHOOL), building, "", district, by);
  }

  private AccountFiling filing(
      RegisterState state,
      String ofKind,
      String at,
      String inCharge,
      District district,
      String by) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new NotPossible(
          Sentence.of("Enter the name of the page, in at most {1} characters.", LONGEST_NAME));
    }
    if (!platforms().contains(platform)) {
      throw new NotPossible(Sentence.of("Choose the platform."));
    }
    if (!address.isEmpty() && CaseView.webAddress(text(address, LONGEST_TEXT)) == null) {
      throw new NotPossible(
          Sentence.of("Enter a web address that starts with https://, or leave it empty."));
    }
    return new AccountFiling(
        form,
        state,
        name,
        platform,
        address,
        ofKind,
        at,
        text(purpose, LONGEST_TEXT),
        inCharge,
        RegisterInput.person(deputy, district),
        by);
  }
}
