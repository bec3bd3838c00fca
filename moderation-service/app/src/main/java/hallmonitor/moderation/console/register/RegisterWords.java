package hallmonitor.moderation.console.register;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.register.AccountDemand;
import hallmonitor.moderation.casework.register.RegisterGap;
import hallmonitor.moderation.console.page.DisplayLabels;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District.Role;
import java.time.LocalDate;
import java.util.function.Function;

/** What the register asks and misses, in words. */
final class RegisterWords {
  private RegisterWords() {}

  /** Returns the name of a demand, as in accounts.yaml. */
  static Sentence name(String demand) {
    return name(EnumCodes.read(AccountDemand.class, demand));
  }

  static Sentence name(AccountDemand demand) {
    return switch (demand) {
      case AUTHORIZATION -> Sentence.of("Authorization");
      case BUILDING_ADMINISTRATOR_INFORMED -> Sentence.of("Building administrator informed");
      case PARENTS_INFORMED -> Sentence.of("Parents informed");
      case TERMS_ACKNOWLEDGED -> Sentence.of("Platform's terms read and accepted");
      case PRIVACY_SETTINGS -> Sentence.of("Highest privacy settings");
      case YEARLY_CONFIRMATION -> Sentence.of("Yearly confirmation");
      case DISCLAIMER -> Sentence.of("Disclaimer");
      case SCHOOL_LINK -> Sentence.of("Link to the school's site");
      case DISTRICT_LINK -> Sentence.of("Link to the district's site");
      case CONTACT_DETAILS -> Sentence.of("Contact details of the district only");
      case LOGO -> Sentence.of("Logo");
      case NAME_FORM -> Sentence.of("Form of the name");
    };
  }

  /** Returns what the person who records it does first. */
  static Sentence task(AccountDemand demand) {
    return switch (demand) {
      case AUTHORIZATION ->
          Sentence.of(
              "Find out who permitted this account, and write who it was and where it is on file.");
      case BUILDING_ADMINISTRATOR_INFORMED ->
          Sentence.of("Inform the building administrator, and write who it was.");
      case PARENTS_INFORMED ->
          Sentence.of(
              "Inform the parents of the class, and write how, such as a letter or an email.");
      case TERMS_ACKNOWLEDGED ->
          Sentence.of(
              "The account administrator reads and accepts the platform's terms of use. Write who"
                  + " did.");
      case PRIVACY_SETTINGS ->
          Sentence.of(
              "Open the platform's privacy settings, choose the strictest, and write which ones you"
                  + " saw.");
      case YEARLY_CONFIRMATION ->
          Sentence.of(
              "Confirm that the account is still needed, and that everything on this page is still"
                  + " true.");
      case DISCLAIMER ->
          Sentence.of(
              "Compare the text on the page with the district's disclaimer, word for word.");
      case SCHOOL_LINK ->
          Sentence.of("Follow the link on the page. It must lead to the school's site.");
      case DISTRICT_LINK ->
          Sentence.of("Follow the link on the page. It must lead to the district's site.");
      case CONTACT_DETAILS ->
          Sentence.of(
              "Look for phone numbers and addresses on the page. Only the district's may stand"
                  + " there.");
      case LOGO -> Sentence.of("Compare the picture of the page with the district's logo.");
      case NAME_FORM ->
          Sentence.of("Compare the name of the page with the form that the district asks for.");
    };
  }

  /** Returns a gap in words, for a page. */
  static Sentence gap(RegisterGap gap) {
    return gap(gap, DisplayLabels::date);
  }

  /**
   * Returns a gap in words.
   *
   * @param day writes a day in the reader's language
   */
  static Sentence gap(RegisterGap gap, Function<LocalDate, String> day) {
    return switch (gap.cause()) {
      case UNDECIDED -> Sentence.of("Waits for a decision");
      case UNDECIDED_TOO_LONG -> Sentence.of("A decision was due by {1}", day.apply(gap.since()));
      case UNCLEARED -> Sentence.of("Reported, and no one has looked into it");
      case NO_PURPOSE -> Sentence.of("No educational purpose on record");
      case NO_ADMINISTRATOR -> Sentence.of("No one is in charge");
      case NO_DEPUTY -> Sentence.of("No deputy");
      case NOT_HELD ->
          Sentence.of(
              "Must hold the password too: {1}", role(EnumCodes.read(Role.class, gap.about())));
      case PASSWORD_KEPT ->
          Sentence.of("Password not changed since {1} left", DisplayLabels.person(gap.about()));
      case NOT_RECORDED -> Sentence.of("Not on record: {1}", demand(gap));
      case NOT_LOOKED_AGAIN ->
          Sentence.of("Due since {1}: {2}", day.apply(gap.since()), demand(gap));
      case SEEN_WRONG ->
          Sentence.of("Found wrong on {1}: {2}", day.apply(gap.since()), demand(gap));
      case READ_WRONG -> mend(EnumCodes.read(AccountDemand.class, gap.about()));
    };
  }

  /** Says what the page lacks and what to do; the next reading closes it. */
  private static Sentence mend(AccountDemand demand) {
    return switch (demand) {
      case DISCLAIMER ->
          Sentence.of("The page lacks the district's disclaimer. Add it, word for word");
      case SCHOOL_LINK -> Sentence.of("The page has no link to the school's site. Add it");
      case DISTRICT_LINK -> Sentence.of("The page has no link to the district's site. Add it");
      case CONTACT_DETAILS ->
          Sentence.of(
              "The page shows other contact details than the district's, or lacks those. Leave only"
                  + " the district's there");
      case LOGO ->
          Sentence.of(
              "The account's picture is not like the district's logo. Put the logo there, or record that it stands on the page in another form");
      default -> Sentence.of("Not as the district asks: {1}", name(demand));
    };
  }

  private static Sentence role(Role role) {
    return switch (role) {
      case PRINCIPAL -> Sentence.of("principal");
      case ASSISTANT_PRINCIPAL -> Sentence.of("assistant principal");
      case COUNSELOR -> Sentence.of("counselor");
      case SUPERINTENDENT -> Sentence.of("superintendent");
      case TECHNOLOGY_DIRECTOR -> Sentence.of("technology director");
      case COMMUNITY_RELATIONS_SPECIALIST -> Sentence.of("community relations specialist");
      case ACCOUNT_ADMINISTRATOR -> Sentence.of("account administrator");
    };
  }

  private static Sentence demand(RegisterGap gap) {
    return name(gap.about());
  }
}
