package hallmonitor.moderation.casework;

/**
 * Where a record belongs, as rules of retention ask for it.
 *
 * @param account id in the district's file; empty for what belongs to no account
 * @param building id in the district's file; empty for none
 * @param accountKind such as {@code school-based-group}; empty for none
 * @param known false if no file or register says to which building and kind the account belongs
 */
public record RecordPlace(String account, String building, String accountKind, boolean known) {
  /** Of what belongs to no account. */
  public static final RecordPlace DISTRICT = new RecordPlace("", "", "", true);

  /** Returns the place of an account that the district has or had. */
  public static RecordPlace of(String account, String building, String accountKind) {
    return new RecordPlace(account, building, accountKind, true);
  }

  /** Returns the place of an account that left nothing but its records. */
  public static RecordPlace unknown(String account) {
    return new RecordPlace(account, "", "", false);
  }
}
