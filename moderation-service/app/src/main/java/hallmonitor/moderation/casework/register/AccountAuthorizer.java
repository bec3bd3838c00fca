package hallmonitor.moderation.casework.register;

/** Who decides whether an account may be opened. */
public enum AccountAuthorizer {
  /** The district's technology department. */
  ADMINISTRATOR,
  /** The administrator of the account's building. */
  BUILDING_ADMINISTRATOR,
  /** Such accounts need no permission. */
  NOBODY
}
