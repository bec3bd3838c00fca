package hallmonitor.moderation.store.answer;

import java.util.Collection;
import org.jdbi.v3.core.Handle;

/** What was found in packages that must not go out. */
final class AnswerLeaks {
  private AnswerLeaks() {}

  /**
   * Notes places where words of an item, or its picture, were found, unless a person allowed what
   * stands there now.
   *
   * @param item its number within the request
   */
  static void add(Handle t, AnswerPackage made, long item, Collection<String> places) {
    boolean known =
        t.createQuery(
                "select exists (select from records_request_item where request_id = :request and number = :item)")
            .bind("request", made.requestId())
            .bind("item", item)
            .mapTo(boolean.class)
            .one();
    if (!known) {
      throw new IllegalStateException("words of item " + item + " were found, which is not there");
    }
    t.createUpdate(
            """
            insert into records_answer_leak (answer_id, item_no, place, looked)
            select :id, i.item_no, found.place, now.looked
            from records_request_item i
            cross join unnest(:places) as found(place)
            cross join lateral (select records_answer_looked(:id, i.item_no, found.place) as looked) now
            where i.request_id = :request and i.number = :item and not exists (
              select from records_answer_pass p
              where p.request_id = :request and p.item_no = i.item_no and p.place = found.place
                and p.looked = now.looked)
            """)
        .bind("id", made.answerId())
        .bind("request", made.requestId())
        .bind("item", item)
        .bindArray("places", String.class, places.toArray())
        .execute();
  }
}
