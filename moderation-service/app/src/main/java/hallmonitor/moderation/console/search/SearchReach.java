package hallmonitor.moderation.console.search;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.casework.search.EntryTag;
import hallmonitor.moderation.casework.search.SearchQuery;
import hallmonitor.moderation.console.access.Sight;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Which entries a person's search reads at most. Someone who does not see the whole district would
 * read all matches of a frequent word to find the few that they may see. Their accounts stand in
 * the index; their cases and posts of other accounts are few, and are read by their ids. What of
 * that they may see is decided afterward, as for everyone.
 */
final class SearchReach {
  /** With more of them, all entries are read. */
  static final int MOST_ELSEWHERE = 2_000;

  private static final String ELSEWHERE =
      """
      select account, comment_id as item_id from review_case
      where building = any(:buildings) and account <> all(:reached)
      union
      select account, post_id from post_judgment where building = any(:buildings) and account <> all(:reached)
      limit :most
      """;

  /** What a person may see on an account that is not theirs. */
  public record ItemElsewhere(String account, String itemId) {}

  private final boolean everything;
  private final List<String> accounts;
  private final List<ItemElsewhere> elsewhere;

  private SearchReach(boolean everything, List<String> accounts, List<ItemElsewhere> elsewhere) {
    this.everything = everything;
    this.accounts = accounts;
    this.elsewhere = elsewhere;
  }

  static SearchReach of(Handle h, Sight sight) {
    if (sight.scope().everywhere()) {
      return new SearchReach(true, List.of(), List.of());
    }
    List<String> accounts =
        Stream.concat(sight.accounts().stream(), sight.scope().accounts().stream())
            .distinct()
            .toList();
    List<ItemElsewhere> elsewhere =
        h.createQuery(ELSEWHERE)
            .bindArray("buildings", String.class, sight.scope().buildings())
            .bindArray("reached", String.class, accounts)
            .bind("most", MOST_ELSEWHERE + 1)
            .map(rows(ItemElsewhere.class))
            .list();
    return new SearchReach(elsewhere.size() > MOST_ELSEWHERE, accounts, elsewhere);
  }

  /** Returns the entries of a month's table, for {@code from}. */
  String entries(String table) {
    if (everything) {
      return table;
    }
    return """
    (select * from %1$s where lexemes @@ cast(:reached_accounts as tsquery)
     union all
     select e.* from unnest(:elsewhere_accounts, :elsewhere_items) as i(account, item_id) join %1$s e using (account, item_id))
    """
        .formatted(table);
  }

  Query bind(Query query) {
    return everything
        ? query
        : query
            .bind("reached_accounts", SearchQuery.any(EntryTag.ACCOUNT, accounts))
            .bindArray(
                "elsewhere_accounts",
                String.class,
                elsewhere.stream().map(ItemElsewhere::account).toList())
            .bindArray(
                "elsewhere_items",
                String.class,
                elsewhere.stream().map(ItemElsewhere::itemId).toList());
  }
}
