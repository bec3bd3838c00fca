package hallmonitor.moderation.casework.register;

/** Something that the district asks of an account, and that a person records with its day. */
public enum AccountDemand {
  AUTHORIZATION,
  BUILDING_ADMINISTRATOR_INFORMED,
  PARENTS_INFORMED,
  TERMS_ACKNOWLEDGED,
  PRIVACY_SETTINGS,
  YEARLY_CONFIRMATION,
  DISCLAIMER,
  SCHOOL_LINK,
  DISTRICT_LINK,
  CONTACT_DETAILS,
  LOGO,
  NAME_FORM
}
