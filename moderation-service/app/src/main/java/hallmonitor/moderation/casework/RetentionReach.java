package hallmonitor.moderation.casework;

/**
 * Which records of a kind a rule of retention covers: all that meet every condition that is not
 * empty.
 *
 * @param account one account; then the other two are empty
 * @param building the accounts of one building
 * @param accountKind the accounts of one kind, such as {@code classroom}
 */
public record RetentionReach(String account, String building, String accountKind) {
  public static final RetentionReach EVERYTHING = new RetentionReach("", "", "");

  public RetentionReach {
    if (!account.isEmpty() && !(building.isEmpty() && accountKind.isEmpty())) {
      throw new IllegalArgumentException("an account has one building and one kind");
    }
  }

  /** Returns how specific it is: the rule with the highest rank applies. */
  public int rank() {
    if (!account.isEmpty()) {
      return 3;
    }
    return (building.isEmpty() ? 0 : 1) + (accountKind.isEmpty() ? 0 : 1);
  }

  public boolean isEverything() {
    return rank() == 0;
  }

  /** Returns whether it covers a place for certain. */
  boolean covers(RecordPlace place) {
    return meets(account, place.account())
        && meets(building, place.building())
        && meets(accountKind, place.accountKind());
  }

  /** Returns whether it may cover an account of an unknown building and kind. */
  boolean mayCover(RecordPlace place) {
    return meets(account, place.account());
  }

  /** Returns whether an account may be in both. */
  boolean overlaps(RetentionReach other) {
    return agree(account, other.account)
        && agree(building, other.building)
        && agree(accountKind, other.accountKind);
  }

  /** Returns what is in both of two that overlap. */
  RetentionReach and(RetentionReach other) {
    return new RetentionReach(
        account.isEmpty() ? other.account : account,
        building.isEmpty() ? other.building : building,
        accountKind.isEmpty() ? other.accountKind : accountKind);
  }

  private static boolean meets(String condition, String value) {
    return condition.isEmpty() || condition.equals(value);
  }

  private static boolean agree(String one, String other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }
}
