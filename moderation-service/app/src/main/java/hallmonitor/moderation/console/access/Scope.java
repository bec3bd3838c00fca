package hallmonitor.moderation.console.access;

import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The buildings whose cases a person may see. Enforced in SQL: a query on cases has {@link #CASES}
 * in its {@code where}, and {@link #bind} binds it, so that other rows are never read.
 *
 * @param everywhere whether all buildings are visible, including those not in the district's file
 * @param buildings their ids; empty with {@code everywhere}
 */
public record Scope(boolean everywhere, List<String> buildings) {
  public static final Scope EVERYWHERE = new Scope(true, List.of());

  /** The scope of a visitor who is not signed in. */
  public static final Scope NOWHERE = new Scope(false, List.of());

  /** Condition for rows of {@code review_case rc} that are in scope. */
  public static final String CASES = "(:everywhere or rc.building = any(:buildings))";

  public Scope {
    buildings = List.copyOf(buildings);
    if (everywhere && !buildings.isEmpty()) {
      throw new IllegalArgumentException("everywhere needs no buildings");
    }
  }

  static Scope of(List<String> buildings) {
    return new Scope(false, buildings);
  }

  public boolean sees(String building) {
    return everywhere || buildings.contains(building);
  }

  public <S extends SqlStatement<S>> S bind(S statement) {
    return statement.bind("everywhere", everywhere).bindArray("buildings", String.class, buildings);
  }
}
