package hallmonitor.moderation.store.request;

import hallmonitor.moderation.casework.request.ItemRanges;
import hallmonitor.moderation.store.request.RequestScopes.Waiting;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The numbers of items within their request: from 1 and without gaps, because a requester reads a
 * gap as a record that was held back. The database gives each new item the next one.
 */
public final class ItemNumbers {
  private ItemNumbers() {}

  /**
   * Names items by their numbers within their request, such as {@code 3, 5-9}.
   *
   * @param items their keys
   */
  public static String of(Handle h, Collection<Long> items) {
    return ItemRanges.of(
        h.createQuery("select number from records_request_item where item_no = any(:items)")
            .bindArray("items", Long.class, items.toArray())
            .mapTo(Long.class)
            .list());
  }

  /**
   * Removes what a run of a search added, and nobody decided or redacted: the rest stays held.
   * Items that were added later move up. No answer names any of them: none is made while a search
   * runs.
   */
  static void remove(Handle t, Waiting search) {
    List<Long> removed =
        t.createQuery(
                """
                delete from records_request_item i using records_request_search s
                where s.search_id = :search and i.request_id = s.request_id and i.search_id = s.search_id
                  and i.state = 'open' and i.added_at >= s.asked_at
                  and not exists (select from records_request_redaction r where r.item_no = i.item_no)
                returning i.number
                """)
            .bind("search", search.searchId())
            .mapTo(Long.class)
            .list();
    if (removed.isEmpty()) {
      return;
    }
    long first = Collections.min(removed);
    // Twice, because each row is checked at once: first behind all others, then to their places.
    long last = last(t, search);
    move(t, search, first, last);
    move(t, search, last, first - 1);
  }

  private static long last(Handle t, Waiting search) {
    return t.createQuery(
            "select coalesce(max(number), 0) from records_request_item where request_id = :request")
        .bind("request", search.requestId())
        .mapTo(Long.class)
        .one();
  }

  /** Numbers the items after a number again, in their order, from the one after another. */
  private static void move(Handle t, Waiting search, long after, long to) {
    t.createUpdate(
            """
            update records_request_item i set number = n.number
            from (
              select item_no, :to + row_number() over (order by number) as number
              from records_request_item where request_id = :request and number > :after) n
            where i.item_no = n.item_no
            """)
        .bind("to", to)
        .bind("request", search.requestId())
        .bind("after", after)
        .execute();
  }
}
