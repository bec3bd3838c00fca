package hallmonitor.moderation.console.access;

import java.util.List;
import org.jdbi.v3.core.statement.Query;

/**
 * What a person may see of comments and posts, for the conditions of {@link Scope#ofComments}.
 *
 * @param accounts those in scope
 */
public record Sight(Scope scope, List<String> accounts) {
  public Sight {
    accounts = List.copyOf(accounts);
  }

  /** Binds what the conditions need. */
  public Query bind(Query query) {
    return scope.bind(query).bindArray("accounts", String.class, accounts);
  }
}
