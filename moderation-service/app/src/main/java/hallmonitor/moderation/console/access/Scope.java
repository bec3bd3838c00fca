package hallmonitor.moderation.console.access;

import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The buildings with the cases that a person may see. Enforced in SQL, so that other rows are never
 * read: a query on {@code review_case rc} has {@code <in_scope>} in its {@code where}, and {@link
 * #bind} fills it in.
 *
 * @param everywhere whether all buildings are visible, including those not in the district's file
 * @param buildings their ids; empty with {@code everywhere}
 */
public record Scope(boolean everywhere, List<String> buildings) {
  public static final Scope EVERYWHERE = new Scope(true, List.of());

  /** The scope of a visitor who is not signed in. */
  public static final Scope NOWHERE = new Scope(false, List.of());

  private static final String CASES = of("rc.building");

  public Scope {
    buildings = List.copyOf(buildings);
    if (everywhere && !buildings.isEmpty()) {
      throw new IllegalArgumentException("everywhere needs no buildings");
    }
  }

  public static Scope within(List<String> buildings) {
    return new Scope(false, buildings);
  }

  public boolean sees(String building) {
    return everywhere || buildings.contains(building);
  }

  /**
   * Returns the condition for rows without {@code rc}, for a statement that is bound here too.
   *
   * @param building the column or expression with the row's building
   */
  public static String of(String building) {
    return "(:everywhere or " + building + " = any(:buildings))";
  }

  /**
   * Returns the condition for comments with their case outer-joined as {@code rc}: by its building,
   * and by the account where there is no case. The statement binds "accounts", those of the
   * buildings in scope.
   *
   * @param account the column with the comment's account
   */
  public static String ofComments(String account) {
    return "(:everywhere or coalesce(rc.building = any(:buildings), %s = any(:accounts)))"
        .formatted(account);
  }

  /** Fills in {@code <in_scope>}, and binds this and the other conditions. */
  public <S extends SqlStatement<S>> S bind(S statement) {
    return statement
        .define("in_scope", CASES)
        .bind("everywhere", everywhere)
        .bindArray("buildings", String.class, buildings);
  }
}
