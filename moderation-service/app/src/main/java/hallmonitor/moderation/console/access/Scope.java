package hallmonitor.moderation.console.access;

import hallmonitor.settings.district.District.Account;
import java.util.List;
import java.util.TreeSet;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * What a person may see: buildings, or single accounts. Enforced in SQL, so that other rows are
 * never read: a query on {@code review_case rc} has {@code <in_scope>} in its {@code where}, and
 * {@link #bind} fills it in.
 *
 * @param everywhere whether all buildings are visible, including those not in the district's file
 * @param buildings ids of buildings with all their accounts; empty with {@code everywhere}
 * @param accounts keys of single accounts in any building: ids in the district's file, or of an
 *     account that is not connected the id of its entry in the register; empty with {@code
 *     everywhere}
 */
public record Scope(boolean everywhere, List<String> buildings, List<String> accounts) {
  public static final Scope EVERYWHERE = new Scope(true, List.of(), List.of());

  /** The scope of a visitor who is not signed in. */
  public static final Scope NOWHERE = new Scope(false, List.of(), List.of());

  private static final String CASES = of("rc.building", "rc.account");

  public Scope {
    buildings = List.copyOf(buildings);
    accounts = List.copyOf(accounts);
    if (everywhere && !(buildings.isEmpty() && accounts.isEmpty())) {
      throw new IllegalArgumentException("everywhere needs no buildings and no accounts");
    }
  }

  public static Scope within(List<String> buildings) {
    return new Scope(false, buildings, List.of());
  }

  public static Scope ofAccounts(List<String> accounts) {
    return new Scope(false, List.of(), accounts);
  }

  /** Returns it as text, which is the same for the same scope. */
  public String inText() {
    return everywhere
        ? "everywhere"
        : "buildings %s, accounts %s".formatted(new TreeSet<>(buildings), new TreeSet<>(accounts));
  }

  /** Returns whether everything of a building is visible. */
  public boolean sees(String building) {
    return everywhere || buildings.contains(building);
  }

  /** Returns whether what belongs to an account is visible. */
  public boolean sees(String building, String account) {
    return sees(building) || accounts.contains(account);
  }

  public boolean sees(Account account) {
    return sees(account.building(), account.id());
  }

  /**
   * Returns the condition for rows without {@code rc}, for a statement that is bound here too.
   *
   * @param building the column or expression with the row's building
   * @param account the column or expression with the key of the row's account
   */
  public static String of(String building, String account) {
    return "(:everywhere or %s = any(:buildings) or %s = any(:own_accounts))"
        .formatted(building, account);
  }

  /**
   * Returns the condition for comments with their case outer-joined as {@code rc}: by its building,
   * and by the account where there is no case. The statement binds "accounts", those in scope.
   *
   * @param account the column with the comment's account
   */
  public static String ofComments(String account) {
    return ofComments("rc.building", account);
  }

  /**
   * Returns the condition for rows that may have a building of their own: by it, and by the account
   * where it is null. The statement binds "accounts", those in scope.
   *
   * @param building the expression with the building of the row's case or judgment
   * @param account the column with the row's account
   */
  public static String ofComments(String building, String account) {
    return "(:everywhere or coalesce(%1$s = any(:buildings), %2$s = any(:accounts)) or %2$s = any(:own_accounts))"
        .formatted(building, account);
  }

  /** Fills in {@code <in_scope>}, and binds this and the other conditions. */
  public <S extends SqlStatement<S>> S bind(S statement) {
    return statement
        .define("in_scope", CASES)
        .bind("everywhere", everywhere)
        .bindArray("buildings", String.class, buildings)
        .bindArray("own_accounts", String.class, accounts);
  }
}
